"""Reading a workbook: the rows that keep the rules as a RecordBook, and everything that is wrong beside it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lantoa.domain.records import Origin, RecordBook
from lantoa.plans import catalogue
from lantoa.register.books import layout
from lantoa.register.books.cells import CODE
from lantoa.register.books.findings import Remark, RowError
from lantoa.register.books.layout import Sheet
from lantoa.register.books.remarks import remarks_on
from lantoa.register.books.rules import NOTHING, OnFile, broken_rules
from lantoa.register.books.tables import Row, Table, Tables, read_tables

PLACES = {sheet.name: place for place, sheet in enumerate(layout.SHEETS)}


@dataclass(frozen=True)
class Reading:
    """A workbook as read: `book` holds the good rows, `errors` every broken rule.

    `dependants` are rows that break no rule themselves but refer to a refused row, so they cannot be taken
    without it. Without errors the book is the whole file. `formulas` are rows whose values come from formulas.
    """

    book: RecordBook
    errors: list[RowError] = field(default_factory=list)
    dependants: list[RowError] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    formulas: list[Origin] = field(default_factory=list)
    read: dict[str, int] = field(default_factory=dict)  # sheet -> rows that are not empty


def read_book(source: Path, on_file: OnFile = NOTHING) -> Reading:
    """Read a workbook; UnreadableBook for a file that is not one. What is on file may be referred to."""
    return judged(read_tables(source), on_file)


def judged(tables: Tables, on_file: OnFile = NOTHING) -> Reading:
    """The rows of a workbook, held against the rules."""
    errors = in_book_order(tables.errors + broken_rules(tables, on_file))
    refused = {(error.sheet, error.row) for error in errors}
    dependants = _rows_that_fall_with(tables, refused, on_file)
    refused |= {(error.sheet, error.row) for error in dependants}
    book = _book(tables, refused)
    return Reading(
        book,
        errors,
        dependants,
        tables.remarks + remarks_on(book, on_file),
        [Origin(table.sheet.name, row.number) for table in tables for row in table.rows if row.has_formula],
        {table.sheet.name: len(table.rows) for table in tables},
    )


def codes_in(tables: Tables) -> set[str]:
    """Every code that the rows give or refer to."""
    fields = {
        table.sheet.name: [column.field for column in table.sheet.columns if column.kind is CODE] for table in tables
    }
    codes = {row.values.get(field) for table in tables for row in table.rows for field in fields[table.sheet.name]}
    return {code for code in codes if code}


def in_book_order(errors: list[RowError]) -> list[RowError]:
    return sorted(errors, key=lambda error: (PLACES[error.sheet], error.row))


def _rows_that_fall_with(tables: Tables, refused: set[tuple[str, int]], on_file: OnFile) -> list[RowError]:
    """Rows that refer to a code which no good row gives: they fall too, and so on down the tree."""
    fallen: dict[tuple[str, int], RowError] = {}
    while refused:
        codes = set(on_file.kinds) | {
            row.values["code"]
            for sheet in (layout.UNITS, layout.PEOPLE)
            for row in tables[sheet.name].rows
            if (sheet.name, row.number) not in refused and (sheet.name, row.number) not in fallen
        }
        more = {
            (table.sheet.name, row.number): error
            for table in tables
            for row in table.rows
            if (table.sheet.name, row.number) not in refused and (table.sheet.name, row.number) not in fallen
            if (error := _missing(table, row, codes))
        }
        if not more:
            break
        fallen |= more
    return in_book_order(list(fallen.values()))


def _missing(table: Table, row: Row, codes: set[str]) -> RowError | None:
    for column in table.sheet.references:
        code = row.values[column.field]
        if code and code not in codes:
            return table.error(row, column.field, f"sửa dòng của «{code}» trước: dòng ấy bị từ chối")
    return None


def _book(tables: Tables, refused: set[tuple[str, int]]) -> RecordBook:
    records: dict[str, Any] = {}
    for table in tables:
        good = (row for row in table.rows if (table.sheet.name, row.number) not in refused)
        rows = [record_of(table.sheet, row) for row in good]
        is_keyed = table.sheet in (layout.UNITS, layout.PEOPLE)
        records[table.sheet.table] = {row.code: row for row in rows} if is_keyed else rows
    return RecordBook(**records)


def record_of(sheet: Sheet, row: Row) -> Any:
    """The record that a good row becomes; an award's title is recognised, and gives its level where none is written."""
    values = dict(row.values)
    if sheet is layout.AWARDS:
        title = catalogue().title(values["text"])
        values["title"] = title.code if title else ""
        values["level"] = values["level"] or (title.level if title else None)
    return sheet.record(**values, origin=Origin(sheet.name, row.number))
