"""Lists of movements as Excel files: the movements, and the table of units and movements."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from lantoa.discovery.models import Movement
from lantoa.discovery.queries.movements.lists import Cell, Row
from lantoa.spreadsheet import Value, spreadsheet


def list_of(movements: Iterable[Movement]) -> BytesIO:
    """A row for each movement of `lists.listed`, with how many units were asked and have answered."""
    headings = [
        _("Phong trào"),
        _("Đơn vị phát động"),
        _("Loại"),
        _("Bước"),
        _("Từ ngày"),
        _("Đến ngày"),
        _("Hạn đăng ký"),
        _("Đơn vị được yêu cầu"),
        _("Đăng ký chờ duyệt"),
        _("Đăng ký đã nhận"),
    ]
    return spreadsheet(_("Phong trào"), headings, map(_line, movements))


def board_of(movements: Sequence[Movement], rows: Sequence[Row]) -> BytesIO:
    """A row for each unit, a column for each movement."""
    headings = [_("Mã"), _("Đơn vị"), *(movement.name for movement in movements)]
    lines = ([row.unit.subject.code, row.unit.subject.name, *map(_in_words, row.cells)] for row in rows)
    return spreadsheet(_("Phong trào"), headings, lines)


def _line(movement: Any) -> list[Value]:
    return [
        movement.name,
        movement.unit.subject.name,
        movement.get_kind_display(),
        movement.get_stage_display(),
        _day(movement.since),
        _day(movement.until),
        _day(movement.pledges_due),
        movement.asked,
        movement.waiting,
        movement.accepted,
    ]


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _in_words(cell: Cell | None) -> str:
    if cell is None:
        return ""
    said = _("%(stage)s; báo cáo %(done)s/%(all)s") % {
        "stage": cell.pledge.get_stage_display(),
        "done": cell.reported,
        "all": cell.expected,
    }
    return _("%(said)s; quá hạn") % {"said": said} if cell.is_late else said
