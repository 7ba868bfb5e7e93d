"""The life of a meeting: every deed at every stage and by every role, and what each refuses."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.council.actions import agenda, attending, interests, meetings, minutes, presiding
from lantoa.council.actions.refusals import (
    ChairIsHere,
    ChangedMeanwhile,
    ConcludedSome,
    MayNotKeepMinutes,
    MayNotPreside,
    NoCases,
    NoCouncil,
    NoQuorum,
    NotAllNoted,
    NotBeforeTheCouncil,
    NothingChosen,
    NotPreparing,
    OnAnotherAgenda,
    PollGoesOn,
    VotedWithoutConclusion,
)
from lantoa.council.models import Interest, Meeting, MeetingCase, Poll
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import PERMISSIONS, Deed, Role
from lantoa.domain.stages import MeetingStage, WrongStage
from lantoa.nomination.models import Nomination
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as people
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, cleared, nominee, prepared
from tests.council.sessions import (
    ABSENT,
    EXCUSED,
    LATER,
    PRESENT,
    Session,
    called,
    ended,
    established,
    going,
    holder,
    open_it,
    roll,
    terms,
    with_agenda,
)

M = MeetingStage
STAGES = (M.PREPARED, M.OPEN, M.HELD, M.MINUTED, M.CANCELLED)


def ready(cast: Cast) -> Session:
    """Called, with an agenda, everybody there."""
    session = with_agenda(called(cast))
    roll(session)
    return session


def at_stage(cast: Cast, stage: MeetingStage) -> Session:
    session = (
        ready(cast)
        if stage in (M.PREPARED, M.CANCELLED)
        else ended(cast)
        if stage in (M.HELD, M.MINUTED)
        else going(cast)
    )
    if stage is M.CANCELLED:
        meetings.cancel(meeting=session.meeting, reason="Thiếu người", by=session.officer, at=NOW)
    if stage is M.MINUTED:
        for place in (0, 2):
            minutes.sign(meeting=session.meeting, version=1, by=session.users[place], at=LATER)
    session.meeting.refresh_from_db()
    return session


def _open(session: Session, by: User) -> None:
    first, third = session.members[0], session.members[2]
    meetings.open_meeting(meeting=session.meeting, presided_by=first, secretary=third, by=by, at=NOW)


def _change(session: Session, by: User) -> None:
    version = session.meeting.version
    meetings.change(meeting=session.meeting, terms=terms(place="Phòng B"), version=version, by=by, at=NOW)


def _put_on(session: Session, by: User) -> None:
    who = Nomination.objects.filter(meeting_cases=None).first() or session.nominations[0]
    agenda.put_on(meeting=session.meeting, nominations=[who.pk], by=by, at=NOW)


def _call_roll(session: Session, by: User) -> None:
    attending.call_roll(meeting=session.meeting, noted={session.members[5].pk: ABSENT}, by=by, at=NOW)


def _declare(session: Session, by: User) -> None:
    interests.declare(case=session.cases[0], member=session.members[4], note="Cùng đề tài", by=by, at=NOW)


def _correct(session: Session, by: User) -> None:
    minutes.correct(meeting=session.meeting, text="Khác", reason="Sai tên", version=1, by=by, at=LATER)


def _hand_over(session: Session, by: User) -> None:
    presiding.hand_over(
        meeting=session.meeting, presided_by=session.members[1], secretary=session.members[2], by=by, at=NOW
    )


Do = Callable[[Session, User], Any]
PREPARING = {M.PREPARED}
GOING = {M.PREPARED, M.OPEN}
# deed: how it is done, at which stages, and which right it needs
DEEDS: dict[str, tuple[Do, set[MeetingStage], Deed]] = {
    "open": (_open, PREPARING, Deed.RUN_MEETING),
    "change": (_change, PREPARING, Deed.RUN_MEETING),
    "put_on": (_put_on, PREPARING, Deed.RUN_MEETING),
    "take_off": (lambda s, by: agenda.take_off(case=s.cases[0], by=by, at=NOW), PREPARING, Deed.RUN_MEETING),
    "move_up": (lambda s, by: agenda.move_up(case=s.cases[1], by=by, at=NOW), PREPARING, Deed.RUN_MEETING),
    "roll": (_call_roll, GOING, Deed.RUN_MEETING),
    "declare": (_declare, GOING, Deed.RUN_MEETING),
    "leave": (
        lambda s, by: attending.leave(meeting=s.meeting, member=s.members[5], by=by, at=NOW),
        {M.OPEN},
        Deed.RUN_MEETING,
    ),
    "hand_over": (_hand_over, {M.OPEN}, Deed.RUN_MEETING),
    "end": (lambda s, by: meetings.end(meeting=s.meeting, by=by, at=LATER), {M.OPEN}, Deed.RUN_MEETING),
    "cancel": (
        lambda s, by: meetings.cancel(meeting=s.meeting, reason="Bận", by=by, at=NOW),
        GOING,
        Deed.RUN_MEETING,
    ),
    "correct": (_correct, {M.HELD}, Deed.RUN_MEETING),
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_is_done_at_its_stages_and_refused_at_all_others(cast: Cast, deed: str, stage: MeetingStage) -> None:
    do, stages, _right = DEEDS[deed]
    session = at_stage(cast, stage)
    cleared(cast, nominee(cast, 8), cast.officer)
    before = (Event.objects.count(), Meeting.objects.values().get())

    if stage in stages:
        do(session, session.officer)
        assert Event.objects.count() == before[0] + 1
    else:
        with pytest.raises(ValueError, match=r"\w+ .*\."):
            do(session, session.officer)
        assert (Event.objects.count(), Meeting.objects.values().get()) == before


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_is_for_its_roles_and_no_others(cast: Cast, deed: str, role: Role) -> None:
    do, stages, right = DEEDS[deed]
    session = at_stage(cast, min(stages, key=STAGES.index))
    cleared(cast, nominee(cast, 8), cast.officer)
    user, before = holder(role), Event.objects.count()

    if role in PERMISSIONS[right]:
        do(session, user)
        assert Event.objects.count() == before + 1
    else:
        with pytest.raises(PermissionError):
            do(session, user)
        assert Event.objects.count() == before


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_a_meeting_is_called_by_the_officer_or_the_chair(cast: Cast, role: Role) -> None:
    session, user = called(cast), holder(role)

    if role in (Role.OFFICER, Role.CHAIR):
        meetings.prepare(council=session.council, terms=terms(name="Phiên hai"), by=user, at=NOW)
    else:
        with pytest.raises(NotAllowed):
            meetings.prepare(council=session.council, terms=terms(name="Phiên hai"), by=user, at=NOW)

    assert Meeting.objects.count() == 1 + (role in (Role.OFFICER, Role.CHAIR))


def test_who_sits_is_invited_once_and_told_of_another_time(cast: Cast) -> None:
    session = called(cast)
    later = terms(starts_at=datetime(2026, 1, 16, 1, 0, tzinfo=UTC))

    meetings.change(meeting=session.meeting, terms=later, version=1, by=session.officer, at=NOW)
    meetings.change(
        meeting=session.meeting,
        terms=terms(starts_at=later.starts_at, agenda="Xét"),
        version=2,
        by=session.officer,
        at=NOW,
    )

    told = list(Notice.objects.filter(user=session.users[3]).order_by("pk").values_list("text", flat=True))
    assert told == [
        (
            "Mời họp Hội đồng: «Phiên họp xét năm 2025», 08:30 15/01/2026, tại Phòng họp A. "
            "Hồ sơ và mục khai quan hệ ở trang phiên họp."
        ),
        "Phiên họp «Phiên họp xét năm 2025» đổi sang 08:00 16/01/2026, tại Phòng họp A.",
    ]


def test_nobody_is_called_when_nobody_sits(cast: Cast) -> None:
    with pytest.raises(NoCouncil):
        meetings.prepare(council=established(cast), terms=terms(), by=cast.officer, at=NOW)

    assert Meeting.objects.count() == 0


def test_two_who_write_do_not_overwrite_each_other(cast: Cast) -> None:
    session = called(cast)
    meetings.change(meeting=session.meeting, terms=terms(place="Phòng B"), version=1, by=session.officer, at=NOW)

    with pytest.raises(ChangedMeanwhile) as refused:
        meetings.change(meeting=session.meeting, terms=terms(place="Phòng C"), version=1, by=session.officer, at=NOW)

    assert isinstance(refused.value.now, Meeting)
    assert refused.value.now.place == "Phòng B"


def test_a_meeting_without_cases_is_not_opened(cast: Cast) -> None:
    session = called(cast)
    roll(session)

    with pytest.raises(NoCases):
        open_it(session)


def test_the_roll_is_called_to_its_end_before_opening(cast: Cast) -> None:
    session = with_agenda(called(cast))
    noted = {member.pk: PRESENT for member in session.members[:5]}
    attending.call_roll(meeting=session.meeting, noted=noted, by=session.officer, at=NOW)

    with pytest.raises(NotAllNoted, match="Còn 2 thành viên"):
        open_it(session)


@pytest.mark.parametrize(("absent", "opens"), [(2, True), (3, False)])
def test_two_thirds_of_all_members_are_needed(cast: Cast, absent: int, *, opens: bool) -> None:
    session = with_agenda(called(cast))
    roll(session, {6 - place: EXCUSED for place in range(absent)})

    if opens:
        open_it(session)
    else:
        with pytest.raises(NoQuorum, match="có mặt 4 trên 7, cần ít nhất 5"):
            open_it(session)

    assert session.meeting.stage == ("open" if opens else "prepared")


def test_the_chair_presides_when_there(cast: Cast) -> None:
    with pytest.raises(ChairIsHere):
        open_it(ready(cast), presided_by=1)


def test_a_deputy_presides_when_the_chair_is_absent(cast: Cast) -> None:
    session = with_agenda(called(cast))
    roll(session, {0: EXCUSED})

    open_it(session, presided_by=1)

    assert session.meeting.presided_by == session.members[1]


@pytest.mark.parametrize("place", [0, 3])
def test_neither_an_absent_chair_nor_a_member_presides(cast: Cast, place: int) -> None:
    session = with_agenda(called(cast))
    roll(session, {0: ABSENT})

    with pytest.raises(MayNotPreside):
        open_it(session, presided_by=place)


@pytest.mark.parametrize("place", [0, 6])
def test_the_secretary_is_there_and_does_not_preside(cast: Cast, place: int) -> None:
    session = with_agenda(called(cast))
    roll(session, {6: ABSENT})

    with pytest.raises(MayNotKeepMinutes):
        open_it(session, secretary=place)


def test_a_chair_who_leaves_hands_over_first(cast: Cast) -> None:
    session = going(cast)
    leave: dict[str, Any] = {"meeting": session.meeting, "member": session.members[0], "by": session.officer, "at": NOW}

    with pytest.raises(ValueError, match="Hãy chuyển việc cho người khác"):
        attending.leave(**leave)
    _hand_over(session, session.officer)
    attending.leave(**leave)

    session.meeting.refresh_from_db()
    assert session.meeting.presided_by == session.members[1]


def test_a_member_does_not_take_over_from_the_chair(cast: Cast) -> None:
    session = going(cast)

    with pytest.raises(MayNotPreside):
        presiding.hand_over(
            meeting=session.meeting,
            presided_by=session.members[4],
            secretary=session.members[2],
            by=session.officer,
            at=NOW,
        )


def test_nothing_chosen_is_nothing_put_on(cast: Cast) -> None:
    with pytest.raises(NothingChosen):
        agenda.put_on(meeting=called(cast).meeting, nominations=[], by=cast.officer, at=NOW)


@pytest.mark.parametrize("stage", ["draft", "posted", "recommended"])
def test_what_does_not_wait_for_the_council_is_not_put_on(cast: Cast, stage: str) -> None:
    session = called(cast)
    Nomination.objects.filter(pk=session.nominations[1].pk).update(stage=stage)

    with pytest.raises(NotBeforeTheCouncil, match="Người Được Xét 1"):
        with_agenda(session)

    assert session.meeting.cases.count() == 0


def test_one_meeting_at_a_time_deals_with_a_nomination(cast: Cast) -> None:
    session = with_agenda(called(cast))
    other = meetings.prepare(council=session.council, terms=terms(name="Phiên hai"), by=session.officer, at=NOW)

    with pytest.raises(OnAnotherAgenda, match="«Phiên họp xét năm 2025»"):
        agenda.put_on(meeting=other, nominations=[session.nominations[0].pk], by=session.officer, at=NOW)
    meetings.cancel(meeting=session.meeting, reason="Bão", by=session.officer, at=NOW)
    agenda.put_on(meeting=other, nominations=[session.nominations[0].pk], by=session.officer, at=NOW)

    assert other.cases.count() == 1


def test_the_database_knows_one_meeting_at_a_time_too(cast: Cast) -> None:
    session = with_agenda(called(cast))
    other = meetings.prepare(council=session.council, terms=terms(name="Phiên hai"), by=session.officer, at=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingCase.objects.create(meeting=other, nomination=session.nominations[0], order=1)


def test_cases_are_put_in_order(cast: Cast) -> None:
    session = with_agenda(called(cast, nominees=3))

    agenda.move_up(case=session.cases[2], by=session.officer, at=NOW)
    agenda.move_up(case=session.cases[0], by=session.officer, at=NOW)

    found = [(one.order, one.nomination.subject.code) for one in session.cases]
    assert found == [(1, "DC0"), (2, "DC2"), (3, "DC1")]


def test_a_meeting_ends_only_when_its_polls_are_counted(chamber: Chamber) -> None:
    poll = prepared(chamber)

    with pytest.raises(PollGoesOn):
        meetings.end(meeting=chamber.meeting, by=chamber.officer, at=LATER)
    Poll.objects.filter(pk=poll.pk).update(stage="void", reason="Nhầm")
    meetings.end(meeting=chamber.meeting, by=chamber.officer, at=LATER)

    chamber.meeting.refresh_from_db()
    assert chamber.meeting.stage == "held"


def test_what_was_not_dealt_with_is_said_so(cast: Cast) -> None:
    session = ended(cast)

    assert [one.outcome for one in session.cases] == ["not_dealt", "not_dealt"]
    assert {one.stage for one in Nomination.objects.all()} == {"cleared"}


def test_a_meeting_is_cancelled_with_a_reason(cast: Cast) -> None:
    session = called(cast)

    with pytest.raises(NoReason):
        meetings.cancel(meeting=session.meeting, reason=" ", by=session.officer, at=NOW)
    meetings.cancel(meeting=session.meeting, reason="Bão số 3", by=session.officer, at=NOW)

    told = Notice.objects.filter(user=session.users[0]).latest("pk")
    assert told.text == "Phiên họp «Phiên họp xét năm 2025» (08:30 15/01/2026) đã huỷ: Bão số 3"


def test_a_meeting_that_concluded_something_is_not_cancelled(cast: Cast) -> None:
    session = going(cast)
    concluded: dict[str, Any] = {"outcome": "recommend", "concluded_by": session.officer, "concluded_at": NOW}
    MeetingCase.objects.filter(pk=session.cases[0].pk).update(**concluded)

    with pytest.raises(ConcludedSome):
        meetings.cancel(meeting=session.meeting, reason="Bận", by=session.officer, at=NOW)


def test_interests_found_in_the_records_are_kept_at_the_opening(cast: Cast) -> None:
    session = ready(cast)
    people.post(session.members[3].person, cast.division, "Trưởng bộ môn", is_head=True)

    open_it(session)

    found = Interest.objects.values_list("case__nomination__subject__code", "member__person__subject__code", "source")
    assert sorted(found) == [("DC0", "HD3", "unit_head"), ("DC1", "HD3", "unit_head")]


@pytest.mark.parametrize(
    "broken",
    [
        {"stage": "open"},
        {"stage": "held"},
        {"stage": "cancelled"},
        {"reason": "Không huỷ"},
        {"ended_by_id": 1, "ended_at": NOW},
    ],
)
def test_the_database_mirrors_the_life(cast: Cast, broken: dict[str, Any]) -> None:
    session = called(cast)
    if "ended_by_id" in broken:
        broken = broken | {"ended_by_id": cast.officer.pk}

    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=session.meeting.pk).update(**broken)


def test_refusals_are_not_confused(cast: Cast) -> None:
    session = ended(cast)

    with pytest.raises(WrongStage, match="Chỉ khai mạc được khi đang ở bước «đang chuẩn bị»"):
        _open(session, session.officer)
    with pytest.raises(NotPreparing):
        _change(session, session.officer)
    assert issubclass(VotedWithoutConclusion, ValueError)
