"""Preparing, opening and voiding polls; papers with two tellers; a show of hands; every stage, every role."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from lantoa.audit.models import Event
from lantoa.council.actions.polls import counting, papers, preparing
from lantoa.council.actions.polls.refusals import (
    CountImpossible,
    CountsMissing,
    MeetingNotOpen,
    MixedRolls,
    NoCasesChosen,
    NoReason,
    NotATeller,
    NotOpenToVote,
    QuorumLost,
    ScanMissing,
    TellersDiffer,
    TooManyBallots,
    WrongTellers,
    WrongWay,
)
from lantoa.council.models import Meeting, Poll, Presence, TellerCount
from lantoa.domain.ballot import Count, Mode
from lantoa.domain.stages import WrongStage
from lantoa.papers.attachments import Checked, check
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as people
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, cleared, interest, opened, prepared, put, seat, totals


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def scan() -> Checked:
    return check(SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 kiem phieu"))


def counted_by(chamber: Chamber, poll: Poll, place: int, *counts: Count, returned: int = 9) -> None:
    cases = list(poll.cases.order_by("order").values_list("pk", flat=True))
    given = dict(zip(cases, counts, strict=True))
    papers.enter_count(poll=poll, counts=given, returned=returned, by=chamber.tellers[place], at=NOW)


def test_two_tellers_who_agree_and_a_signed_record_make_a_result(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    for place in (0, 1):
        counted_by(chamber, poll, place, Count(7, 1, 1), Count(4, 4, 0, 1))
    papers.attach_scan(poll=poll, scan=scan(), by=chamber.tellers[0], at=NOW)

    papers.settle_papers(poll=poll, by=chamber.tellers[1], at=NOW)

    poll.refresh_from_db()
    assert totals(poll) == {1: (7, 1, 1, 0), 2: (4, 4, 0, 1)}
    assert (poll.stage, poll.returned, poll.scan_name) == ("counted", 9, "bien-ban.pdf")


def test_counts_that_differ_block_and_say_where(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    counted_by(chamber, poll, 0, Count(7, 2), Count(9))
    counted_by(chamber, poll, 1, Count(8, 1), Count(9))
    papers.attach_scan(poll=poll, scan=scan(), by=chamber.tellers[0], at=NOW)

    with pytest.raises(TellersDiffer, match="ghi khác nhau ở: Người Được Xét 0\\."):
        papers.settle_papers(poll=poll, by=chamber.tellers[1], at=NOW)

    poll.refresh_from_db()
    assert (poll.stage, totals(poll)[1]) == ("open", (None,) * 4)


def test_papers_that_came_back_are_counted_twice_too(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    counted_by(chamber, poll, 0, Count(9), Count(9))
    counted_by(chamber, poll, 1, Count(8), Count(8), returned=8)

    with pytest.raises(TellersDiffer, match="số phiếu thu về"):
        papers.settle_papers(poll=poll, by=chamber.tellers[0], at=NOW)


def test_a_teller_corrects_the_own_count(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    counted_by(chamber, poll, 0, Count(7, 2), Count(9))
    counted_by(chamber, poll, 0, Count(8, 1), Count(9))

    assert [str(one) for one in TellerCount.objects.order_by("poll_case")] == ["8/1/0/0", "9/0/0/0"]


def test_one_count_is_not_enough(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    counted_by(chamber, poll, 0, Count(9), Count(9))

    with pytest.raises(CountsMissing):
        papers.settle_papers(poll=poll, by=chamber.tellers[0], at=NOW)


def test_without_the_signed_record_nothing_is_settled(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    for place in (0, 1):
        counted_by(chamber, poll, place, Count(9), Count(9))

    with pytest.raises(ScanMissing):
        papers.settle_papers(poll=poll, by=chamber.tellers[0], at=NOW)


def test_a_later_record_takes_the_place_of_the_earlier(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)
    papers.attach_scan(poll=poll, scan=scan(), by=chamber.tellers[0], at=NOW)
    poll.refresh_from_db()
    first = poll.scan_path

    papers.attach_scan(poll=poll, scan=scan(), by=chamber.tellers[0], at=NOW)

    poll.refresh_from_db()
    assert poll.scan_path != first


def test_more_votes_than_papers_are_impossible(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)

    with pytest.raises(CountImpossible, match="Người Được Xét 1: tổng số phiếu phải là 8\\."):
        counted_by(chamber, poll, 0, Count(8), Count(9), returned=8)
    with pytest.raises(TooManyBallots, match="9 phiếu phát ra"):
        counted_by(chamber, poll, 0, Count(10), Count(10), returned=10)

    assert TellerCount.objects.count() == 0


def test_who_is_no_teller_counts_nothing(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.PAPER)

    with pytest.raises(NotATeller):
        papers.enter_count(poll=poll, counts={}, returned=0, by=chamber.officer, at=NOW)


@pytest.mark.parametrize("when", ["before", "after"])
def test_on_paper_cases_with_other_voters_are_voted_on_apart(chamber: Chamber, when: str) -> None:
    """A paper on which one case is crossed out would be that member's."""
    if when == "before":
        interest(chamber.cases[0], chamber.members[0], chamber.officer)
        with pytest.raises(MixedRolls, match="Người Được Xét 0"):
            prepared(chamber, Mode.PAPER)
        apart, _none = opened(chamber, Mode.PAPER, chamber.cases[:1])
        assert apart.issued == 8
    else:
        poll = prepared(chamber, Mode.PAPER)
        interest(chamber.cases[0], chamber.members[0], chamber.officer)
        with pytest.raises(MixedRolls):
            preparing.open_poll(poll=poll, by=chamber.officer, at=NOW)


def test_hands_are_counted_once(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.HANDS)
    first, second = poll.cases.order_by("order").values_list("pk", flat=True)

    counting.count_hands(poll=poll, counts={first: Count(6, 2, 1), second: Count(5)}, by=chamber.officer, at=NOW)

    assert totals(poll) == {1: (6, 2, 1, 0), 2: (5, 0, 0, 0)}


def test_there_are_no_more_hands_than_voters(chamber: Chamber) -> None:
    interest(chamber.cases[0], chamber.members[0], chamber.officer)
    poll, _none = opened(chamber, Mode.HANDS)
    cases = poll.cases.values_list("pk", flat=True)

    with pytest.raises(CountImpossible, match="Người Được Xét 0: tổng số phiếu phải là 0-8"):
        counting.count_hands(poll=poll, counts=dict.fromkeys(cases, Count(9)), by=chamber.officer, at=NOW)


def test_a_deed_of_another_way_of_voting_is_refused(chamber: Chamber) -> None:
    poll, _none = opened(chamber, Mode.HANDS)

    with pytest.raises(WrongWay):
        papers.attach_scan(poll=poll, scan=scan(), by=chamber.tellers[0], at=NOW)


def test_a_poll_is_for_an_open_meeting(chamber: Chamber) -> None:
    chamber.meeting.stage, chamber.meeting.ended_by, chamber.meeting.ended_at = "held", chamber.officer, NOW
    chamber.meeting.save()

    with pytest.raises(MeetingNotOpen):
        prepared(chamber)


def test_a_poll_needs_cases(chamber: Chamber) -> None:
    with pytest.raises(NoCasesChosen):
        prepared(chamber, cases=[])


def test_a_case_is_in_one_poll_at_a_time(chamber: Chamber) -> None:
    prepared(chamber, cases=chamber.cases[:1])

    with pytest.raises(NotOpenToVote, match="Người Được Xét 0"):
        prepared(chamber)


def test_a_case_is_voted_on_twice_at_most(chamber: Chamber) -> None:
    for _time in range(2):
        poll, _none = opened(chamber, Mode.HANDS)
        cases = poll.cases.values_list("pk", flat=True)
        counting.count_hands(poll=poll, counts=dict.fromkeys(cases, Count(4, 4)), by=chamber.officer, at=NOW)

    with pytest.raises(NotOpenToVote, match="đã bỏ phiếu đủ số lần cho phép"):
        prepared(chamber)


def test_a_case_that_is_on_another_agenda_is_refused(cast: Cast, chamber: Chamber) -> None:
    other = Meeting.objects.get(pk=chamber.meeting.pk)
    other.pk = None
    other.save(force_insert=True)
    elsewhere = put(other, cleared(cast, people.person("DC9", "Người Khác", cast.division), cast.officer))

    with pytest.raises(NotOpenToVote, match="Người Khác"):
        preparing.prepare(meeting=chamber.meeting, cases=[elsewhere], mode=Mode.HANDS, by=chamber.officer, at=NOW)


@pytest.mark.parametrize("tellers", [[], [0], [0, 0], [0, 1, 2]])
def test_a_secret_ballot_has_two_different_tellers(chamber: Chamber, tellers: list[int]) -> None:
    able = [*chamber.tellers, chamber.officer]

    with pytest.raises(WrongTellers, match="hai người kiểm phiếu khác nhau"):
        preparing.prepare(
            meeting=chamber.meeting,
            cases=chamber.cases,
            mode=Mode.PAPER,
            tellers=[able[place] for place in tellers],
            by=chamber.officer,
            at=NOW,
        )


def test_a_nominee_does_not_count_the_ballots(cast: Cast, chamber: Chamber) -> None:
    member = chamber.members[4]
    own = put(chamber.meeting, cleared(cast, member.person, cast.officer))

    with pytest.raises(WrongTellers, match="uv4 không kiểm phiếu được"):
        preparing.prepare(
            meeting=chamber.meeting,
            cases=[own],
            mode=Mode.PAPER,
            tellers=[chamber.users[4], chamber.users[5]],
            by=chamber.officer,
            at=NOW,
        )


def test_who_may_not_count_is_no_teller(cast: Cast, chamber: Chamber) -> None:
    with pytest.raises(WrongTellers, match="chưa có quyền kiểm phiếu"):
        preparing.prepare(
            meeting=chamber.meeting,
            cases=chamber.cases,
            mode=Mode.PAPER,
            tellers=[cast.deputy, chamber.users[5]],
            by=chamber.officer,
            at=NOW,
        )


def test_without_a_quorum_no_vote_is_opened(chamber: Chamber) -> None:
    poll = prepared(chamber, Mode.HANDS)
    Presence.objects.filter(member__in=chamber.members[5:]).update(left_at=NOW)

    with pytest.raises(QuorumLost, match="có mặt 5, cần ít nhất 6"):
        preparing.open_poll(poll=poll, by=chamber.officer, at=NOW)

    poll.refresh_from_db()
    assert (poll.stage, poll.roll.count()) == ("prepared", 0)


def test_a_poll_is_voided_with_a_reason(chamber: Chamber) -> None:
    poll = prepared(chamber)

    with pytest.raises(NoReason):
        preparing.void(poll=poll, reason="  ", by=chamber.officer, at=NOW)


def test_the_threshold_is_frozen_with_its_source(cast: Cast) -> None:
    chamber = seat(cast, nominees=1)
    poll, _none = opened(chamber, Mode.HANDS)

    assert poll.cases.get().threshold == {
        "share": "1/2",
        "strictly": True,
        "base": "all_members",
        "set_by": "Hội đồng Thi đua - Khen thưởng Trường",
        "source": "Điển hình tiên tiến không phải danh hiệu thi đua: Hội đồng tự quy định, "
        "mặc định quá bán tổng số thành viên",
    }


def act(chamber: Chamber, poll: Poll, deed: str, by: int | None = None) -> None:
    """Do the deed by who may, or by the member of that place."""
    runs = chamber.officer if by is None else chamber.users[by]
    if deed == "open":
        preparing.open_poll(poll=poll, by=runs, at=NOW)
    elif deed == "void":
        preparing.void(poll=poll, reason="Sai danh sách", by=runs, at=NOW)
    else:
        cases = poll.cases.values_list("pk", flat=True)
        counting.count_hands(poll=poll, counts=dict.fromkeys(cases, Count(1)), by=runs, at=NOW)


ALLOWED = {("prepared", "open"), ("prepared", "void"), ("open", "count"), ("open", "void")}
WAYS = {"prepared": [], "open": ["open"], "counted": ["open", "count"], "void": ["void"]}


@pytest.mark.parametrize("stage", WAYS)
@pytest.mark.parametrize("deed", ["open", "count", "void"])
def test_a_deed_is_for_its_own_stages_and_else_leaves_nothing_behind(chamber: Chamber, stage: str, deed: str) -> None:
    poll = prepared(chamber, Mode.HANDS)
    for way in WAYS[stage]:
        act(chamber, poll, way)
    before = Event.objects.count()

    if (stage, deed) in ALLOWED:
        act(chamber, poll, deed)
        assert Event.objects.count() == before + 1
    else:
        with pytest.raises(WrongStage):
            act(chamber, poll, deed)
        poll.refresh_from_db()
        assert (poll.stage, Event.objects.count()) == (stage, before)


@pytest.mark.parametrize(
    ("deed", "stage", "who", "allowed"),
    [
        ("open", "prepared", 0, True),  # the chair
        ("open", "prepared", 3, False),  # a member
        ("void", "open", 0, True),
        ("void", "open", 3, False),
        ("count", "open", 0, False),
        ("count", "open", 3, True),
    ],
)
def test_who_may(chamber: Chamber, deed: str, stage: str, who: int, *, allowed: bool) -> None:
    poll = prepared(chamber, Mode.HANDS)
    for way in WAYS[stage]:
        act(chamber, poll, way)

    if allowed:
        act(chamber, poll, deed, by=who)
    else:
        with pytest.raises(NotAllowed):
            act(chamber, poll, deed, by=who)
        poll.refresh_from_db()
        assert poll.stage == stage


@pytest.mark.parametrize("role", ["head", "deputy", "staff", "administrator", "stranger"])
def test_nobody_else_does_anything_about_a_poll(cast: Cast, chamber: Chamber, role: str) -> None:
    poll = prepared(chamber, Mode.HANDS)
    other = getattr(cast, role)

    with pytest.raises(NotAllowed):
        preparing.prepare(meeting=chamber.meeting, cases=chamber.cases, mode=Mode.HANDS, by=other, at=NOW)
    with pytest.raises(NotAllowed):
        preparing.open_poll(poll=poll, by=other, at=NOW)
    with pytest.raises(NotAllowed):
        preparing.void(poll=poll, reason="x", by=other, at=NOW)
