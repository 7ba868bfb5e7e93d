"""A list as an Excel file: every row that was asked for, whatever the page."""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.register.queries.lists.definition import Line, Listing, Look
from lantoa.register.queries.lists.rows import lines
from lantoa.spreadsheet import Value, spreadsheet

AT_A_TIME = 2000
YEAR = re.compile(r"\d{4}")


def sheet_file(listing: Listing, rows: QuerySet[Any]) -> BytesIO:
    """The workbook, ready to be read from its start."""
    return spreadsheet(listing.name, _headings(listing), (_values(line) for line in _all_lines(listing, rows)))


def _headings(listing: Listing) -> list[str]:
    headings: list[str] = []
    for column in listing.columns:
        label = str(column.label)
        if column.look is Look.SUBJECT:
            headings.append(_("Mã %(what)s") % {"what": label[0].lower() + label[1:]})
        headings.append(label)
    return [*headings, _("Nguồn")]


def _values(line: Line) -> list[Value]:
    """What the line says; a year is a number, so that Excel sorts by it."""
    texts: list[str] = []
    for cell in line.cells:
        if cell.look is Look.SUBJECT:
            texts.append(cell.code)
        texts.append(cell.text)
    return [int(text) if YEAR.fullmatch(text) else text for text in [*texts, line.origin]]


def _all_lines(listing: Listing, rows: QuerySet[Any]) -> Iterable[Line]:
    """The rows in their order, so many at a time: their ids first, which fit in memory."""
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_A_TIME):
        part = keys[start : start + AT_A_TIME]
        by_key = {line.pk: line for line in lines(listing, listing.model._default_manager.filter(pk__in=part))}
        yield from (by_key[key] for key in part if key in by_key)
