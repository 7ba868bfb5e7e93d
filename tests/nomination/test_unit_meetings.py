"""Meetings of units: written, signed with whole counts, «nobody this year», opened again until something is sent."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import MOVES, RoundStage, UnitMeetingStage, WrongStage
from lantoa.domain.unit_meetings import Count, Notes, Seat
from lantoa.nomination.actions.rounds import running
from lantoa.nomination.actions.unit_meetings import signing, writing
from lantoa.nomination.actions.unit_meetings.refusals import (
    EndsTooSoon,
    HeldAlready,
    MembersDiffer,
    MinutesChanged,
    NoMeetings,
    NoQuorum,
    NotAbsentAndChair,
    NotOfTheUnit,
    NotYet,
    PartMissing,
    RoundNotOpen,
    SentAlready,
    UnitIsClosed,
    VotesDoNotAddUp,
)
from lantoa.nomination.models import Attendance, Round, UnitMeeting, UnitVote
from lantoa.nomination.queries.unit_meetings import meeting_vote, members_on, votes_in
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Unit
from tests import cast as people
from tests.cast import NOW, Cast
from tests.nomination.rounds import SECTOR, TODAY, meeting_at, nomination_in, notes, person_of, round_at, round_in

MOVE: dict[str, Callable[[Round, Cast, int], Any]] = {
    "hold": lambda one, cast, seen: sign(cast, one, notes(cast), seen=seen),
    "reopen": lambda one, cast, _seen: signing.reopen(
        one=one, unit=cast.faculty, reason="Ghi nhầm phiếu", by=cast.head, at=NOW
    ),
}
DEEDS: dict[str, Callable[[Round, Cast, Any], Any]] = {
    "write": lambda one, cast, by: writing.write(one=one, unit=cast.faculty, notes=notes(cast), seen=0, by=by, at=NOW),
    "hold": lambda one, cast, by: signing.hold(one=one, unit=cast.faculty, notes=notes(cast), seen=0, by=by, at=NOW),
    "nobody": lambda one, cast, by: signing.say_nobody(one=one, unit=cast.faculty, reason="x", by=by, at=NOW),
    "reopen": lambda one, cast, by: signing.reopen(one=one, unit=cast.faculty, reason="x", by=by, at=NOW),
}


@pytest.fixture
def one(cast: Cast) -> Round:
    return round_at(RoundStage.OPEN, cast)


def sign(cast: Cast, one: Round, told: Notes, *, seen: int = 0, by: Any = None) -> UnitMeeting:
    return signing.hold(one=one, unit=cast.faculty, notes=told, seen=seen, by=by or cast.head, at=NOW)


def frozen() -> list[Any]:
    models = (UnitMeeting, Attendance, UnitVote, Event)
    return [list(model._default_manager.order_by("pk").values()) for model in models]


@pytest.mark.parametrize(
    ("stage", "deed"), [(stage, deed) for stage in UnitMeetingStage for deed in MOVES[UnitMeetingStage]]
)
def test_a_meeting_is_moved_from_its_stages_only(stage: UnitMeetingStage, deed: str, cast: Cast, one: Round) -> None:
    meeting = meeting_at(stage, cast, one)
    before = frozen()

    if stage in MOVES[UnitMeetingStage][deed].sources:
        MOVE[deed](one, cast, meeting.version)
        assert UnitMeeting.objects.get().stage == MOVES[UnitMeetingStage][deed].target
    else:
        with pytest.raises(WrongStage, match="hiện đang ở bước"):
            MOVE[deed](one, cast, meeting.version)
        assert frozen() == before


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("name", ["other_head", "deputy", "staff", "administrator", "stranger"])
def test_a_meeting_is_its_own_heads_or_the_officers(deed: str, name: str, cast: Cast, one: Round) -> None:
    with pytest.raises(NotAllowed):
        DEEDS[deed](one, cast, getattr(cast, name))

    assert UnitMeeting.objects.count() == 0


@pytest.mark.parametrize("name", ["head", "officer"])
@pytest.mark.parametrize("deed", ["write", "hold", "nobody"])
def test_head_and_officer_write_one_event_each(deed: str, name: str, cast: Cast, one: Round) -> None:
    events = Event.objects.count()

    DEEDS[deed](one, cast, getattr(cast, name))

    assert (UnitMeeting.objects.count(), Event.objects.count()) == (1, events + 1)


def test_signed_it_holds_who_was_there_and_every_count(cast: Cast, one: Round) -> None:
    told = notes(
        cast,
        Count(cast.lecturer.pk, 2, 0, 0),
        Count(cast.faculty.pk, 1, 1, 0),
        absent={person_of(cast.staff): "nghỉ ốm"},
    )

    made = sign(cast, one, told)

    seats = made.attendances.order_by("person__subject__code").values_list("person__subject__code", "reason")
    votes = made.votes.order_by("pk").values_list("subject__code", "votes_for", "votes_against", "votes_blank")
    assert (made.signed_by, made.signed_at, list(seats), list(votes)) == (
        cast.head,
        NOW,
        [("CB2", ""), ("CB5", "nghỉ ốm"), ("CB6", "")],
        [("CB6", 2, 0, 0), ("KL", 1, 1, 0)],
    )
    assert Event.objects.order_by("-id")[0].details == {
        "unit": "KL",
        "version": 1,
        "present": 2,
        "members": 3,
        "votes": {"CB6": [2, 0, 0], "KL": [1, 1, 0]},
    }


@pytest.mark.parametrize(
    ("wrong", "refusal", "sentence"),
    [
        ({"held_on": None}, PartMissing, "Chưa ghi ngày họp"),
        ({"held_on": date(2026, 1, 16)}, NotYet, "Ngày họp chưa đến"),
        ({"begins": None}, PartMissing, "Chưa ghi giờ bắt đầu và giờ kết thúc"),
        ({"ends": None}, PartMissing, "Chưa ghi giờ bắt đầu và giờ kết thúc"),
        ({"ends": time(8, 30)}, EndsTooSoon, "Giờ kết thúc phải sau giờ bắt đầu"),
        ({"chair": None}, PartMissing, "Chưa ghi chủ trì và thư ký"),
        ({"secretary": None}, PartMissing, "Chưa ghi chủ trì và thư ký"),
        ({"counts": ()}, PartMissing, "Chưa ghi ai được bình xét"),
    ],
)
def test_minutes_without_a_part_are_not_signed(
    wrong: dict[str, Any], refusal: type[Exception], sentence: str, cast: Cast, one: Round
) -> None:
    told = notes(cast)
    parts = {name: getattr(told, name) for name in Notes.__slots__} | wrong

    with pytest.raises(refusal, match=sentence):
        sign(cast, one, Notes(**parts))

    assert UnitMeeting.objects.count() == 0


def test_a_count_is_whole_and_of_as_many_votes_as_people(cast: Cast, one: Round) -> None:
    with pytest.raises(PartMissing, match="đủ số phiếu của Lê Thanh Bình"):
        sign(cast, one, notes(cast, Count(cast.lecturer.pk, 3)))
    with pytest.raises(VotesDoNotAddUp, match="Lê Thanh Bình: tổng 4 phiếu, trong khi có mặt 3 người"):
        sign(cast, one, notes(cast, Count(cast.lecturer.pk, 3, 1, 0)))


def test_fewer_than_two_thirds_decide_nothing(cast: Cast, one: Round) -> None:
    absent = {person_of(cast.staff): "đi công tác", cast.lecturer.pk: "nghỉ ốm"}

    with pytest.raises(NoQuorum, match="Có mặt 1/3 người, chưa đủ: cần từ 2/3 tổng số thành viên trở lên"):
        sign(cast, one, notes(cast, Count(cast.lecturer.pk, 1, 0, 0), absent=absent, secretary=person_of(cast.head)))


def test_who_is_absent_neither_chairs_nor_writes(cast: Cast, one: Round) -> None:
    with pytest.raises(NotAbsentAndChair):
        sign(cast, one, notes(cast, Count(cast.lecturer.pk, 2, 0, 0), absent={cast.lecturer.pk: "nghỉ ốm"}))


def test_the_list_is_of_those_who_worked_there_that_day(cast: Cast, one: Round) -> None:
    told = notes(cast)
    seats = (*told.seats[1:], Seat(person_of(cast.deputy)))

    with pytest.raises(MembersDiffer, match=r"còn thiếu .+; không thuộc đơn vị: Nguyễn Thị Mai"):
        sign(cast, one, notes(cast, Count(cast.lecturer.pk, 3, 0, 0), seats=seats))


def test_a_draft_takes_its_members_from_its_day(cast: Cast, one: Round) -> None:
    people.person("CB9", "Vũ Thu Trang", cast.division, since="14/1/2026")

    made = writing.write(
        one=one, unit=cast.faculty, notes=notes(cast, held_on=date(2026, 1, 13)), seen=0, by=cast.head, at=NOW
    )
    again = writing.write(one=one, unit=cast.faculty, notes=notes(cast), seen=1, by=cast.head, at=NOW)

    assert (made.pk, again.attendances.count(), members_on(cast.faculty, TODAY).count()) == (again.pk, 4, 4)


def test_a_draft_keeps_half_of_it(cast: Cast, one: Round) -> None:
    told = Notes(counts=(Count(cast.lecturer.pk, 2),), seats=(Seat(person_of(cast.staff), "nghỉ ốm"),))

    made = writing.write(one=one, unit=cast.faculty, notes=told, seen=0, by=cast.head, at=NOW)

    vote = made.votes.get()
    assert (made.held_on, made.attendances.get(is_present=False).reason, vote.subject, vote.votes_for) == (
        None,
        "nghỉ ốm",
        cast.lecturer.subject,
        None,
    )


def test_a_unit_decides_about_its_own_only(cast: Cast, one: Round) -> None:
    told = notes(cast, Count(person_of(cast.deputy), 3, 0, 0))

    with pytest.raises(NotOfTheUnit, match="Nguyễn Thị Mai không thuộc Khoa Luật"):
        sign(cast, one, told)
    with pytest.raises(NotOfTheUnit):
        writing.write(one=one, unit=cast.faculty, notes=told, seen=0, by=cast.head, at=NOW)


def test_a_head_who_is_a_nominee_does_not_sign(cast: Cast, one: Round) -> None:
    told = notes(cast, Count(person_of(cast.head), 3, 0, 0))

    with pytest.raises(NotAllowed, match="Không ai tự đề cử mình"):
        sign(cast, one, told)

    assert sign(cast, one, told, by=cast.officer).stage == "held"


def test_written_by_two_the_second_sees_the_first(cast: Cast, one: Round) -> None:
    first = meeting_at(UnitMeetingStage.PREPARED, cast, one)

    with pytest.raises(MinutesChanged) as refused:
        sign(cast, one, notes(cast), seen=0)

    assert (refused.value.meeting, UnitMeeting.objects.get().version) == (first, 1)


def test_what_was_signed_is_not_written_on(cast: Cast, one: Round) -> None:
    made = meeting_at(UnitMeetingStage.HELD, cast, one)

    with pytest.raises(HeldAlready):
        writing.write(one=one, unit=cast.faculty, notes=notes(cast), seen=made.version, by=cast.head, at=NOW)


def test_a_unit_says_that_it_nominates_nobody_and_why(cast: Cast, one: Round) -> None:
    made = signing.say_nobody(one=one, unit=cast.faculty, reason=" Chưa ai đủ điều kiện ", by=cast.head, at=NOW)

    assert (made.stage, made.nobody, made.held_on, made.attendances.count()) == (
        "held",
        "Chưa ai đủ điều kiện",
        TODAY,
        0,
    )
    with pytest.raises(NoReason):
        signing.say_nobody(one=one, unit=cast.office, reason=" ", by=cast.officer, at=NOW)


def test_what_was_noted_stays_when_nobody_is_nominated(cast: Cast, one: Round) -> None:
    meeting_at(UnitMeetingStage.PREPARED, cast, one)

    made = signing.say_nobody(one=one, unit=cast.faculty, reason="Không ai đủ phiếu", by=cast.head, at=NOW)

    assert (made.held_on, made.attendances.count(), made.votes.count()) == (date(2026, 1, 14), 3, 1)


def test_opened_again_it_is_a_draft_with_everything_in_it(cast: Cast, one: Round) -> None:
    signing.say_nobody(one=one, unit=cast.faculty, reason="Chưa ai", by=cast.head, at=NOW)

    made = signing.reopen(one=one, unit=cast.faculty, reason="Có thêm người", by=cast.head, at=NOW)

    assert (made.stage, made.nobody, made.signed_by, made.signed_at, made.version) == ("prepared", "", None, None, 2)


def test_opened_again_it_says_why(cast: Cast, one: Round) -> None:
    meeting_at(UnitMeetingStage.HELD, cast, one)

    with pytest.raises(NoReason):
        signing.reopen(one=one, unit=cast.faculty, reason="", by=cast.head, at=NOW)


def test_once_a_dossier_was_sent_the_minutes_stand(cast: Cast, one: Round) -> None:
    meeting_at(UnitMeetingStage.HELD, cast, one)
    nomination_in(one, cast, stage="sent")

    with pytest.raises(SentAlready):
        signing.reopen(one=one, unit=cast.faculty, reason="Sửa", by=cast.head, at=NOW)


def test_who_has_sent_somebody_cannot_say_nobody(cast: Cast, one: Round) -> None:
    nomination_in(one, cast, stage="returned")

    with pytest.raises(SentAlready):
        signing.say_nobody(one=one, unit=cast.faculty, reason="Không", by=cast.head, at=NOW)


@pytest.mark.parametrize("stage", [RoundStage.DRAFT, RoundStage.CLOSED, RoundStage.CANCELLED])
@pytest.mark.parametrize("deed", DEEDS)
def test_units_meet_while_the_round_is_open(deed: str, stage: RoundStage, cast: Cast) -> None:
    with pytest.raises(RoundNotOpen, match="không ghi được kết quả họp"):
        DEEDS[deed](round_at(stage, cast), cast, cast.head)


def test_no_unit_meets_about_the_sectors_tiers(cast: Cast) -> None:
    one = running.open_round(one=round_in(cast, aim=SECTOR), by=cast.officer, at=NOW)

    with pytest.raises(NoMeetings, match="công nhận ở bậc dưới"):
        DEEDS["write"](one, cast, cast.head)


def test_a_unit_that_was_closed_meets_no_more(cast: Cast, one: Round) -> None:
    Unit.objects.filter(pk=cast.faculty.pk).update(until=date(2026, 1, 10))

    with pytest.raises(UnitIsClosed, match="Khoa Luật không còn hoạt động"):
        DEEDS["write"](one, cast, cast.officer)


def test_the_vote_of_the_unit_above_counts_for_a_nominee_below(cast: Cast, one: Round) -> None:
    nomination = nomination_in(one, cast)
    before = meeting_vote(nomination)
    sign(cast, one, notes(cast, Count(cast.lecturer.pk, 2, 1, 0)))

    vote = meeting_vote(nomination)

    assert (before, meeting_vote(nomination_in(one, cast, round=None, year=2024))) == (None, None)
    assert vote is not None
    assert (vote.votes_for, vote.votes_against, vote.votes_blank, vote.present, vote.members, vote.passed) == (
        2,
        1,
        0,
        3,
        3,
        True,
    )


@pytest.mark.parametrize(("votes", "passed"), [((2, 1, 0), True), ((1, 1, 1), False)])
def test_half_of_all_members_and_more_is_enough(
    votes: tuple[int, int, int], *, passed: bool, cast: Cast, one: Round
) -> None:
    sign(cast, one, notes(cast, Count(cast.lecturer.pk, *votes)))

    assert votes_in(one, [cast.lecturer.pk])[cast.lecturer.pk].passed is passed


def test_a_draft_of_a_meeting_is_no_vote(cast: Cast, one: Round) -> None:
    meeting_at(UnitMeetingStage.PREPARED, cast, one)

    assert meeting_vote(nomination_in(one, cast)) is None


@pytest.mark.parametrize(
    "wrong",
    [{"stage": "khac"}, {"stage": "held"}, {"signed_at": NOW}, {"held_on": None, "stage": "held"}, {"ends": time(8)}],
)
def test_the_database_refuses_what_the_rules_forbid(wrong: dict[str, object], cast: Cast, one: Round) -> None:
    made = meeting_at(UnitMeetingStage.PREPARED, cast, one)

    with pytest.raises(IntegrityError), transaction.atomic():
        UnitMeeting.objects.filter(pk=made.pk).update(**wrong)


def test_the_database_refuses_the_absent_without_a_reason_and_half_a_count(cast: Cast, one: Round) -> None:
    made = meeting_at(UnitMeetingStage.PREPARED, cast, one)

    with pytest.raises(IntegrityError), transaction.atomic():
        made.attendances.update(is_present=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        made.votes.update(votes_for=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitMeeting.objects.create(round=one, unit=cast.faculty, made_by=cast.head, made_at=NOW)
