"""How the workbook looks: heads, widths, lists to pick from; one look for template, export and refused rows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from lantoa.domain.calendar import FIRST_YEAR, LAST_YEAR
from lantoa.register.books.cells import CODE, DATE, MARK, YEAR, Cell
from lantoa.register.books.layout import Column, Sheet

HEAD = {
    "bg_color": "#F3EEE6",
    "bottom": 1,
    "valign": "vcenter",
    "text_wrap": True,
    "font_name": "Arial",
    "font_size": 10,
}
BODY = {"font_name": "Arial", "font_size": 10, "valign": "top"}
OLDEST_DATE = date(1900, 3, 1)  # Excel takes 1900 for a leap year; days before are off by one
LISTED_ROWS = 20_000  # rows that offer lists and hints


class Pages:
    """A workbook being written, sheet by sheet, each row after the one above it."""

    def __init__(self, target: Path | BinaryIO) -> None:
        self.workbook = xlsxwriter.Workbook(
            target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self.head = self.workbook.add_format(HEAD)
        self.required_head = self.workbook.add_format(HEAD | {"bold": True})
        self.text = self.workbook.add_format(BODY | {"num_format": "@"})
        self.wrapped = self.workbook.add_format(BODY | {"text_wrap": True})
        self.body = self.workbook.add_format(BODY)
        self.day = self.workbook.add_format(BODY | {"num_format": "dd/mm/yyyy", "align": "left"})
        self.title = self.workbook.add_format({"font_name": "Arial", "font_size": 14, "bold": True})

    def sheet_of(self, sheet: Sheet) -> Any:
        """An empty sheet with its heads, widths and lists."""
        page = self.workbook.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, width_of(column), self.body if column.kind is YEAR else self.text)
            page.data_validation(1, place, LISTED_ROWS, place, _validation(column))
        page.set_row(0, 30)
        for place, column in enumerate(sheet.columns):
            page.write_string(0, place, column.name, self.required_head if column.required else self.head)
        page.autofilter(0, 0, LISTED_ROWS, len(sheet.columns) - 1)
        return page

    def write_row(self, page: Any, number: int, cells: Sequence[Cell | None]) -> None:
        """Write cells by their type; text is never taken for a formula or an address."""
        for place, cell in enumerate(cells):
            if cell is None or cell == "":
                continue
            if isinstance(cell, bool):
                page.write_boolean(number, place, cell, self.body)
            elif isinstance(cell, int | float):
                page.write_number(number, place, cell, self.body)
            elif isinstance(cell, date) and cell >= OLDEST_DATE:
                page.write_datetime(number, place, cell, self.day)
            else:
                page.write_string(number, place, str(cell), self.text)


@contextmanager
def pages(target: Path | BinaryIO) -> Iterator[Pages]:
    """A workbook that is complete when the block ends."""
    book = Pages(target)
    try:
        yield book
    finally:
        book.workbook.close()


def width_of(column: Column) -> int:
    """A width, in characters, that shows what the column usually holds."""
    if column.kind in (CODE, DATE):
        return 14
    if column.kind.choices:
        return min(26, max(12, *(len(choice) + 3 for choice in column.kind.choices)))
    return {0: 9}.get(column.longest, min(44, max(12, column.longest // 6)))


def _validation(column: Column) -> dict[str, Any]:
    """A list to pick from, or a hint; a warning and not a wall, because any spelling is read."""
    shown = {
        "input_title": column.name[:32],
        "input_message": column.hint[:255],
        "error_type": "warning",
        "error_title": column.name[:32],
        "error_message": f"Cần {column.kind.expected}. Vẫn giữ giá trị này?"[:255],
    }
    choices = column.kind.choices or column.offers
    if choices:
        return {"validate": "list", "source": list(choices), **shown}
    if column.kind is YEAR:
        limits = {"criteria": "between", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
        return {"validate": "integer", **limits, **shown}
    return {"validate": "any", **shown}


MARKED = MARK.choices[0]
