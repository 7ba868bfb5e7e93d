"""The list of tips as an Excel file."""

from io import BytesIO

import xlsxwriter
from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.discovery.models import Tip


def file_of(tips: QuerySet[Tip]) -> BytesIO:
    """One row a tip, in the order of the list; who sent it stays out."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(_("Phát hiện"))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, (heading, width) in enumerate(_headings()):
        page.set_column(place, place, width)
        page.write_string(0, place, heading, head)
    page.freeze_panes(1, 0)
    for number, tip in enumerate(tips.iterator(chunk_size=500), 1):
        for place, text in enumerate(_texts(tip)):
            page.write_string(number, place, text)
    book.close()
    file.seek(0)
    return file


def _headings() -> list[tuple[str, int]]:
    return [
        (_("Mã"), 14),
        (_("Ai, tập thể nào"), 28),
        (_("Mã trong sổ"), 14),
        (_("Đơn vị"), 28),
        (_("Đã làm gì"), 50),
        (_("Thay đổi"), 50),
        (_("Nhận ngày"), 12),
        (_("Hạn trả lời"), 12),
        (_("Người xem xét"), 24),
        (_("Bước"), 16),
        (_("Trả lời"), 50),
    ]


def _texts(tip: Tip) -> list[str]:
    return [
        tip.code,
        tip.about,
        tip.subject.code if tip.subject else "",
        tip.unit.subject.name if tip.unit else "",
        tip.done,
        tip.changed,
        f"{localtime(tip.received_at):%d/%m/%Y}",
        f"{tip.due:%d/%m/%Y}",
        str(tip.owner or ""),
        tip.get_stage_display(),
        tip.answer,
    ]
