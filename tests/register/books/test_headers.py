"""Headings are known however they are typed."""

import unicodedata

import pytest

from lantoa.register.books.headers import columns_under, other_headers, sheet_named
from lantoa.register.books.layout import AWARDS, PEOPLE, RATINGS, SHEETS, Sheet


@pytest.mark.parametrize(
    "heading",
    ["Số quyết định", "SỐ QUYẾT ĐỊNH", "so quyet dinh", "Số\nquyết định", "SỐ QUYẾT ÐỊNH", "Số quyết định (nếu có)",
     unicodedata.normalize("NFD", "Số quyết định"), " Số\u00a0 quyết  định *", "Số QĐ", "Quyết định số"],
)  # fmt: skip
def test_a_column_is_known_in_any_spelling(heading: str) -> None:
    assert columns_under(AWARDS, [heading]) == {"decision": 0}


def test_year_is_told_from_man_by_its_accent() -> None:
    assert columns_under(RATINGS, ["Nam", "Năm"]) == {"year": 1}


def test_a_year_without_accents_is_still_a_year() -> None:
    assert columns_under(RATINGS, ["MA DOI TUONG", "NAM", "MUC"]) == {"subject": 0, "year": 1, "grade": 2}


def test_the_columns_own_name_goes_before_a_variant() -> None:
    assert columns_under(PEOPLE, ["CCCD", "Mã", "Họ tên"]) == {"code": 1, "name": 2}


def test_a_heading_that_means_nothing_is_left_out() -> None:
    assert columns_under(RATINGS, ["STT", "Năm", "Ghi chú"]) == {"year": 1}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.table)
def test_every_column_answers_to_its_own_name_beside_all_the_others(sheet: Sheet) -> None:
    names = [column.name for column in sheet.columns]

    found = columns_under(sheet, names)

    assert found == {column.field: place for place, column in enumerate(sheet.columns)}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.table)
def test_every_variant_alone_is_known(sheet: Sheet) -> None:
    unknown = [form for column in sheet.columns for form in other_headers(column) if not columns_under(sheet, [form])]

    assert unknown == []


@pytest.mark.parametrize("name", ["Đơn vị", "ĐƠN VỊ", "don vi", "Ðơn vị", "1. Đơn vị", "Danh sách đơn vị"])
def test_a_sheet_is_known_in_any_spelling(name: str) -> None:
    sheet = sheet_named(name)

    assert sheet is not None
    assert sheet.table == "units"


def test_another_tab_is_no_sheet_of_the_book() -> None:
    assert sheet_named("Sheet1") is None
