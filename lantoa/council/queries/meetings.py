"""Meetings as they are listed, and as an Excel file."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.council.models import Meeting
from lantoa.discovery.queries.sheets import written
from lantoa.domain.vietnamese import fold

SORTS = {"ngay": "starts_at", "ten": "search_key", "buoc": "stage"}
NEWEST = "-ngay"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list; `sort` is a key of SORTS, falling with a minus before it."""

    words: str = ""
    stage: str = ""
    year: int | None = None
    sort: str = NEWEST


def listed(asked: Asked) -> QuerySet[Meeting]:
    """Those that every filter leaves, each with the number of its cases and how many are concluded."""
    found = Meeting.objects.select_related("council")
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.year is not None:
        found = found.filter(starts_at__year=asked.year)
    counted = {
        "asked": Count("cases"),
        "recommended": Count("cases", filter=Q(cases__outcome="recommend")),
        "dealt": Count("cases", filter=~Q(cases__outcome__in=["", "not_dealt"])),
    }
    sign = "-" if asked.sort.startswith("-") else ""
    column = SORTS.get(asked.sort.removeprefix("-"), SORTS["ngay"])
    return found.annotate(**counted).order_by(f"{sign}{column}", f"{sign}pk")


def with_names() -> QuerySet[Meeting]:
    return Meeting.objects.select_related("council", "presided_by__person__subject", "secretary__person__subject")


def file_of(meetings: Iterable[Meeting]) -> BytesIO:
    """One row a meeting, in the order of the list."""
    headings = [
        (_("Phiên họp"), 44),
        (_("Thời gian"), 18),
        (_("Địa điểm"), 30),
        (_("Bước"), 16),
        (_("Số hồ sơ"), 12),
        (_("Đã kết luận"), 12),
        (_("Đề nghị công nhận"), 12),
    ]
    return written(_("Phiên họp"), headings, map(_texts, meetings))


def _texts(one: Any) -> list[str]:
    return [
        one.name,
        f"{localtime(one.starts_at):%H:%M %d/%m/%Y}",
        one.place,
        str(one.get_stage_display()),
        str(one.asked),
        str(one.dealt),
        str(one.recommended),
    ]
