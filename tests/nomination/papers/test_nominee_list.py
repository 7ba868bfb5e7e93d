"""The list of nominees: who was sent, of the whole round for the officer, of the own units for a head."""

from io import BytesIO

import pytest
from docx import Document

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.nominating import NomineeListPaper
from lantoa.domain.stages import RoundStage, UnitMeetingStage
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.papers.nominee_list import SOURCE
from lantoa.papers.sources import NotReady
from lantoa.register.models import Subject
from tests.cast import NOW, Cast
from tests.nomination.papers.printing import DAY, lines, printed
from tests.nomination.rounds import meeting_at, nomination_in, round_at


def contents(key: str) -> NomineeListPaper:
    return NomineeListPaper(**vars(SOURCE.contents(key, DAY)))


def subject_of(user: User) -> Subject:
    assert user.person is not None
    return user.person.subject


@pytest.fixture
def round_(cast: Cast) -> Round:
    """One lecturer of the division, voted on, and the office itself; a draft about the deputy head."""
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast, stage="sent")
    nomination_in(one, cast, stage="sent", subject=cast.office.subject, unit=cast.office)
    nomination_in(one, cast, subject=subject_of(cast.deputy), unit=cast.faculty)
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

    table = texts[texts.index("B. CÁ NHÂN") :][7:17]
    headings = [text for text in texts if text in ("A. TẬP THỂ", "B. CÁ NHÂN")]
    assert headings == ["A. TẬP THỂ", "B. CÁ NHÂN"]
    assert table == [
        "I",
        "Bộ môn Luật Dân sự",
        "1",
        "Lê Thanh Bình",
        "Giảng viên, Bộ môn Luật Dân sự",
        "Được đề nghị xét Trường hằng năm",
        "Điển hình tiên tiến của Trường hằng năm, năm 2025",
        "3/3 phiếu của người có mặt",
        "Tổng cộng",
        "01 cá nhân",
    ]


def test_units_are_numbered_in_roman_and_their_own_from_one(cast: Cast, round_: Round) -> None:
    Nomination.objects.filter(stage="draft").update(stage="sent", sent_by=cast.head, sent_at=NOW)
    nomination_in(round_, cast, stage="returned", subject=subject_of(cast.staff), unit=cast.faculty)

    paper = contents(str(round_.pk))

    assert [(line.number, line.name, line.is_unit) for line in paper.individuals] == [
        ("I", "Bộ môn Luật Dân sự", True),
        ("1", "Lê Thanh Bình", False),
        ("II", "Khoa Luật", True),
        ("1", "Nguyễn Văn An", False),
        ("2", "Nguyễn Thị Mai", False),
    ]
    assert [(line.number, line.name) for line in paper.collectives] == [("1", "Phòng Đào tạo")]
    assert (paper.counts, paper.collectives_total, paper.individuals_total) == (
        "01 tập thể, 03 cá nhân",
        "01 tập thể",
        "03 cá nhân",
    )


def test_the_list_of_one_unit_needs_no_heading_for_it(cast: Cast, round_: Round) -> None:
    paper = contents(f"{round_.pk}-{cast.division.pk}")

    assert [(line.number, line.name) for line in paper.individuals] == [("1", "Lê Thanh Bình")]


def test_a_unit_stands_in_bold_over_the_width_of_the_table(cast: Cast, round_: Round) -> None:
    table = Document(BytesIO(printed(SOURCE, str(round_.pk)))).tables[-2]

    bold = [[all(run.bold for run in cell.paragraphs[0].runs) for cell in row.cells] for row in table.rows[1:]]
    assert bold == [[True] * 6, [False] * 6, [True] * 6]
    assert [len({cell._tc for cell in row.cells}) for row in table.rows] == [6, 2, 6, 2]


def test_drafts_alone_make_no_list(cast: Cast, round_: Round) -> None:
    key = f"{round_.pk}-{cast.faculty.pk}"

    with pytest.raises(NotReady, match="Chưa có hồ sơ nào được gửi"):
        SOURCE.contents(key, DAY)


def test_a_round_without_nominees_has_no_list_yet(cast: Cast) -> None:
    one = round_at(RoundStage.OPEN, cast)

    with pytest.raises(NotReady):
        SOURCE.contents(str(one.pk), DAY)


def test_only_who_sees_the_unit_may_have_its_list(cast: Cast, round_: Round) -> None:
    key = f"{round_.pk}-{cast.division.pk}"

    answers = [bool(SOURCE.may(actor_of(user), key)) for user in (cast.officer, cast.head, cast.other_head)]

    assert answers == [True, True, False]
