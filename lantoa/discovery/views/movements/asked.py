"""What the address of a page about movements names: the movement, the unit, the report date."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from lantoa.accounts.queries import actor_of
from lantoa.discovery.models import Movement, Pledge, ReportDate
from lantoa.domain.authority import Allowed, Case, Deed, Refused, may
from lantoa.domain.stages import MovementStage
from lantoa.register.models import Unit

WRONG, CONFLICT = 422, 409


def allowed(request: HttpRequest, deed: Deed, unit: Unit) -> Allowed | Refused:
    return may(actor_of(request.user), deed, Case(units=frozenset([unit.subject.code])))


def movement_for(request: HttpRequest, number: int) -> Movement:
    """A movement that the user may see: a draft only by those who may launch it."""
    movements = Movement.objects.select_related("unit__subject", "above__unit__subject", "launched_by", "made_by")
    movement = get_object_or_404(movements, pk=number)
    answer = allowed(request, Deed.RUN_MOVEMENT, movement.unit)
    if movement.stage == MovementStage.DRAFT.value and isinstance(answer, Refused):
        raise PermissionDenied(answer.reason)
    return movement


def pledge_for(movement: Movement, code: str) -> Pledge:
    names = ("unit__subject", "sent_by", "judged_by")
    pledge = movement.pledges.select_related(*names).filter(unit__subject__code=code).first()
    if pledge is None:
        raise Http404
    return pledge


def date_for(movement: Movement, number: int) -> ReportDate:
    return get_object_or_404(movement.report_dates, pk=number)
