"""A list as an Excel file with one sheet: headings, then a row for each line, whatever their number."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TypeAlias

import xlsxwriter

Value: TypeAlias = str | int
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Text is written as text: what begins with = or @ is no formula and no link.
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def spreadsheet(name: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> BytesIO:
    """The workbook, ready to be read from its start; `name` is the sheet's, 31 characters at most."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, heading in enumerate(headings):
        sheet.set_column(place, place, max(12, min(40, len(heading) + 6)))
        sheet.write_string(0, place, heading, head)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, place, value)
            else:
                sheet.write_string(number, place, value)
    book.close()
    file.seek(0)
    return file
