"""The registers of papers: filtered, sorted, as a file, and what a made paper says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.words import number_in_words
from lantoa.domain.vietnamese import fold, match_key
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
    said, issuer = paper.contents, _issuer(paper)
    notation = said.get("ky_hieu", "")
    kept = [line.strip("-;. ") for line in said.get("noi_nhan", [])]
    return {
        "direction": RegisterEntry.Direction.OUT.value,
        "number": str(said.get("so", "")).strip() or next_number(issuer, notation, paper.day.year),
        "notation": notation,
        "issuer": issuer,
        "dated": paper.day,
        "subject": said.get("trich_yeu") or paper.title,
        "signer": said.get("nguoi_ky", ""),
        "recipients": "; ".join(kept),
        "copies": COPIES.get(paper.kind, 1),
    }


def next_number(issuer: str, notation: str, year: int) -> str:
    """The one after the last that this issuer gave under this notation in the year; `01` begins each year."""
    if not notation:
        return ""
    ending = f"|{match_key(notation)}|{match_key(issuer)}"
    series = RegisterEntry.objects.filter(
        direction=RegisterEntry.Direction.OUT, year=year, struck_at=None, key__endswith=ending
    )
    given = [int(number) for number in series.values_list("number", flat=True) if number.isdecimal()]
    return number_in_words(max(given, default=0) + 1)


def _issuer(paper: Paper) -> str:
    """The school, or the Council, which numbers its own papers (Decree 30/2020, annex I, II.3a)."""
    head = letterhead_on(paper.day)
    return head.council if paper.contents.get("co_quan") == head.council.upper() else head.issuer


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
