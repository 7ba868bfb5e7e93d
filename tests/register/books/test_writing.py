"""What is written reads back to the same rows."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Origin, RecordBook, Unit
from lantoa.register.books.layout import GUIDE, REASON, SHEETS, Sheet
from lantoa.register.books.reading import read_book
from lantoa.register.books.refused import write_refused
from lantoa.register.books.template import write_template
from lantoa.register.books.writing import write_book
from tests.register.books.workbooks import save, sound, spoilt, with_row


def cells(path: Path, sheet: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)]


def test_a_book_is_written_and_read_back_to_the_same_rows(tmp_path: Path) -> None:
    book = read_book(save(tmp_path, sound())).book

    write_book(book, tmp_path / "ra.xlsx")

    reading = read_book(tmp_path / "ra.xlsx")
    assert reading.book == book
    assert (reading.errors, reading.warnings) == ([], [])


def test_a_full_date_is_a_date_cell_and_a_partial_one_is_text(tmp_path: Path) -> None:
    write_book(read_book(save(tmp_path, sound())).book, tmp_path / "ra.xlsx")

    since = [row[3] for row in cells(tmp_path / "ra.xlsx", "Đơn vị")[1:]]

    assert since == ["2010", datetime(2012, 1, 1), "06/2015"]  # noqa: DTZ001  a cell has no time zone


def test_a_day_that_excel_cannot_count_is_text(tmp_path: Path) -> None:
    school = Unit("SL", "Trường Hậu bổ", None, PartialDate(1897, 6, 1), None, Origin("Đơn vị", 2))

    write_book(RecordBook(units={"SL": school}), tmp_path / "ra.xlsx")

    assert cells(tmp_path / "ra.xlsx", "Đơn vị")[1] == ("SL", "Trường Hậu bổ", None, "01/06/1897", None)
    assert read_book(tmp_path / "ra.xlsx").book.units == {"SL": school}


def test_text_is_never_taken_for_a_formula(tmp_path: Path) -> None:
    book = read_book(save(tmp_path, sound())).book
    book.initiatives[0] = replace(book.initiatives[0], name="=HYPERLINK(1)")

    write_book(book, tmp_path / "ra.xlsx")

    assert read_book(tmp_path / "ra.xlsx").book.initiatives == book.initiatives


def test_the_template_has_every_sheet_and_reads_as_an_empty_book(tmp_path: Path) -> None:
    write_template(tmp_path / "mau.xlsx")

    reading = read_book(tmp_path / "mau.xlsx")

    assert openpyxl.load_workbook(tmp_path / "mau.xlsx").sheetnames == [GUIDE, *(sheet.name for sheet in SHEETS)]
    assert reading.book == RecordBook()
    assert reading.warnings == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.table)
def test_the_template_has_bold_heads_for_what_must_be_filled_and_offers_lists(tmp_path: Path, sheet: Sheet) -> None:
    write_template(tmp_path / "mau.xlsx")

    page = openpyxl.load_workbook(tmp_path / "mau.xlsx")[sheet.name]

    assert [(cell.value, bool(cell.font.b)) for cell in page[1]] == [
        (column.name, column.required) for column in sheet.columns
    ]
    assert page.freeze_panes == "A2"
    lists = {str(one.sqref): one.formula1 for one in page.data_validations.dataValidation if one.type == "list"}
    assert list(lists.values()) == [
        '"' + ",".join(column.kind.choices or column.offers) + '"'
        for column in sheet.columns
        if column.kind.choices or column.offers
    ]


def test_the_guide_explains_every_column(tmp_path: Path) -> None:
    write_template(tmp_path / "mau.xlsx")

    explained = [row[1] for row in cells(tmp_path / "mau.xlsx", GUIDE) if row[1] and row[1] != "Cột"]

    assert explained == [column.name for sheet in SHEETS for column in sheet.columns]


def test_every_column_has_a_hint() -> None:
    assert [column.name for sheet in SHEETS for column in sheet.columns if not column.hint] == []


def test_refused_rows_come_back_as_they_were_with_the_reason_in_the_last_column(tmp_path: Path) -> None:
    book = with_row("Xếp loại", "CB1", date(2024, 1, 1), "Giỏi")
    source = save(tmp_path, book)

    write_refused(source, read_book(source).errors, tmp_path / "lai.xlsx")

    assert cells(tmp_path / "lai.xlsx", "Xếp loại") == [
        ("Mã đối tượng", "Năm", "Mức", REASON),
        (
            "CB1",
            datetime(2024, 1, 1),  # noqa: DTZ001  a cell has no time zone
            "Giỏi",
            "Năm: năm là số nguyên từ 1945 đến 2100; Mức: một trong: HTXSNV, HTTNV, HTNV, KHTNV",
        ),
    ]
    assert cells(tmp_path / "lai.xlsx", "Cán bộ") == [(*sound()["Cán bộ"][0], REASON)]


def test_rows_that_fall_with_a_refused_one_come_back_too(tmp_path: Path) -> None:
    source = save(tmp_path, spoilt("Cán bộ", 3, "Ngày sinh", "xx"))
    reading = read_book(source)

    write_refused(source, reading.errors + reading.dependants, tmp_path / "lai.xlsx")

    assert [row[0] for row in cells(tmp_path / "lai.xlsx", "Công tác")] == ["Mã cán bộ", "CB2"]


def test_a_sheet_without_a_required_column_comes_back_whole(tmp_path: Path) -> None:
    book = sound()
    book["Xếp loại"] = [row[:2] for row in book["Xếp loại"]]
    source = save(tmp_path, book)

    write_refused(source, read_book(source).errors, tmp_path / "lai.xlsx")

    assert cells(tmp_path / "lai.xlsx", "Xếp loại")[1:] == [
        ("CB1", 2024, "Mức: phải có cột «Mức»"),
        ("KL", 2024, "Mức: phải có cột «Mức»"),
    ]


def test_mended_refused_rows_are_read_without_a_remark_on_the_reason(tmp_path: Path) -> None:
    source = save(tmp_path, spoilt("Xếp loại", 2, "Mức", "Giỏi"))
    write_refused(source, read_book(source).errors, tmp_path / "lai.xlsx")

    reading = read_book(tmp_path / "lai.xlsx")

    assert reading.read["Xếp loại"] == 1
    assert reading.warnings == []
