"""The list of nominees: of the whole round for the officer, of the own units for a head."""

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.stages import RoundStage, UnitMeetingStage
from lantoa.nomination.models import Round
from lantoa.nomination.queries.papers.nominee_list import SOURCE
from lantoa.papers.sources import NotReady
from tests.cast import Cast
from tests.nomination.papers.printing import DAY, lines
from tests.nomination.rounds import meeting_at, nomination_in, round_at


@pytest.fixture
def round_(cast: Cast) -> Round:
    """One lecturer of the division, voted on, and the office itself."""
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast)
    nomination_in(one, cast, subject=cast.office.subject, unit=cast.office)
    meeting_at(UnitMeetingStage.HELD, cast, one)
    return one


def test_the_officer_prints_the_whole_round_and_each_unit(cast: Cast, round_: Round) -> None:
    things = list(SOURCE.things(actor_of(cast.officer), round_.pk))

    assert [(thing.words, thing.place) for thing in things] == [
        ("Đợt xét năm 2025", 0),
        ("Đợt xét năm 2025, Bộ môn Luật Dân sự", 1),
        ("Đợt xét năm 2025, Phòng Đào tạo", 2),
    ]


def test_a_head_prints_the_own_units_only(cast: Cast, round_: Round) -> None:
    things = list(SOURCE.things(actor_of(cast.head), None))

    assert [thing.key for thing in things] == [f"{round_.pk}-{cast.division.pk}"]


def test_every_thing_is_found_again_by_its_key(cast: Cast, round_: Round) -> None:
    things = list(SOURCE.things(actor_of(cast.officer), round_.pk))

    found = [SOURCE.find(thing.key) for thing in things]

    assert [(one.key, one.file_name) for one in found if one] == [(one.key, one.file_name) for one in things]


@pytest.mark.parametrize("key", ["", "x", "999999", "1-x", "1-999999", "²"])
def test_an_unknown_key_finds_nothing(cast: Cast, key: str) -> None:
    assert SOURCE.find(key) is None


def test_collectives_stand_before_individuals_with_what_the_unit_voted(cast: Cast, round_: Round) -> None:
    texts = lines(SOURCE, str(round_.pk))

    table = texts[texts.index("B. CÁ NHÂN") :][7:13]
    headings = [text for text in texts if text in ("A. TẬP THỂ", "B. CÁ NHÂN")]
    assert headings == ["A. TẬP THỂ", "B. CÁ NHÂN"]
    assert table == [
        "1",
        "Lê Thanh Bình",
        "Giảng viên, Bộ môn Luật Dân sự",
        "Được đề nghị xét Trường hằng năm",
        "Điển hình tiên tiến của Trường hằng năm, năm 2025",
        "3/3 phiếu của người có mặt",
    ]


def test_a_round_without_nominees_has_no_list_yet(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)

    with pytest.raises(NotReady):
        SOURCE.contents(str(one.pk), DAY)


def test_only_who_sees_the_unit_may_have_its_list(cast: Cast, round_: Round) -> None:
    key = f"{round_.pk}-{cast.division.pk}"

    answers = [bool(SOURCE.may(actor_of(user), key)) for user in (cast.officer, cast.head, cast.other_head)]

    assert answers == [True, True, False]
