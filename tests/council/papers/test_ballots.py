"""The ballots of a poll on paper: enough of them, nameless, and none tells who filled it in."""

from datetime import date

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.council.actions.polls.preparing import void
from lantoa.council.queries.papers.ballots import BALLOT
from lantoa.domain.ballot import Mode
from lantoa.domain.papers.printed import Ballot, Candidate
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.sources import NotReady
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, interest, opened, prepared, seat
from tests.papers.pdf.looking import pages

DAY = date(2026, 1, 15)


def sheets(made: object) -> tuple[str, list[str]]:
    assert isinstance(made, Ballot)
    return made.copies, [row.name for row in made.candidates]


def test_every_member_there_gets_the_same_sheet(chamber: Chamber) -> None:
    poll, _keys = opened(chamber, Mode.PAPER)

    made = BALLOT.contents(f"poll:{poll.pk}", DAY)

    assert isinstance(made, Ballot)
    assert sheets(made) == ("9", ["Người Được Xét 0", "Người Được Xét 1"])
    printed = pages(typeset("phieu-bau", made))
    assert (len(printed), len(set(printed))) == (9, 1)


def test_it_names_the_nominee_as_the_agenda_does(chamber: Chamber) -> None:
    poll, _keys = opened(chamber, Mode.PAPER)

    made = BALLOT.contents(f"poll:{poll.pk}", DAY)

    assert isinstance(made, Ballot)
    assert made.meeting == "Phiên họp xét năm 2025, ngày 15/01/2026, lần bỏ phiếu 1"
    assert made.candidates[0] == Candidate(
        number="1",
        name="Người Được Xét 0",
        unit="Giảng viên, Bộ môn Luật Dân sự",
        tier="Điển hình tiên tiến của Trường hằng năm, năm 2025",
    )


def test_absent_members_get_none(cast: Cast) -> None:
    poll, _keys = opened(seat(cast, size=9, absent=2), Mode.PAPER)

    assert sheets(BALLOT.contents(f"poll:{poll.pk}", DAY))[0] == "7"


def test_who_does_not_vote_on_the_case_gets_none(chamber: Chamber) -> None:
    interest(chamber.cases[1], chamber.members[3], chamber.officer)
    poll, _keys = opened(chamber, Mode.PAPER, [chamber.cases[1]])

    assert sheets(BALLOT.contents(f"poll:{poll.pk}", DAY)) == ("8", ["Người Được Xét 1"])


def test_before_the_poll_is_open_nobody_knows_how_many(chamber: Chamber) -> None:
    poll = prepared(chamber, Mode.PAPER)

    assert [bool(one.missing) for one in BALLOT.things(actor_of(chamber.officer), None)] == [True]
    with pytest.raises(NotReady, match="Hãy mở lần bỏ phiếu trước"):
        BALLOT.contents(f"poll:{poll.pk}", DAY)


def test_a_poll_that_is_void_has_none(chamber: Chamber) -> None:
    poll, _keys = opened(chamber, Mode.PAPER)
    void(poll=poll, reason="In nhầm", by=chamber.officer, at=NOW)

    with pytest.raises(NotReady, match="đã huỷ"):
        BALLOT.contents(f"poll:{poll.pk}", DAY)


def test_only_polls_on_paper_have_ballots(chamber: Chamber) -> None:
    opened(chamber)

    assert list(BALLOT.things(actor_of(chamber.officer), None)) == []


@pytest.mark.parametrize("key", ["poll:0", "poll:x", "item:1", ""])
def test_a_key_of_nothing_finds_nothing(key: str, chamber: Chamber) -> None:
    assert BALLOT.find(key) is None
    with pytest.raises(NotReady, match="Không có lần bỏ phiếu"):
        BALLOT.contents(key, DAY)


def test_they_belong_to_the_round_of_the_cases(chamber: Chamber) -> None:
    poll, _keys = opened(chamber, Mode.PAPER)
    of_round = chamber.cases[0].nomination.round_id
    officer = actor_of(chamber.officer)

    found = list(BALLOT.things(officer, of_round))

    assert [(one.file_name, one.round, one.missing) for one in found] == [
        (f"2025/SA/PB/{poll.pk:03}_phien-hop-xet-nam-2025", of_round, "")
    ]
    assert list(BALLOT.things(officer, (of_round or 0) + 1)) == []
    assert BALLOT.find(f"poll:{poll.pk}") == found[0]


def test_they_are_for_those_who_see_the_council_and_papers_of_the_whole_school(chamber: Chamber, cast: Cast) -> None:
    poll, _keys = opened(chamber, Mode.PAPER)

    for who, is_allowed in ((cast.officer, True), (chamber.users[4], False), (cast.head, False)):
        assert bool(list(BALLOT.things(actor_of(who), None))) is is_allowed
        assert bool(BALLOT.may(actor_of(who), f"poll:{poll.pk}")) is is_allowed
