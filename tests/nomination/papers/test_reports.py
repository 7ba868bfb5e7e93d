"""Achievement reports: what the unit wrote, and what the record book knows of the years before."""

from datetime import UTC, date, datetime

import pytest

from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.nominating import IndividualReportPaper, TitleLine
from lantoa.domain.stages import RoundStage
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.papers.reports import COLLECTIVE, INDIVIDUAL
from lantoa.papers.sources import NotReady
from tests.cast import Cast, award, rating
from tests.nomination.papers.printing import DAY, lines
from tests.nomination.rounds import nomination_in, round_at

TEXT = "Đã đổi mới cách dạy.\n\nHướng dẫn <hai> đề tài & đạt giải."


@pytest.fixture
def of_lecturer(cast: Cast) -> Nomination:
    award(cast.lecturer, 2024, "CSTĐCS", decision="12/QĐ-CĐL", decided="31/12/2024", issuer="Hiệu trưởng")
    award(cast.lecturer, 2026, "CSTĐCS")
    award(cast.lecturer, 2023, "Giấy khen của Hiệu trưởng")
    rating(cast.lecturer, 2025)
    return nomination_in(round_at(RoundStage.OPEN, cast), cast, text=TEXT)


@pytest.fixture
def of_faculty(cast: Cast) -> Nomination:
    one = round_at(RoundStage.OPEN, cast)
    return nomination_in(one, cast, subject=cast.faculty.subject, unit=cast.faculty, text=TEXT)


def test_titles_and_commendations_of_the_years_considered_stand_in_two_tables(of_lecturer: Nomination) -> None:
    said = INDIVIDUAL.contents(str(of_lecturer.pk), DAY)

    assert isinstance(said, IndividualReportPaper)
    assert (said.titles, len(said.commendations)) == (
        (TitleLine(year="2024", words="CSTĐCS", decision="Số 12/QĐ-CĐL ngày 31/12/2024; Hiệu trưởng"),),
        1,
    )


def test_an_individual_signs_and_the_head_of_the_unit_confirms(of_lecturer: Nomination) -> None:
    texts = lines(INDIVIDUAL, str(of_lecturer.pk))

    assert texts[0] == "Mẫu số 05 kèm theo Nghị định số 152/2025/NĐ-CP"
    assert texts[-3:] == ["Trần Văn Khoa", "NGƯỜI BÁO CÁO", "Lê Thanh Bình"]
    assert [text for text in texts if "<hai>" in text] == ["Hướng dẫn <hai> đề tài & đạt giải."]


def test_the_form_is_that_of_the_day(of_lecturer: Nomination) -> None:
    texts = lines(INDIVIDUAL, str(of_lecturer.pk), date(2024, 3, 1))

    assert texts[0] == "Mẫu số 03 kèm theo Nghị định số 98/2023/NĐ-CP"


def test_a_collective_names_its_people_and_parts_and_the_school_confirms(of_faculty: Nomination) -> None:
    texts = lines(COLLECTIVE, str(of_faculty.pk))

    assert [text for text in texts if text.startswith(("- Tổng số", "+ "))] == [
        "- Tổng số: 03 người; người đứng đầu: Trần Văn Khoa",
        "+ Bộ môn Luật Dân sự",
    ]
    assert texts[-3:] == ["XÁC NHẬN CỦA HIỆU TRƯỞNG", "TRƯỞNG KHOA", "Trần Văn Khoa"]


def test_the_name_of_the_file_keeps_the_number_in_the_round(cast: Cast, of_lecturer: Nomination) -> None:
    assert of_lecturer.round is not None
    nomination_in(of_lecturer.round, cast, subject=cast.office.subject, unit=cast.office)

    things = [*INDIVIDUAL.things(actor_of(cast.officer), None), *COLLECTIVE.things(actor_of(cast.officer), None)]

    assert [(thing.file_name, bool(thing.missing)) for thing in things] == [
        ("2025/SA/CN/001_le-thanh-binh_bao-cao", False),
        ("2025/SA/TT/002_phong-dao-tao_bao-cao", True),
    ]


def test_a_thing_is_found_by_its_key_among_its_own_kind(of_lecturer: Nomination) -> None:
    key = str(of_lecturer.pk)

    found = INDIVIDUAL.find(key)

    assert found is not None
    assert (found.key, COLLECTIVE.find(key), INDIVIDUAL.find("x")) == (key, None, None)


def test_the_day_of_a_report_is_the_one_at_the_school_on_which_it_was_sent(of_lecturer: Nomination) -> None:
    early = datetime(2026, 1, 14, 23, 30, tzinfo=UTC)  # half past six in the morning of the day after
    Nomination.objects.filter(pk=of_lecturer.pk).update(stage="sent", sent_by=of_lecturer.made_by, sent_at=early)

    thing = INDIVIDUAL.find(str(of_lecturer.pk))

    assert thing is not None
    assert thing.day == date(2026, 1, 15)


def test_an_empty_report_is_not_printed(cast: Cast) -> None:
    nomination = nomination_in(round_at(RoundStage.OPEN, cast), cast, text=" ")

    with pytest.raises(NotReady, match="còn trống"):
        INDIVIDUAL.contents(str(nomination.pk), DAY)
    with pytest.raises(NotReady, match="Không có hồ sơ"):
        COLLECTIVE.contents(str(nomination.pk), DAY)


def test_reports_are_for_those_who_see_the_papers_of_the_unit(cast: Cast, of_lecturer: Nomination) -> None:
    users = (cast.officer, cast.head, cast.other_head, cast.staff)

    assert [bool(INDIVIDUAL.may(actor_of(user), str(of_lecturer.pk))) for user in users] == [True, True, False, False]
    assert not INDIVIDUAL.may(actor_of(cast.head), "x")
