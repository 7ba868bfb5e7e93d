"""What the address of a page about a round names, for those who may see it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.timezone import localdate

from lantoa.accounts.queries import actor_of, scope_of
from lantoa.accounts.views import insist
from lantoa.domain.authority import Case, Deed, Scope, may
from lantoa.nomination.models import Round
from lantoa.nomination.queries.rounds.units import UnitRow, board
from lantoa.register.models import Unit


def round_for(request: HttpRequest, number: int) -> Round:
    """A round that the user may see: one that was never opened only by those who run rounds."""
    found = Round.objects.select_related("made_by", "opened_by", "cloned_from").filter(pk=number).first()
    if found is None:
        raise Http404
    if found.opened_at is None:
        insist(request, Deed.RUN_ROUND)
    return found


def units_scope(request: HttpRequest) -> Scope:
    """Whose units' state the user sees: all, the own ones, or none."""
    scope = scope_of(request.user, Deed.SEE_NOMINATION)
    return scope if scope.everything else Scope(units=scope.units)


def units_of(request: HttpRequest, one: Round) -> list[UnitRow]:
    scope = units_scope(request)
    return board(one, scope, localdate()) if scope else []


def unit_for(request: HttpRequest, code: str) -> Unit:
    """The unit of a meeting, for those who may nominate from it or read its dossiers."""
    case = Case(units=frozenset([code]))
    actor = actor_of(request.user)
    if not (may(actor, Deed.NOMINATE, case) or may(actor, Deed.SEE_NOMINATION, case)):
        insist(request, Deed.NOMINATE, case)
    found = Unit.objects.select_related("subject").filter(subject__code=code).first()
    if found is None:
        raise Http404
    return found


def refuse(problem: Exception) -> PermissionDenied:
    return PermissionDenied(str(problem))
