"""Certificates of the titles that the school gives: what the record book knows, and what is written by hand."""

from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.accounts.queries import actor_of
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.records import AwardStatus
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.sources import NotReady
from lantoa.recognition.queries.papers.certificates import CERTIFICATE
from lantoa.register.models import Award
from tests import cast as people
from tests.cast import Cast
from tests.papers.pdf.looking import pages
from tests.recognition.decisions.deciding import TODAY


@pytest.fixture
def title(cast: Cast) -> Award:
    return people.award(cast.lecturer, 2025, decision="12/QĐ-CĐL", decided="2026-01-15")


def made(of: Award) -> Certificate:
    found = CERTIFICATE.contents(f"award:{of.pk}", TODAY)
    assert isinstance(found, Certificate)
    return found


def test_it_says_what_the_record_book_says(title: Award) -> None:
    assert made(title) == Certificate(
        authority="HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
        deed="TẶNG DANH HIỆU",
        award="CHIẾN SĨ THI ĐUA CƠ SỞ",
        has_flags=True,
        name="Lê Thanh Bình",
        unit="Giảng viên, Bộ môn Luật Dân sự",
        achievement="Đã có thành tích xuất sắc trong phong trào thi đua năm 2025",
        decision="Quyết định số 12/QĐ-CĐL ngày 15 tháng 01 năm 2026",
        ordinal="",
        place="Bình An",
        date="ngày 15 tháng 01 năm 2026",
        position="HIỆU TRƯỞNG",
        signer="Lê Văn Minh",
    )


def test_a_collective_stands_under_the_school(cast: Cast) -> None:
    of = people.award(cast.division, 2025, "TTLĐTT", decision="12/QĐ-CĐL", decided="2026-01-15")
    found = made(of)
    assert (found.award, found.name, found.unit) == (
        "TẬP THỂ LAO ĐỘNG TIÊN TIẾN",
        "Bộ môn Luật Dân sự",
        "Trường Cao đẳng Luật Sông Lam",
    )


def test_who_worked_nowhere_on_that_day_stands_under_the_school(cast: Cast) -> None:
    of = people.award(cast.lecturer, 1980, decision="12/QĐ-CĐL", decided="1981-01-15")
    assert made(of).unit == "Trường Cao đẳng Luật Sông Lam"


def test_the_number_in_the_golden_book_is_written_by_hand(title: Award) -> None:
    [page] = pages(typeset("giay-khen", made(title)))
    assert "Số sổ vàng: ………. " in page
    [numbered] = pages(typeset("giay-khen", replace(made(title), ordinal="07")))
    assert "Số sổ vàng: 07" in numbered


def test_titles_follow_where_no_round_is_asked_for(cast: Cast, title: Award) -> None:
    officer = actor_of(cast.officer)
    [found] = CERTIFICATE.things(officer, None)
    assert (found.words, found.file_name, found.missing) == (
        "Lê Thanh Bình, Chiến sĩ thi đua cơ sở năm 2025",
        f"2025/SA/DH/{title.pk:03}_le-thanh-binh-chien-si-thi-dua-co-so",
        "",
    )
    assert (CERTIFICATE.find(found.key), found.round, found.unit) == (replace(found, place=0), None, "")
    assert list(CERTIFICATE.things(officer, 1)) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"text": "Chiến sĩ thi đua cấp Bộ"},
        {"text": "Giấy khen"},
        {"status": AwardStatus.ELIGIBLE},
        {"text": "Lao động tiên tiến"},
    ],
)
def test_what_the_school_does_not_print_is_not_offered(cast: Cast, facts: dict[str, str]) -> None:
    of = people.award(cast.lecturer, 2025, decision="12/QĐ-CĐL", decided="2026-01-15", **facts)  # type: ignore[arg-type]
    assert list(CERTIFICATE.things(actor_of(cast.officer), None)) == []
    with pytest.raises(NotReady, match="không còn danh hiệu này"):
        made(of)


@pytest.mark.parametrize(("decision", "decided", "why"), [
    ("", "2026-01-15", "chưa ghi số và ngày quyết định"),
    ("12/QĐ-CĐL", None, "chưa ghi số và ngày quyết định"),
    ("12/QĐ-CĐL", "2026", "chưa ghi đủ ngày, tháng, năm"),
])  # fmt: skip
def test_what_the_record_book_lacks_is_asked_for(cast: Cast, decision: str, decided: str | None, why: str) -> None:
    of = people.award(cast.lecturer, 2025, decision=decision, decided=decided)
    [found] = CERTIFICATE.things(actor_of(cast.officer), None)
    assert why in found.missing
    with pytest.raises(NotReady, match=why):
        made(of)


@pytest.mark.parametrize("key", ["award:0", "award:x", f"award:{'9' * 40}"])
def test_a_key_of_nothing_finds_nothing(title: Award, key: str) -> None:
    assert title.pk
    assert CERTIFICATE.find(key) is None


def test_the_head_of_a_unit_makes_none(cast: Cast, title: Award) -> None:
    head = actor_of(cast.head)
    assert list(CERTIFICATE.things(head, None)) == []
    assert not CERTIFICATE.may(head, f"award:{title.pk}")
    assert CERTIFICATE.may(actor_of(cast.officer), f"award:{title.pk}")


def test_many_titles_are_read_in_one_query(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for year in (2023, 2024, 2025):
        people.award(cast.lecturer, year, decision="12/QĐ-CĐL", decided="2026-01-15")
    officer = actor_of(cast.officer)
    with django_assert_num_queries(2):  # lines of decisions, titles
        assert len(list(CERTIFICATE.things(officer, None))) == 3
