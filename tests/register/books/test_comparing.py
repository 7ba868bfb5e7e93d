"""A row of a workbook is new, known, or contradicts what is on file."""

from pathlib import Path

import pytest

from lantoa.domain.records import RecordBook
from lantoa.register.books.comparing import Comparison, compare
from lantoa.register.books.findings import RowError
from lantoa.register.books.layout import SHEETS
from lantoa.register.books.reading import read_book
from tests.register.books.workbooks import Rows, save, sound, spoilt, with_row


@pytest.fixture
def on_file(tmp_path: Path) -> RecordBook:
    return read_book(save(tmp_path, sound(), "on-file.xlsx")).book


def compared(folder: Path, book: dict[str, Rows], on_file: RecordBook) -> Comparison:
    return compare(read_book(save(folder, book)).book, on_file)


def new_rows(comparison: Comparison) -> dict[str, list[int]]:
    return {sheet: [row.origin.row for row in rows] for sheet, rows in comparison.new.items() if rows}


def refused(comparison: Comparison) -> list[tuple[str, int, str, str]]:
    return [(error.sheet, error.row, error.column, error.value) for error in comparison.errors]


def test_against_an_empty_register_every_row_is_new(on_file: RecordBook) -> None:
    comparison = compare(on_file, RecordBook())

    assert {sheet: len(rows) for sheet, rows in comparison.new.items()} == {
        sheet.name: len(sound()[sheet.name]) - 1 for sheet in SHEETS
    }


def test_the_same_rows_are_known(tmp_path: Path, on_file: RecordBook) -> None:
    comparison = compared(tmp_path, sound(), on_file)

    assert (new_rows(comparison), comparison.errors) == ({}, [])
    assert comparison.known == {sheet.name: len(sound()[sheet.name]) - 1 for sheet in SHEETS}


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value"),
    [
        ("Khen thưởng", 2, "Danh hiệu, hình thức", "CSTĐCS"),
        ("Khen thưởng", 2, "Cơ quan ban hành", None),
        ("Cán bộ", 2, "Ngày sinh", None),
        ("Cán bộ", 2, "Ngày sinh", "1980"),
        ("Cán bộ", 2, "Họ và tên", "PHẠM THỊ HẠNH"),
        ("Đơn vị", 4, "Mã cấp trên", "KL"),
        ("Công tác", 2, "Đến ngày", "12/2020"),
        ("Công tác", 4, "Người đứng đầu", None),
        ("Kỷ luật", 2, "Huỷ bỏ", None),
        ("Sáng kiến", 2, "Tên", "Ngân hàng Tình huống dân sự"),
    ],
)
def test_another_spelling_or_an_empty_cell_is_still_the_same_row(
    tmp_path: Path, on_file: RecordBook, sheet: str, row: int, column: str, value: object
) -> None:
    comparison = compared(tmp_path, spoilt(sheet, row, column, value), on_file)

    assert (new_rows(comparison), comparison.errors) == ({}, [])


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value"),
    [
        ("Xếp loại", 2, "Mức", "HTNV"),
        ("Cán bộ", 2, "Họ và tên", "Phạm Thị Hành"),
        ("Cán bộ", 2, "Ngày sinh", "02/02/1980"),
        ("Đơn vị", 4, "Mã cấp trên", "SL"),
        ("Công tác", 3, "Đến ngày", "30/06/2025"),
        ("Công tác", 2, "Người đứng đầu", "x"),
        ("Kỷ luật", 2, "Mã đơn vị vi phạm", "KL"),
        ("Tạm hoãn", 2, "Đến ngày", "01/07/2023"),
        ("Chốt sổ", 2, "Ngày chốt", "28/02/2025"),
    ],
)
def test_another_content_contradicts_in_its_column(
    tmp_path: Path, on_file: RecordBook, sheet: str, row: int, column: str, value: str
) -> None:
    comparison = compared(tmp_path, spoilt(sheet, row, column, value), on_file)

    assert refused(comparison) == [(sheet, row, column, value)]
    assert new_rows(comparison) == {}


def test_a_contradiction_says_what_is_on_file(tmp_path: Path, on_file: RecordBook) -> None:
    comparison = compared(tmp_path, spoilt("Xếp loại", 2, "Mức", "htnv"), on_file)

    assert comparison.errors == [
        RowError("Xếp loại", 2, "Mức", "HTNV", "trong sổ đã ghi «HTXSNV»; nếu sai, hãy sửa dòng đó ở trang Sổ")
    ]


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value"),
    [
        ("Khen thưởng", 2, "Năm", 2023),
        ("Khen thưởng", 2, "Số quyết định", "13/QĐ-CĐLSL"),
        ("Khen thưởng", 3, "Tình trạng", "đã tặng"),
        ("Sáng kiến", 2, "Tên", "Một sáng kiến khác"),
        ("Công nhận", 2, "Bậc", "sector-annual"),
        ("Xác nhận", 2, "Căn cứ", "Đơn phản ánh"),
        ("Xếp loại", 2, "Năm", 2023),
    ],
)
def test_a_row_about_something_else_is_new(
    tmp_path: Path, on_file: RecordBook, sheet: str, row: int, column: str, value: object
) -> None:
    comparison = compared(tmp_path, spoilt(sheet, row, column, value), on_file)

    assert (new_rows(comparison), comparison.errors) == ({sheet: [row]}, [])


def test_the_same_row_twice_where_one_is_on_file_is_one_new_row(tmp_path: Path, on_file: RecordBook) -> None:
    comparison = compared(tmp_path, with_row("Sáng kiến", *sound()["Sáng kiến"][1]), on_file)

    assert new_rows(comparison) == {"Sáng kiến": [3]}


def test_a_judgement_given_again_after_another_one_is_new(tmp_path: Path, on_file: RecordBook) -> None:
    comparison = compared(tmp_path, with_row("Xác nhận", *sound()["Xác nhận"][1]), on_file)

    assert new_rows(comparison) == {"Xác nhận": [4]}


def test_a_post_that_overlaps_one_on_file_is_refused(tmp_path: Path, on_file: RecordBook) -> None:
    comparison = compared(tmp_path, spoilt("Công tác", 4, "Từ ngày", "1/6/2019"), on_file)

    assert comparison.errors == [
        RowError("Công tác", 4, "Từ ngày", "01/06/2019", "ngày không chồng lên dòng đã có trong sổ: 01/01/2018 - nay")
    ]
    assert new_rows(comparison) == {}
