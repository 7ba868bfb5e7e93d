"""The registers of papers: filtered, sorted, as a file, and what a made paper says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.vietnamese import fold
from lantoa.papers.models import Paper, RegisterEntry
from lantoa.papers.queries.letterheads import letterhead_on
from lantoa.spreadsheet import spreadsheet

SORTS = {"so": "place", "ngay": "dated", "ten": "subject"}
COPIES = {PaperKind.PLAN.value: 3}  # the plan asks for 03 copies for the Council


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the registers."""

    direction: str
    year: int
    words: str = ""
    sort: str = "-so"


def listed(asked: Asked) -> QuerySet[RegisterEntry]:
    found = RegisterEntry.objects.filter(direction=asked.direction, year=asked.year).select_related("paper")
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    column = F(SORTS.get(asked.sort.removeprefix("-"), "place"))
    return found.order_by(column.desc() if asked.sort.startswith("-") else column.asc(), "-pk")


def whole_year(direction: str, year: int) -> QuerySet[RegisterEntry]:
    """The register as it is printed: every line in its place, struck ones too."""
    return listed(Asked(direction, year, sort="so"))


def years(today: date) -> list[int]:
    """Those that have a line, and this one; the newest first."""
    known = RegisterEntry.objects.order_by().values_list("year", flat=True).distinct()
    return sorted({today.year, *known}, reverse=True)


def file_of(entries: QuerySet[RegisterEntry]) -> BytesIO:
    headings = [
        _("Số thứ tự"),
        _("Ngày đến"),
        _("Số, ký hiệu"),
        _("Ngày văn bản"),
        _("Cơ quan ban hành"),
        _("Trích yếu"),
        _("Người ký"),
        _("Nơi nhận, người nhận"),
        _("Số bản"),
        _("Ghi chú"),
    ]
    return spreadsheet(_("Sổ văn bản"), headings, map(_texts, entries))


def facts_of(paper: Paper) -> dict[str, Any]:
    """What a made paper says of itself, to begin its line with."""
    said, head = paper.contents, letterhead_on(paper.day)
    kept = [line.strip("-;. ") for line in said.get("noi_nhan", [])]
    return {
        "direction": RegisterEntry.Direction.OUT.value,
        "number": str(said.get("so", "")).strip(),
        "notation": said.get("ky_hieu", ""),
        "issuer": head.issuer,
        "dated": paper.day,
        "subject": said.get("trich_yeu") or paper.title,
        "signer": said.get("nguoi_ky", ""),
        "recipients": "; ".join(kept),
        "copies": COPIES.get(paper.kind, 1),
    }


def _texts(one: RegisterEntry) -> Sequence[str | int]:
    return [
        one.place,
        f"{one.came_on:%d/%m/%Y}" if one.came_on else "",
        str(one),
        f"{one.dated:%d/%m/%Y}",
        one.issuer,
        one.subject,
        one.signer,
        one.recipients,
        one.copies,
        _("Đã gạch: %s") % one.reason if one.struck_at else one.note,
    ]
