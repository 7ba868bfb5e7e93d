"""The tables of an overview page as an Excel file, one sheet a table."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from lantoa.domain.cohorts import Spread
from lantoa.nurture.queries.overview.tables import Cell, Column, Kind, Section, Table

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FORMATS = {Kind.SHARE: "0.0%", Kind.MONTHS: "0.0", Kind.DAYS: "0.0", Kind.NUMBER: "0"}
SPREADS = (Kind.DAYS, Kind.MONTHS)


def file_of(sections: Iterable[Section]) -> BytesIO:
    """Numbers are numbers; a spread takes four columns: how many, lower quartile, median, upper quartile."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    for section in sections:
        _write(book, section.table)
    book.close()
    file.seek(0)
    return file


def _write(book: Any, table: Table) -> None:
    page = book.add_worksheet(table.name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    headings = [pair for column in table.columns for pair in _headings(column)]
    formats = [book.add_format({"num_format": FORMATS.get(kind, "@")}) for _heading, kind, _width in headings]
    for place, (heading, _kind, width) in enumerate(headings):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, head)
    page.freeze_panes(1, 1)
    rows = [*table.rows, table.totals] if table.totals else table.rows
    for number, cells in enumerate(rows, 1):
        for place, value in enumerate(_values(table.columns, cells)):
            if isinstance(value, str):
                page.write_string(number, place, value)
            elif value is not None:
                page.write_number(number, place, value, formats[place])


def _headings(column: Column) -> list[tuple[str, Kind, int]]:
    if column.kind not in SPREADS:
        return [(column.heading, column.kind, column.width)]
    parts = [_("số trường hợp"), _("tứ phân vị dưới"), _("trung vị"), _("tứ phân vị trên")]
    kinds = [Kind.NUMBER, column.kind, column.kind, column.kind]
    return [(f"{column.heading}: {part}", kind, column.width) for part, kind in zip(parts, kinds, strict=True)]


def _values(columns: Sequence[Column], cells: Sequence[Cell]) -> Iterator[str | float | None]:
    for column, cell in zip(columns, cells, strict=True):
        value = cell.value
        if isinstance(value, Spread):
            yield from (value.count, value.lower, value.median, value.upper)
        elif column.kind in SPREADS:
            yield from (None,) * 4
        else:
            yield value
