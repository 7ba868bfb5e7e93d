"""The table of units and movements as an Excel file."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from lantoa.discovery.models import Movement
from lantoa.discovery.queries.movements.lists import Cell, Row


def file_of(movements: Sequence[Movement], rows: Sequence[Row]) -> BytesIO:
    """A row for each unit, a column for each movement."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(_("Phong trào"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, heading in enumerate([_("Mã"), _("Đơn vị"), *(movement.name for movement in movements)]):
        page.set_column(place, place, 12 if place == 0 else 32)
        page.write_string(0, place, heading, head)
    page.freeze_panes(1, 2)
    for number, row in enumerate(rows, 1):
        texts = [row.unit.subject.code, row.unit.subject.name, *map(_in_words, row.cells)]
        for place, text in enumerate(texts):
            page.write_string(number, place, text)
    book.close()
    file.seek(0)
    return file


def _in_words(cell: Cell | None) -> str:
    if cell is None:
        return ""
    said = _("%(stage)s; báo cáo %(done)s/%(all)s") % {
        "stage": cell.pledge.get_stage_display(),
        "done": cell.reported,
        "all": cell.expected,
    }
    return _("%(said)s; quá hạn") % {"said": said} if cell.is_late else said
