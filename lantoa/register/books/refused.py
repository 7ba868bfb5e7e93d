"""The refused rows of a workbook, given back as a workbook with the reason beside each."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from lantoa.register.books.cells import Cell
from lantoa.register.books.findings import RowError
from lantoa.register.books.layout import REASON, SHEETS
from lantoa.register.books.pages import Pages, pages
from lantoa.register.books.tables import Tab, tabs_of


def write_refused(source: Path, errors: Iterable[RowError], target: Path | BinaryIO) -> None:
    """The rows that the errors name, as they stand in the source, under their own heads; nothing else.

    A sheet without a required column comes back whole. It can be mended and imported like any book.
    """
    reasons: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for error in errors:
        reasons[error.sheet][error.row].append(_reason(error))
    tabs = {tab.sheet.name: tab for tab in tabs_of(source, [])}
    with pages(target) as workbook:
        for sheet in SHEETS:
            if sheet.name in tabs:
                _write_tab(workbook, tabs[sheet.name], reasons[sheet.name])
            else:
                workbook.sheet_of(sheet)


def _reason(error: RowError) -> str:
    return f"{error.column}: {error.expected}" if error.column else error.expected


def _write_tab(workbook: Pages, tab: Tab, reasons: dict[int, list[str]]) -> None:
    page = workbook.workbook.add_worksheet(tab.sheet.name)
    page.freeze_panes(1, 0)
    headings: list[Cell] = tab.lines[tab.headings_at] if tab.lines else []
    width = len(headings)
    page.set_column(0, max(width - 1, 0), 18)
    page.set_column(width, width, 70)
    for place, heading in enumerate([*headings, REASON]):
        page.write_string(0, place, str(heading), workbook.required_head)
    number = 0
    for at, line in enumerate(tab.lines[tab.headings_at + 1 :], tab.headings_at + 2):
        why = reasons.get(at) or reasons.get(tab.headings_at + 1)
        if why and any(str(cell).strip() for cell in line):
            number += 1
            workbook.write_row(page, number, [*line, "; ".join(why)])
