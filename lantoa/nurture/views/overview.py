"""The overview of prospects: the board, cohorts, timeliness, coverage; each as a page and as an Excel file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.accounts.queries import scope_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.stages import STAGE_LABELS, ProspectStage
from lantoa.nurture.forms.overview import ALONE, TIER, UNIT, YEAR, OverviewFilter
from lantoa.nurture.queries.overview.asked import Asked, years_found
from lantoa.nurture.queries.overview.board import Tally, board
from lantoa.nurture.queries.overview.coverage import coverage_sections
from lantoa.nurture.queries.overview.places import places
from lantoa.nurture.queries.overview.progress import cohort_sections, timeliness_sections
from lantoa.nurture.queries.overview.sheet import file_of
from lantoa.nurture.queries.overview.tables import Section
from lantoa.spreadsheet import CONTENT_TYPE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the overview: its name among the addresses, its heading, the filters it takes."""

    name: str
    heading: "StrOrPromise"
    lead: "StrOrPromise"
    filters: tuple[str, ...]
    sections: Callable[[Asked], tuple[Section, ...]]

    @property
    def export(self) -> str:
        return f"{self.name}_export"


PARTS = {
    part.name: part
    for part in (
        Part(
            "overview",
            gettext_lazy("Bảng theo dõi"),
            gettext_lazy("Ai đang ở bước nào, việc gì quá hạn, ai lâu chưa được xem lại."),
            (UNIT, ALONE, TIER, YEAR),
            lambda asked: board(asked, most=None).sections,
        ),
        Part(
            "overview_cohorts",
            gettext_lazy("Theo lứa"),
            gettext_lazy("Những người, tập thể được phát hiện trong một năm nay đã đi đến đâu."),
            (UNIT, ALONE, TIER),
            cohort_sections,
        ),
        Part(
            "overview_timeliness",
            gettext_lazy("Kịp thời"),
            gettext_lazy("Từ ngày có thành tích đến khi được phát hiện, được chọn, được khen mất bao nhiêu ngày."),
            (UNIT, ALONE, TIER, YEAR),
            timeliness_sections,
        ),
        Part(
            "overview_coverage",
            gettext_lazy("Độ phủ"),
            gettext_lazy("Nhân tố mới và người được công nhận có giống đội ngũ không, hay còn nhóm nào bị bỏ quên."),
            (UNIT, ALONE, YEAR),
            coverage_sections,
        ),
    )
}


@requires(Deed.SEE_BOARD)
def show_board(request: HttpRequest) -> HttpResponse:
    part = PARTS["overview"]
    form, asked = _read(request, part)
    found = board(asked)
    tiles = [*_tiles(found.whole)]
    context = {"tiles": tiles, "sections": found.sections if found.whole.total else ()}
    return _page(request, part, form, asked, context)


def _tiles(whole: Tally) -> list[tuple[int, str, str, str]]:
    return [
        (whole.living, _("đang theo dõi"), "", ""),
        (whole.stages.get(ProspectStage.READY.value, 0), STAGE_LABELS[ProspectStage.READY], "met", ""),
        (whole.stages.get(ProspectStage.NOMINATED.value, 0), STAGE_LABELS[ProspectStage.NOMINATED], "gold", ""),
        (whole.overdue, _("biện pháp quá hạn"), "late" if whole.overdue else "", "#qua-han"),
        (whole.alone, _("quá 90 ngày chưa xem xét"), "late" if whole.alone else "", "#lau-chua-xem"),
    ]


@requires(Deed.SEE_BOARD)
def show(request: HttpRequest, part: str) -> HttpResponse:
    chosen = PARTS[part]
    form, asked = _read(request, chosen)
    return _page(request, chosen, form, asked, {"sections": chosen.sections(asked)})


@requires(Deed.SEE_BOARD)
def download(request: HttpRequest, part: str) -> FileResponse:
    chosen = PARTS[part]
    _form, asked = _read(request, chosen)
    name = f"{chosen.heading} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(file_of(chosen.sections(asked)), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _read(request: HttpRequest, part: Part) -> tuple[OverviewFilter, Asked]:
    """Coverage is of one year: the latest in which anybody was found, unless another is asked for."""
    at, tree = now(), places(scope_of(request.user, Deed.SEE_BOARD))
    years = years_found(Asked(tree, at))
    default = (years[0] if years else localdate(at).year) if TIER not in part.filters else None
    if default is not None:
        years = sorted({*years, localdate(at).year}, reverse=True)
    form = OverviewFilter(request.GET, tree, years, part.filters, default_year=default)
    return form, form.asked(at)


def _page(
    request: HttpRequest, part: Part, form: OverviewFilter, asked: Asked, context: Mapping[str, object]
) -> HttpResponse:
    place = asked.places.units[asked.unit].name if asked.unit else ""
    shared = {
        "part": part,
        "parts": PARTS.values(),
        "form": form,
        "asked": asked,
        "place": place,
        "is_narrowed": any(request.GET.get(name) for name in part.filters),
    }
    return render(request, "nurture/overview/page.html", {**shared, **context})
