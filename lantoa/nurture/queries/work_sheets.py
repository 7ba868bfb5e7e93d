"""Excel files of the work: one plan with a page for each section, and the list of everything to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, TypeAlias

import xlsxwriter
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.discovery.queries.sheets import OPTIONS, written
from lantoa.domain.quarters import Quarter
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.work import measures_of, shortcomings_of
from lantoa.nurture.queries.work_list import Row

Cell: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file: headings with their widths, and rows; whole numbers stay numbers."""

    title: str
    headings: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Cell]]


def file_of_plan(plan: NurturePlan) -> BytesIO:
    """Everything of the plan but private notes, which are in no file, not even their writer's."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, OPTIONS)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    thousands = book.add_format({"num_format": "#,##0"})
    for page in _pages(plan):
        sheet = book.add_worksheet(page.title)
        for place, (heading, width) in enumerate(page.headings):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading, head)
        sheet.freeze_panes(1, 1)
        for number, cells in enumerate(page.rows, 1):
            for place, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(number, place, cell, thousands)
                else:
                    sheet.write_string(number, place, cell or "")
    book.close()
    file.seek(0)
    return file


def file_of_list(rows: Iterable[Row]) -> BytesIO:
    """One row a thing to do, in the order of the list."""
    headings = [
        (_("Loại"), 12),
        (_("Việc"), 60),
        (_("Bồi dưỡng ai"), 28),
        (_("Đơn vị"), 28),
        (_("Người làm"), 28),
        (_("Hạn"), 12),
        (_("Số ngày còn lại"), 12),
        (_("Bước"), 28),
    ]
    return written(_("Việc cần làm"), headings, map(_texts, rows), still=2)


def _texts(row: Row) -> list[str]:
    days = str(row.days) if row.is_due else ""
    return [row.what.label, row.text, row.name, row.unit, row.owner, _day(row.due), days, row.state]


def _pages(plan: NurturePlan) -> list[Page]:
    return [
        _plan(plan),
        _measures(plan),
        _support(plan),
        _shortcomings(plan),
        _notes(plan),
        _reviews(plan),
        _praise(plan),
    ]


def _plan(plan: NurturePlan) -> Page:
    facts = [
        (_("Người, tập thể"), f"{plan.prospect.subject.name} ({plan.prospect.subject.code})"),
        (_("Đơn vị"), plan.unit.subject.name),
        (_("Người hướng dẫn"), str(plan.mentor or "")),
        (_("Thời gian"), f"{_day(plan.since)} - {_day(plan.until)}"),
        (_("Bước"), plan.get_stage_display()),
        *((_("Mục tiêu"), goal.words) for goal in plan.goals.all()),
    ]
    return Page(_("Kế hoạch"), [(_("Mục"), 20), (_("Nội dung"), 80)], facts)


def _measures(plan: NurturePlan) -> Page:
    headings = [
        (_("Biện pháp"), 60),
        (_("Người làm"), 28),
        (_("Bắt đầu"), 12),
        (_("Hạn"), 12),
        (_("Mục tiêu"), 40),
        (_("Bước"), 12),
        (_("Ngày xong, thôi"), 16),
        (_("Kết quả, lý do"), 40),
    ]
    rows = [
        (
            one.text,
            str(one.owner or ""),
            _day(one.starts),
            _day(one.due),
            one.goal.words if one.goal else "",
            one.get_stage_display(),
            _at(one.ended_at),
            one.note,
        )
        for one in measures_of(plan)
    ]
    return Page(_("Biện pháp"), headings, rows)


def _support(plan: NurturePlan) -> Page:
    headings = [(_("Hỗ trợ"), 60), (_("Loại"), 18), (_("Số tiền (đồng)"), 16), (_("Ngày"), 12), (_("Người ghi"), 24)]
    rows = [
        (one.text, one.get_kind_display(), one.amount, _day(one.given_on), str(one.recorded_by))
        for one in plan.supports.select_related("recorded_by")
    ]
    return Page(_("Hỗ trợ"), headings, rows)


def _shortcomings(plan: NurturePlan) -> Page:
    headings = [
        (_("Tồn tại, hạn chế"), 50),
        (_("Biện pháp khắc phục"), 50),
        (_("Hạn"), 12),
        (_("Bước"), 28),
        (_("Minh chứng"), 50),
        (_("Tệp"), 24),
        (_("Ngày khắc phục"), 16),
        (_("Người xác nhận"), 24),
        (_("Ngày xác nhận"), 16),
    ]
    rows = [
        (
            one.text,
            one.remedy,
            _day(one.due),
            one.get_stage_display(),
            one.evidence,
            one.file_name,
            _at(one.remedied_at),
            str(one.confirmed_by or ""),
            _at(one.confirmed_at),
        )
        for one in shortcomings_of(plan)
    ]
    return Page(_("Tồn tại, khắc phục"), headings, rows)


def _notes(plan: NurturePlan) -> Page:
    headings = [(_("Ngày gặp"), 12), (_("Ghi chép"), 80), (_("Người ghi"), 24)]
    shared = plan.notes.filter(is_private=False).select_related("written_by")
    return Page(_("Gặp gỡ"), headings, [(_day(one.met_on), one.text, str(one.written_by)) for one in shared])


def _reviews(plan: NurturePlan) -> Page:
    headings = [(_("Quý"), 14), (_("Đánh giá"), 80), (_("Người đánh giá"), 24), (_("Ngày"), 12)]
    rows = [
        (str(Quarter(one.year, one.quarter)), one.text, str(one.written_by), _at(one.written_at))
        for one in plan.reviews.select_related("written_by")
    ]
    return Page(_("Đánh giá quý"), headings, rows)


def _praise(plan: NurturePlan) -> Page:
    headings = [(_("Nội dung"), 60), (_("Hình thức"), 18), (_("Ngày"), 12), (_("Người ghi"), 24)]
    rows = [
        (one.text, one.get_kind_display(), _day(one.given_on), str(one.recorded_by))
        for one in plan.encouragements.select_related("recorded_by")
    ]
    return Page(_("Động viên"), headings, rows)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _at(moment: Any) -> str:
    return f"{localtime(moment):%d/%m/%Y}" if moment else ""
