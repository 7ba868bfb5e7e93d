"""The results of a meeting as an Excel file."""

from collections.abc import Iterable
from io import BytesIO

from django.utils.translation import gettext as _

from lantoa.council.queries.polls.results import CaseResult
from lantoa.spreadsheet import Value, spreadsheet


def file_of(found: Iterable[CaseResult]) -> BytesIO:
    """One row a case with its last counted vote."""
    headings = [
        _("Thứ tự"),
        _("Mã"),
        _("Ai, tập thể nào"),
        _("Đơn vị"),
        _("Cách bỏ phiếu"),
        _("Đồng ý"),
        _("Không đồng ý"),
        _("Không ý kiến"),
        _("Không hợp lệ"),
        _("Ý kiến bằng văn bản"),
        _("Tổng số tính tỷ lệ"),
        _("Kết quả"),
        _("Kết luận"),
        _("Lý do"),
    ]
    return spreadsheet(_("Kết quả bỏ phiếu"), headings, map(_line, found))


def _line(one: CaseResult) -> list[Value]:
    nomination = one.case.nomination
    head: list[Value] = [one.case.order, nomination.subject.code, nomination.subject.name, nomination.unit.subject.name]
    return [*head, *_votes(one), str(one.case.get_outcome_display()) if one.case.outcome else "", one.case.reason]


def _votes(one: CaseResult) -> list[Value]:
    if one.last is None:
        return ["", "", "", "", "", "", "", _("chưa bỏ phiếu")]
    count, result = one.last.result.count, one.last.result
    numbers = [count.votes_for, count.votes_against, count.votes_blank, count.votes_invalid, one.last.written.total]
    return [one.last.mode.label, *numbers, result.base, result.words]
