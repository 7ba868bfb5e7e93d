"""Lists of the record book: who may see them, what they find, how they sort, what they cost."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.functional import Promise
from python_calamine import CalamineWorkbook

from lantoa.domain.records import Ledger
from lantoa.register.models import Person, Unit
from lantoa.register.queries.lists import LISTINGS, Asked, Listing, lines, listing_of, rows_of
from tests import cast as stage
from tests.cast import Cast, signed_in

TODAY = date(2026, 1, 15)
SLUGS = [listing.slug for listing in LISTINGS]
MOST_QUERIES, MOST_BYTES = 15, 100_000


def someone(number: int) -> Person:
    return stage.person(f"NV{number}", f"Lê Văn Số {number}")


WRITERS: dict[str, Callable[[int, Unit], Any]] = {
    "don-vi": lambda n, school: stage.unit(f"T{n}", f"Tổ số {n}", under=school),
    "can-bo": lambda n, _: someone(n),
    "cong-tac": lambda n, school: stage.post(someone(n), school, f"Việc {n}"),
    "xep-loai": lambda n, _: stage.rating(someone(n), 2024),
    "khen-thuong": lambda n, _: stage.award(someone(n), 2024, decision="12/QĐ-CĐLSL", decided="3/2025"),
    "ky-luat": lambda n, school: stage.sanction(someone(n), "1/3/2024", at=school),
    "sang-kien": lambda n, _: stage.initiative(someone(n), 2024),
    "cong-nhan": lambda n, _: stage.recognition(someone(n), "school-annual", 2024),
    "xac-nhan": lambda n, _: stage.attestation(someone(n), "G1", 2024),
    "tam-hoan": lambda n, _: stage.hold(someone(n), "1/3/2024"),
    "chot-so": lambda n, school: stage.closing(Ledger.AWARDS, 2024, of=stage.unit(f"T{n}", f"Tổ số {n}", under=school)),
}


def names(slug: str, asked: Asked) -> list[str]:
    """The first column of the rows that a list gives."""
    listing = listing_of(slug)
    assert listing
    return [line.cells[0].text for line in lines(listing, rows_of(listing, asked, TODAY))]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_officer_sees_every_list(cast: Cast, slug: str) -> None:
    assert signed_in(cast.officer).get(f"/so/{slug}/").status_code == 200


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_nobody_else_sees_the_book(cast: Cast, slug: str, who: str) -> None:
    assert signed_in(getattr(cast, who)).get(f"/so/{slug}/").status_code == 403


def test_a_list_that_does_not_exist_is_not_found(cast: Cast) -> None:
    assert signed_in(cast.officer).get("/so/khong-co/").status_code == 404


@pytest.mark.parametrize("number", [1, 3, 300])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_list_costs_the_same_whatever_its_length(cast: Cast, slug: str, number: int) -> None:
    for one in range(number):
        WRITERS[slug](one, cast.school)
    client = signed_in(cast.officer)

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(f"/so/{slug}/")

    assert len(queries) <= MOST_QUERIES
    assert len(answer.content) <= MOST_BYTES


@pytest.mark.parametrize("words", ["nguyen van an", "Nguyễn Văn An", "AN nguyen", "cb5"])
def test_a_person_is_found_without_accents_in_any_order(cast: Cast, words: str) -> None:
    assert names("can-bo", Asked(words=words)) == ["Nguyễn Văn An"]


def test_rows_are_found_by_the_name_they_are_about(cast: Cast) -> None:
    stage.rating(cast.lecturer, 2024)
    stage.rating(cast.faculty, 2024)

    assert names("xep-loai", Asked(words="le thanh binh")) == ["Lê Thanh Bình"]


def test_an_award_is_found_by_its_decision(cast: Cast) -> None:
    stage.award(cast.lecturer, 2024, decision="77/QĐ-BTP")
    stage.award(cast.lecturer, 2023, decision="78/QĐ-BTP")

    assert names("khen-thuong", Asked(words="77/")) == ["Lê Thanh Bình"]


def test_a_unit_brings_its_people_and_those_of_the_units_under_it(cast: Cast) -> None:
    listed = names("can-bo", Asked(unit=cast.faculty.pk))

    assert listed == ["Nguyễn Văn An", "Lê Thanh Bình", "Trần Văn Khoa"]


def test_people_sort_by_given_name(cast: Cast) -> None:
    expected = ["Nguyễn Văn An", "Lê Thanh Bình", "Đỗ Tiến Dũng", "Phạm Thị Hạnh", "Trần Văn Khoa", "Nguyễn Thị Mai"]

    assert names("can-bo", Asked()) == expected
    assert names("can-bo", Asked(sort="-ten")) == expected[::-1]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_list_sorts_by_every_column_that_says_so(cast: Cast, slug: str) -> None:
    for number in range(3):
        WRITERS[slug](number, cast.school)
    listing = listing_of(slug)
    assert listing

    for key in listing.orders:
        up, down = (rows_of(listing, Asked(sort=sort), TODAY) for sort in (key, f"-{key}"))
        assert len(up) == len(down) == len(rows_of(listing, Asked(), TODAY))


def test_filters_are_joined(cast: Cast) -> None:
    stage.rating(cast.lecturer, 2024)
    stage.rating(cast.lecturer, 2023)
    stage.rating(cast.faculty, 2024)

    assert names("xep-loai", Asked(chosen={"nam": "2024", "loai": "collective"})) == ["Khoa Luật"]


def test_what_is_not_among_the_choices_is_said_beside_the_filter(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/so/can-bo/?don_vi=KHONGCO")

    assert "Không có đơn vị mã «KHONGCO»." in answer.content.decode()


def test_where_units_are_too_many_to_pick_from_the_code_is_typed(cast: Cast) -> None:
    for number in range(60):
        stage.unit(f"T{number}", f"Tổ số {number}", under=cast.school)

    answer = signed_in(cast.officer).get("/so/can-bo/?don_vi=KL")

    assert 'placeholder="mã đơn vị"' in answer.content.decode()
    assert len(answer.context["lines"]) == 3


def test_rows_in_force_today_and_rows_typed_by_hand(cast: Cast) -> None:
    stage.hold(cast.lecturer, "1/3/2024")
    stage.hold(cast.faculty, "1/3/2024", "1/4/2024")

    assert names("tam-hoan", Asked(chosen={"hieu_luc": "co", "nguon": "tay"})) == ["Lê Thanh Bình"]
    assert names("tam-hoan", Asked(chosen={"hieu_luc": "khong"})) == ["Khoa Luật"]


def test_an_empty_list_says_how_to_begin(cast: Cast) -> None:
    assert "Sổ Sáng kiến chưa có dòng nào" in signed_in(cast.officer).get("/so/sang-kien/").content.decode()


def test_a_list_without_a_hit_offers_to_show_everything(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/so/can-bo/?q=khongcoai")

    assert "Không có dòng nào như vậy" in answer.content.decode()


def test_the_second_page_holds_the_rest(cast: Cast) -> None:
    for number in range(50):
        someone(number)

    answer = signed_in(cast.officer).get("/so/can-bo/?trang=2")

    assert len(answer.context["lines"]) == 6


def test_htmx_gets_the_rows_alone(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/so/can-bo/", headers={"HX-Request": "true"})

    assert answer.content.decode().strip().startswith('<div id="rows">')


def test_the_filtered_list_comes_as_an_excel_file(cast: Cast) -> None:
    stage.rating(cast.lecturer, 2024)
    stage.rating(cast.lecturer, 2023, "HTTNV")

    answer = signed_in(cast.officer).get("/so/xep-loai/xuat/?nam=2024")

    book = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue()))
    assert book.get_sheet_by_name("Xếp loại").to_python() == [
        ["Mã đối tượng", "Đối tượng", "Năm", "Mức", "Nguồn"],
        ["CB6", "Lê Thanh Bình", 2024.0, "HTXSNV", "ghi 15/01/2026"],
    ]


def test_a_formula_in_a_name_stays_text_in_the_excel_file(cast: Cast) -> None:
    stage.person("CT1", "=HYPERLINK(1)")

    answer = signed_in(cast.officer).get("/so/can-bo/xuat/?q=CT1")

    rows = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_name("Cán bộ").to_python()
    assert rows[1][:2] == ["CT1", "=HYPERLINK(1)"]


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.slug)
def test_the_words_of_a_list_are_looked_up_when_they_are_shown(listing: Listing) -> None:
    words = [column.label for column in listing.columns] + [choice.label for choice in listing.filters]

    assert [word for word in words if not isinstance(word, Promise)] == []
