"""The papers of a round: every kind in the order of the procedure, one kind with what it is about, all at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.actions import jobs
from lantoa.papers.actions.refusals import NothingToMake, TooMany
from lantoa.papers.forms.papers import JobForm
from lantoa.papers.pdf.office import is_there
from lantoa.papers.queries.rounds import KindOfRound, kind_of, kinds_of
from lantoa.papers.sources import Occasion, Thing
from lantoa.papers.tasks import make_papers
from lantoa.papers.views.asked import WRONG, kind_for, round_for, user_of, who


@requires(Deed.SEE_PAPERS)
def show(request: HttpRequest, number: int) -> HttpResponse:
    return _page(request, round_for(request, number))


@requires(Deed.SEE_PAPERS)
def one_kind(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    return _page(request, round_for(request, number), kind_for(kind))


@require_POST
@requires(Deed.MAKE_PAPERS)
def make_all(request: HttpRequest, number: int) -> HttpResponse:
    """Let the worker make all papers of the round, or of one kind in it."""
    occasion, form = round_for(request, number), JobForm(request.POST)
    if not form.is_valid():
        return _page(request, occasion, status=WRONG)
    found = [kind_of(user_of(request), number, form.kind)] if form.kind else kinds_of(user_of(request), number)
    try:
        job = jobs.ask(
            wanted=_wanted(found, only_missing=form.cleaned_data["con_thieu"]),
            title=f"{KINDS[form.kind].name}: {occasion.name}" if form.kind else occasion.name,
            round_id=number,
            with_pdf=form.cleaned_data["kem_pdf"],
            **who(request),
        )
    except (NothingToMake, TooMany) as refusal:
        messages.error(request, str(refusal))
        return _page(request, occasion, form.kind, status=WRONG)
    make_papers.enqueue(job.pk)
    return redirect("paper_job", job.pk)


def _wanted(found: list[KindOfRound], *, only_missing: bool) -> list[tuple[PaperKind, Thing]]:
    return [(one.kind, row.thing) for one in found for row in one.rows if not (only_missing and row.paper)]


def _page(
    request: HttpRequest, occasion: Occasion, kind: PaperKind | None = None, *, status: int = 200
) -> HttpResponse:
    context = {
        "occasion": occasion,
        "may_make": bool(may(actor_of(request.user), Deed.MAKE_PAPERS)),
        "has_office": is_there(),
    }
    user = user_of(request)
    if kind is None:
        context["kinds"] = kinds_of(user, occasion.id)
        return render(request, "papers/round/all.html", context, status=status)
    context["found"] = kind_of(user, occasion.id, kind)
    return render(request, "papers/round/kind.html", context, status=status)
