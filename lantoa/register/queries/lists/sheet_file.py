"""A list as an Excel file: every row that was asked for, whatever the page."""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import xlsxwriter
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.register.queries.lists.definition import Line, Listing, Look
from lantoa.register.queries.lists.rows import lines

AT_A_TIME = 2000
YEAR = re.compile(r"\d{4}")


def sheet_file(listing: Listing, rows: QuerySet[Any]) -> BytesIO:
    """The workbook, ready to be read from its start."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(listing.name)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, heading in enumerate(_headings(listing)):
        sheet.set_column(place, place, max(12, min(40, len(heading) + 6)))
        sheet.write_string(0, place, heading, head)
    sheet.freeze_panes(1, 0)
    for number, line in enumerate(_all_lines(listing, rows), 1):
        for place, text in enumerate(_texts(line)):
            if YEAR.fullmatch(text):
                sheet.write_number(number, place, int(text))
            else:
                sheet.write_string(number, place, text)
    book.close()
    file.seek(0)
    return file


def _headings(listing: Listing) -> list[str]:
    headings: list[str] = []
    for column in listing.columns:
        if column.look is Look.SUBJECT:
            headings.append(_("Mã %(what)s") % {"what": column.label[0].lower() + column.label[1:]})
        headings.append(column.label)
    return [*headings, _("Nguồn")]


def _texts(line: Line) -> list[str]:
    texts: list[str] = []
    for cell in line.cells:
        if cell.look is Look.SUBJECT:
            texts.append(cell.code)
        texts.append(cell.text)
    return [*texts, line.origin]


def _all_lines(listing: Listing, rows: QuerySet[Any]) -> Iterable[Line]:
    """The rows in their order, so many at a time: their ids first, which fit in memory."""
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_A_TIME):
        part = keys[start : start + AT_A_TIME]
        by_key = {line.pk: line for line in lines(listing, listing.model._default_manager.filter(pk__in=part))}
        yield from (by_key[key] for key in part if key in by_key)
