"""One movement: written, launched, summed up; its papers, and how the units stand."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.discovery.actions.movements import running
from lantoa.discovery.actions.movements.refusals import ChangedMeanwhile, NobodyAsked, NotADraft, NotUnderIt
from lantoa.discovery.actions.refusals import NoReason
from lantoa.discovery.forms.movements import LaunchForm, PapersForm, TermsForm, WordsForm
from lantoa.discovery.models import Movement, MovementDocument
from lantoa.discovery.queries.movements.lists import cells_of
from lantoa.discovery.queries.movements.units import units_of, units_under
from lantoa.discovery.views.movements.asked import CONFLICT, WRONG, allowed, movement_for
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MovementStage, WrongStage, moves_from
from lantoa.papers.views import download
from lantoa.register.actions.refusals import NotAllowed


@requires(Deed.RUN_MOVEMENT)
def new(request: HttpRequest) -> HttpResponse:
    user = cast("User", request.user)
    form = TermsForm(units_of(user, Deed.RUN_MOVEMENT), request.POST or None)
    if request.method == "POST" and form.is_valid():
        unit = form.cleaned_data["unit"]
        made = running.draft(unit=unit, terms=form.terms(), report_dates=form.report_dates(), by=user, at=now())
        messages.success(request, _("Đã ghi bản nháp. Hãy thêm văn bản, xem lại rồi phát động."))
        return redirect("movement", made.pk)
    return render(request, "discovery/movements/edit.html", {"form": form}, status=WRONG if form.errors else 200)


@requires(Deed.RUN_MOVEMENT)
def change(request: HttpRequest, number: int) -> HttpResponse:
    user, movement = cast("User", request.user), movement_for(request, number)
    form = TermsForm(units_of(user, Deed.RUN_MOVEMENT), request.POST or None, movement)
    if request.method == "POST" and form.is_valid():
        try:
            running.change(
                movement=movement,
                terms=form.terms(),
                report_dates=form.report_dates(),
                version=form.cleaned_data["version"],
                by=user,
                at=now(),
            )
        except (ChangedMeanwhile, NotADraft, NotAllowed) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Đã ghi thay đổi."))
            return redirect("movement", movement.pk)
    page = {"form": form, "movement": movement}
    return render(request, "discovery/movements/edit.html", page, status=WRONG if form.errors else 200)


@requires(Deed.SEE_MOVEMENTS)
def show(request: HttpRequest, number: int) -> HttpResponse:
    return page_of(request, movement_for(request, number))


@requires(Deed.SEE_MOVEMENTS)
def document(request: HttpRequest, number: int, document: int) -> HttpResponse:
    kept = get_object_or_404(MovementDocument, pk=document, movement=movement_for(request, number))
    return download(name=kept.name, path=kept.path)


@require_POST
@requires(Deed.RUN_MOVEMENT)
def attach(request: HttpRequest, number: int) -> HttpResponse:
    movement, form = movement_for(request, number), PapersForm(request.POST, request.FILES)
    if not form.is_valid():
        return page_of(request, movement, papers_form=form, status=WRONG)
    files = form.cleaned_data["papers"]
    return _done(
        request,
        movement,
        _("Đã thêm văn bản."),
        lambda: running.attach(movement=movement, files=files, **_who(request)),
    )


@require_POST
@requires(Deed.RUN_MOVEMENT)
def launch(request: HttpRequest, number: int) -> HttpResponse:
    movement = movement_for(request, number)
    form = LaunchForm(movement, units_under(movement.unit, localdate()), request.POST)
    if not form.is_valid():
        return page_of(request, movement, launch_form=form, status=WRONG)
    units = [unit.pk for unit in form.cleaned_data["units"]]
    return _done(
        request,
        movement,
        _("Đã phát động; các đơn vị đã được báo."),
        lambda: running.launch(movement=movement, units=units, **_who(request)),
    )


@require_POST
@requires(Deed.RUN_MOVEMENT)
def sum_up(request: HttpRequest, number: int) -> HttpResponse:
    movement, words = movement_for(request, number), request.POST.get("words", "")
    return _done(
        request,
        movement,
        _("Đã tổng kết phong trào."),
        lambda: running.sum_up(movement=movement, summary=words, **_who(request)),
    )


@require_POST
@requires(Deed.RUN_MOVEMENT)
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    movement, words = movement_for(request, number), request.POST.get("words", "")[:1000]
    return _done(
        request,
        movement,
        _("Đã huỷ phong trào."),
        lambda: running.cancel(movement=movement, reason=words, **_who(request)),
    )


def page_of(request: HttpRequest, movement: Movement, *, status: int = 200, **refused: forms.Form) -> HttpResponse:
    """The movement with how the units stand; `refused` are forms with what was typed."""
    day = localdate()
    may_run = allowed(request, Deed.RUN_MOVEMENT, movement.unit)
    units = units_under(movement.unit, day)
    is_draft = movement.stage == MovementStage.DRAFT.value
    page: dict[str, Any] = {
        "movement": movement,
        "may_run": may_run,
        "allowed": {move.deed for move in moves_from(MovementStage(movement.stage))},
        "dates": [(one, (one.due - day).days) for one in movement.report_dates.all()],
        "pledge_days": (movement.pledges_due - day).days if movement.pledges_due else None,
        "documents": movement.documents.select_related("added_by"),
        "rows": cells_of(movement, day),
        "cascaded": movement.cascaded.select_related("unit__subject"),
        "papers_form": PapersForm(),
        "launch_form": LaunchForm(movement, units) if may_run and is_draft else None,
        "sum_up_form": WordsForm(_("Tổng kết: đạt được gì, bài học gì")),
        "cancel_form": WordsForm(_("Lý do huỷ")),
    }
    return render(request, "discovery/movements/one.html", page | refused, status=status)


def _done(request: HttpRequest, movement: Movement, words: str, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except WrongStage as problem:
        messages.error(request, str(problem))
        return page_of(request, movement_for(request, movement.pk), status=CONFLICT)
    except (NoReason, NobodyAsked, NotUnderIt, NotAllowed) as problem:
        messages.error(request, str(problem))
        return page_of(request, movement, status=WRONG)
    messages.success(request, words)
    return redirect("movement", movement.pk)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": cast("User", request.user), "at": now()}
