"""The papers of a round, or of no round: every kind in the order of the procedure, one kind with what it is about."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.domain.papers.kinds import KINDS, PaperKind, Part
from lantoa.papers.actions import jobs
from lantoa.papers.actions.refusals import NothingChosen, NothingToMake, TooMany
from lantoa.papers.forms.papers import JobForm, ThingsFilter, Which
from lantoa.papers.pdf.office import is_there
from lantoa.papers.queries.legal_texts import unchecked_on
from lantoa.papers.queries.picking import picked, units_of
from lantoa.papers.queries.rounds import KindOfRound, Row, kind_of, kinds_of
from lantoa.papers.queries.sheets import of_things
from lantoa.papers.sources import Occasion, Thing
from lantoa.papers.tasks import make_papers
from lantoa.papers.views.asked import WRONG, kind_for, round_for, user_of, who
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the papers of a round stand, or those of no round."""

    round: Occasion | None

    @property
    def id(self) -> int | None:
        return self.round.id if self.round else None

    @property
    def name(self) -> str:
        return self.round.name if self.round else _("Giấy tờ ngoài đợt xét")

    @property
    def address(self) -> str:
        return self._to("papers")

    @property
    def making(self) -> str:
        return self._to("papers_make")

    def of_kind(self, kind: PaperKind) -> str:
        return self._to("papers_of_kind", kind.value)

    def sheet_of(self, kind: PaperKind) -> str:
        return self._to("papers_of_kind_export", kind.value)

    def _to(self, name: str, *rest: str) -> str:
        return (
            reverse(f"round_{name}", args=[self.round.id, *rest]) if self.round else reverse(f"loose_{name}", args=rest)
        )


def _shelf(request: HttpRequest, number: int | None) -> Shelf:
    return Shelf(None if number is None else round_for(request, number))


@requires(Deed.SEE_PAPERS)
def show(request: HttpRequest, number: int | None = None) -> HttpResponse:
    return _all(request, _shelf(request, number))


@requires(Deed.SEE_PAPERS)
def one_kind(request: HttpRequest, kind: str, number: int | None = None) -> HttpResponse:
    shelf, wanted = _shelf(request, number), kind_for(kind)
    return _one(request, shelf, kind_of(user_of(request), shelf.id, wanted))


@requires(Deed.SEE_PAPERS)
def download(request: HttpRequest, kind: str, number: int | None = None) -> FileResponse:
    """The filtered list of a kind, all pages of it."""
    shelf, wanted = _shelf(request, number), kind_for(kind)
    rows = kind_of(user_of(request), shelf.id, wanted).rows
    file = of_things(picked(rows, ThingsFilter(request.GET, units_of(rows)).asked()))
    name = f"{KINDS[wanted].name} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@require_POST
@requires(Deed.MAKE_PAPERS)
def make_all(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Let the worker make all papers of the shelf, or of one kind on it, or some of that kind."""
    shelf, form = _shelf(request, number), JobForm(request.POST)
    if not form.is_valid():
        return _all(request, shelf, status=WRONG)
    user = user_of(request)
    found = [kind_of(user, shelf.id, form.kind)] if form.kind else kinds_of(user, shelf.id)
    try:
        job = jobs.ask(
            wanted=_wanted(request, form, found),
            title=f"{KINDS[form.kind].name}: {shelf.name}" if form.kind else shelf.name,
            round_id=shelf.id,
            with_pdf=form.cleaned_data["kem_pdf"],
            **who(request),
        )
    except (NothingChosen, NothingToMake, TooMany) as refusal:
        messages.error(request, str(refusal))
        return _one(request, shelf, found[0], status=WRONG) if form.kind else _all(request, shelf, status=WRONG)
    make_papers.enqueue(job.pk)
    return redirect("paper_job", job.pk)


def _wanted(request: HttpRequest, form: JobForm, found: list[KindOfRound]) -> list[tuple[PaperKind, Thing]]:
    only_missing = form.cleaned_data["con_thieu"]
    rows = ((one.kind, row) for one in found for row in _rows(request, form, one))
    return [(kind, row.thing) for kind, row in rows if not (only_missing and row.paper)]


def _rows(request: HttpRequest, form: JobForm, found: KindOfRound) -> list[Row]:
    """Those ticked; or those that the bar above the list leaves, which stands in the address."""
    if form.which is Which.CHOSEN:
        ticked = set(request.POST.getlist("viec"))
        rows = [row for row in found.rows if row.thing.key in ticked]
        if not rows:
            raise NothingChosen
        return rows
    if form.which is Which.PICKED:
        return picked(found.rows, ThingsFilter(request.GET, units_of(found.rows)).asked())
    return list(found.rows)


def _all(request: HttpRequest, shelf: Shelf, *, status: int = 200) -> HttpResponse:
    found = kinds_of(user_of(request), shelf.id)
    citing = {row.thing.day for one in found if Part.BASES in KINDS[one.kind].parts for row in one.rows}
    page: dict[str, Any] = {"kinds": [(one, shelf.of_kind(one.kind)) for one in found]}
    page |= {"unchecked": unchecked_on(citing), "cited_on": max(citing, default=None)}
    return render(request, "papers/round/all.html", _context(request, shelf) | page, status=status)


def _one(request: HttpRequest, shelf: Shelf, found: KindOfRound, *, status: int = 200) -> HttpResponse:
    form = ThingsFilter(request.GET, units_of(found.rows))
    asked = form.asked()
    rows = picked(found.rows, asked)
    context = _context(request, shelf) | {
        "found": found,
        "form": form,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("trang")),
        "ready": sum(not row.thing.missing for row in rows),
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep"),
        "address": shelf.of_kind(found.kind),
        "sheet": shelf.sheet_of(found.kind),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"papers/round/kind.html{part}", context, status=status)


def _context(request: HttpRequest, shelf: Shelf) -> dict[str, Any]:
    may_make = bool(may(actor_of(request.user), Deed.MAKE_PAPERS))
    return {"shelf": shelf, "may_make": may_make, "has_office": is_there()}
