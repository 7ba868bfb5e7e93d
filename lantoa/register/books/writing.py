"""Writing a RecordBook as a workbook that reads back to the same rows."""

from pathlib import Path
from typing import Any, BinaryIO

from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Record, RecordBook
from lantoa.register.books.cells import DATE, MARK, YEAR, Cell, spelling
from lantoa.register.books.layout import SHEETS, Column, Sheet
from lantoa.register.books.pages import MARKED, OLDEST_DATE, pages


def write_book(book: RecordBook, target: Path | BinaryIO) -> None:
    """Every sheet with every row, in the book's order; full dates as dates, others as they were written."""
    with pages(target) as workbook:
        for sheet in SHEETS:
            page = workbook.sheet_of(sheet)
            for number, record in enumerate(rows_of(book, sheet), 1):
                workbook.write_row(page, number, cells_of(sheet, record))


def rows_of(book: RecordBook, sheet: Sheet) -> list[Record]:
    """The rows of the book that belong on the sheet."""
    rows = getattr(book, sheet.table)
    return list(rows.values()) if isinstance(rows, dict) else rows


def cells_of(sheet: Sheet, record: Record) -> list[Cell | None]:
    """The cells of a record in the order of the sheet's columns."""
    return [_cell(column, getattr(record, column.field)) for column in sheet.columns]


def _cell(column: Column, value: Any) -> Cell | None:
    if value is None:
        return None
    if column.kind is DATE:
        return _date(value)
    if column.kind is MARK:
        return MARKED if value else None
    if column.kind is YEAR:
        return int(value)
    return spelling(column.kind, value) if column.kind.choices else str(value)


def _date(written: PartialDate) -> Cell:
    if written.day and written.first_day >= OLDEST_DATE:
        return written.first_day
    return str(written)
