"""From a request to a sieve: what was asked, as far as it exists and the reader's scope reaches."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.queries import scope_of
from lantoa.discovery.forms.screening import FilterForm, read_plan, read_tier, read_year
from lantoa.discovery.queries.crowd import crowd
from lantoa.discovery.queries.sieve import Sieve, sieve
from lantoa.discovery.queries.units import Nearby, nearby
from lantoa.domain.authority import Deed
from lantoa.domain.plan import OutsidePlan
from lantoa.plans import UnknownPlan
from lantoa.register.queries.subjects import unit_by_code


class NotInThePlan(LookupError):
    """The address names a plan, tier, year or unit that is not there; the message says which are."""


@dataclass(frozen=True)
class Asked:
    """A readable address: its form, and unless a filter is wrong the sieve and the units to choose from."""

    form: FilterForm
    sieve: Sieve | None = None
    nearby: Nearby | None = None


def read(request: HttpRequest) -> Asked:
    """Read the address; NotInThePlan for what does not exist."""
    try:
        plan = read_plan(request.GET)
        tier = read_tier(plan, request.GET)
        year = read_year(plan, tier, request.GET)
    except (UnknownPlan, OutsidePlan) as error:
        raise NotInThePlan(str(error)) from error
    form = FilterForm(plan, tier, year, request.GET)
    unit = _unit(request)
    if not form.is_valid():
        return Asked(form)
    choice, scope = form.choice(unit), scope_of(request.user, Deed.SCREEN)
    near = nearby(crowd(choice.day), scope, unit)
    if unit and not near.line:
        raise NotInThePlan(_("Đơn vị này không nằm trong phạm vi rà soát của bạn."))
    return Asked(form, sieve(choice, scope), near)


def _unit(request: HttpRequest) -> int | None:
    code = request.GET.get("don_vi", "").strip()
    if not code:
        return None
    if (unit := unit_by_code(code)) is None:
        raise NotInThePlan(_("Không có đơn vị nào mang mã «%s».") % code[:40])
    return int(unit.pk)


def not_in_the_plan(request: HttpRequest, error: NotInThePlan) -> HttpResponse:
    """The page that says what is wrong in the address and leads to what exists."""
    editions = [plans.load(code) for code in plans.codes()]
    offered = [(plan, [(tier, plan.years(tier)) for tier in plan.tiers.values()]) for plan in editions]
    page = {"sentence": str(error), "offered": offered}
    return render(request, "discovery/not_in_the_plan.html", page, status=404)
