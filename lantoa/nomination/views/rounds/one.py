"""One round: its days, where every unit and every dossier stands; opened, closed, cancelled, the late ones urged."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed, may
from lantoa.domain.procedure import Station
from lantoa.domain.stages import MOVES, STAGE_LABELS, RoundStage, WrongStage, moves_from
from lantoa.nomination.actions.rounds import running
from lantoa.nomination.actions.rounds.refusals import (
    DayMissing,
    DossiersSent,
    DossiersUnderWay,
    NobodyIsLate,
    TooLateToOpen,
)
from lantoa.nomination.forms.rounds import UnitsFilter
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.calendar import following, named_days
from lantoa.nomination.queries.rounds.reading import path_of, sending_is_open
from lantoa.nomination.queries.rounds.rules import rules_of
from lantoa.nomination.queries.rounds.sheet import file_of_units
from lantoa.nomination.queries.rounds.stages import stages_of
from lantoa.nomination.queries.rounds.units import UnitRow, chosen, tally
from lantoa.nomination.queries.unit_meetings import case_of_unit
from lantoa.nomination.views.asked import CONFLICT, WRONG, user_of, who
from lantoa.nomination.views.rounds.asked import round_for, units_of
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
OBSTACLES = (DayMissing, TooLateToOpen, DossiersUnderWay, DossiersSent, NobodyIsLate, NoReason)


@requires(Deed.SEE_ROUNDS)
def show(request: HttpRequest, number: int) -> HttpResponse:
    return page_of(request, round_for(request, number))


@requires(Deed.SEE_NOMINATION)
def download(request: HttpRequest, number: int) -> FileResponse:
    """The units as the filters leave them."""
    one = round_for(request, number)
    _form, rows = _chosen(request, units_of(request, one))
    return _file(file_of_units(rows), f"{_('Đơn vị')} - {one.name}.xlsx")


@require_POST
@requires(Deed.RUN_ROUND)
def open_round(request: HttpRequest, number: int) -> HttpResponse:
    one = round_for(request, number)
    return _done(
        request,
        one,
        _("Đã mở đợt xét; các trưởng đơn vị đã được báo."),
        lambda: running.open_round(one=one, **who(request)),
    )


@require_POST
@requires(Deed.RUN_ROUND)
def close(request: HttpRequest, number: int) -> HttpResponse:
    one = round_for(request, number)
    return _done(request, one, _("Đã kết thúc đợt xét."), lambda: running.close(one=one, **who(request)))


@require_POST
@requires(Deed.RUN_ROUND)
def reopen(request: HttpRequest, number: int) -> HttpResponse:
    one, reason = round_for(request, number), request.POST.get("reason", "")[:1000]
    return _done(request, one, _("Đã mở lại đợt xét."), lambda: running.reopen(one=one, reason=reason, **who(request)))


@require_POST
@requires(Deed.RUN_ROUND)
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    one, reason = round_for(request, number), request.POST.get("reason", "")[:1000]
    return _done(request, one, _("Đã huỷ đợt xét."), lambda: running.cancel(one=one, reason=reason, **who(request)))


@require_POST
@requires(Deed.RUN_ROUND)
def urge(request: HttpRequest, number: int) -> HttpResponse:
    one = round_for(request, number)
    return _done(request, one, _("Đã nhắc trưởng các đơn vị chậm."), lambda: running.urge(one=one, **who(request)))


def page_of(request: HttpRequest, one: Round, *, status: int = 200) -> HttpResponse:
    day, may_run = localdate(), may(actor_of(request.user), Deed.RUN_ROUND)
    page = {
        "round": one,
        "rules": rules_of(one, day),
        "days": named_days(one, day),
        "sending_is_open": sending_is_open(one, now()),
        "may_run": may_run,
        "may_see_papers": bool(may(actor_of(request.user), Deed.SEE_PAPERS)) and one.opened_at is not None,
        "next_aim": following(one) if may_run else None,
        "deeds": _deeds(one) if may_run else [],
        "stages": _stages(request, one),
        **_units(request, one, shows_own=not may_run),
    }
    is_part = request.headers.get("HX-Request") and request.method == "GET"
    template = "nomination/rounds/units.html#rows" if is_part else "nomination/rounds/one.html"
    return render(request, template, page, status=status)


def _units(request: HttpRequest, one: Round, *, shows_own: bool) -> dict[str, Any]:
    """The user's own units with what to do there, and the table of all those whose state the user may see."""
    actor, units = actor_of(request.user), units_of(request, one)
    form, rows = _chosen(request, units)
    units_meet = Station.MEETING in path_of(one).stations
    is_going = shows_own and units_meet and one.stage == RoundStage.OPEN.value
    own = [row for row in units if is_going and may(actor, Deed.NOMINATE, case_of_unit(row.unit))]
    return {
        "units_meet": units_meet,
        "own": own,
        "has_units": units_meet and len(units) > len(own),
        "tally": [(state, count) for state, count in tally(units).items() if count],
        "late": sum(row.is_late for row in units),
        "form": form,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("trang")),
        "sort": form.cleaned_data.get("sap_xep") or "ten",
        "is_asked": any(request.GET.get(name) for name in ("q", "tinh_trang", "cham")),
    }


def _stages(request: HttpRequest, one: Round) -> list[tuple[str, int, str]]:
    """Each stage in words, how many are there, and the list of them."""
    list_of = f"{reverse('nominations')}?dot={one.pk}"
    return [
        (STAGE_LABELS[stage], count, f"{list_of}&buoc={stage.value}")
        for stage, count in stages_of(one, user_of(request))
    ]


def _deeds(one: Round) -> list[tuple[str, str, str]]:
    """What may be done at this stage, in words, and what stands in its way."""
    found = ((move.deed, running.obstacle(one, move.deed, localdate())) for move in moves_from(RoundStage(one.stage)))
    return [(deed, MOVES[RoundStage][deed].words.capitalize(), str(problem or "")) for deed, problem in found]


def _chosen(request: HttpRequest, units: list[UnitRow]) -> tuple[UnitsFilter, list[UnitRow]]:
    form = UnitsFilter(request.GET)
    form.is_valid()
    given = form.cleaned_data
    words, state, sort = given.get("q", ""), given.get("tinh_trang", ""), given.get("sap_xep") or "ten"
    return form, chosen(units, words, state, late=bool(given.get("cham")), sort=sort)


def _done(request: HttpRequest, one: Round, words: str, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except (WrongStage, *OBSTACLES) as problem:
        messages.error(request, str(problem))
        status = CONFLICT if isinstance(problem, WrongStage) else WRONG
        return page_of(request, round_for(request, one.pk), status=status)
    messages.success(request, words)
    return redirect("round", one.pk)


def _file(file: BytesIO, name: str) -> FileResponse:
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)
