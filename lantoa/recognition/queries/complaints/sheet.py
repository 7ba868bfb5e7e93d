"""The list of complaints as an Excel file: what about and how far, never who complains."""

from io import BytesIO

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lantoa.discovery.queries.sheets import written
from lantoa.recognition.models import Complaint


def file_of(complaints: QuerySet[Complaint]) -> BytesIO:
    """One row a complaint, in the order of the list."""
    headings = [
        (_("Mã"), 14),
        (_("Quyết định"), 30),
        (_("Về ai, tập thể nào"), 30),
        (_("Bước"), 16),
        (_("Nộp ngày"), 12),
        (_("Hạn thụ lý"), 12),
        (_("Thụ lý ngày"), 12),
        (_("Hạn giải quyết"), 14),
        (_("Người giải quyết"), 26),
        (_("Kết quả"), 30),
    ]
    return written(_("Khiếu nại"), headings, map(_texts, complaints))


def _texts(one: Complaint) -> list[str]:
    days = [f"{day:%d/%m/%Y}" if day else "" for day in (one.filed_on, one.accept_by, one.accepted_on, one.settle_by)]
    return [
        one.code,
        str(one.decision),
        one.about.name,
        one.get_stage_display(),
        *days,
        str(one.officer) if one.officer else "",
        one.get_outcome_display(),
    ]
