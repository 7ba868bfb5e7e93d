"""The screening: everybody against every criterion of a tier and a year."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.views import requires
from lantoa.discovery.pictures import funnel_picture
from lantoa.discovery.queries import matrix
from lantoa.discovery.queries.sieve import Outcome, Sieve
from lantoa.discovery.queries.units import Nearby, count_by_unit
from lantoa.discovery.views.asked import Asked, NotInThePlan, not_in_the_plan, read
from lantoa.domain.authority import Deed
from lantoa.domain.plan import Plan, Tier
from lantoa.register.queries.evidence import short_name

PAGE = 50


@requires(Deed.SCREEN)
def show(request: HttpRequest) -> HttpResponse:
    try:
        asked = read(request)
    except NotInThePlan as error:
        return not_in_the_plan(request, error)
    part = "#screening" if request.headers.get("HX-Request") else ""
    page = _head(request, asked) | (_body(request, asked.sieve, asked.nearby) if asked.sieve and asked.nearby else {})
    return render(request, f"discovery/screening.html{part}", page, status=200 if asked.sieve else 422)


def _head(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    form = asked.form
    return {
        "form": form,
        "plan": form.plan,
        "tier": form.tier,
        "tier_name": short_name(form.tier),
        "year": form.year,
        "window": form.plan.window(form.tier, form.year),
        "tabs": [(short_name(tier), _tab(form.plan, tier, form.year), tier == form.tier) for tier in _tiers(form.plan)],
        "editions": [plans.load(code) for code in plans.codes()],
        "kept": [(name, request.GET[name]) for name in ("ke_hoach", "bac", "sap_xep") if request.GET.get(name)],
        "is_narrowed": any(request.GET.get(name) for name in ("q", "ket_qua", "tieu_chi", "don_vi", "doi_tuong")),
    }


def _body(request: HttpRequest, sieve: Sieve, nearby: Nearby) -> dict[str, Any]:
    listed = sieve.listed()
    page = Paginator(range(len(listed)), PAGE).get_page(request.GET.get("trang"))
    return {
        "choice": sieve.choice,
        "counts": sieve.counts(),
        "page": page,
        "columns": matrix.columns(sieve.choice),
        "lines": matrix.lines(sieve, listed[list(page.object_list)]),
        "sort": request.GET.get("sap_xep") or "ten",
        "nearby": nearby,
        "unit": nearby.line[-1] if nearby.line else None,
        "unit_counts": count_by_unit(sieve, nearby.below),
        "funnel": funnel_picture(matrix.funnel(sieve)),
        "one_step": [
            (sieve.choice.plan.criteria[code], number)
            for code, number in sieve.one_step_by_criterion().items()
            if number
        ],
        "outcome": Outcome,
        "cell_query": _cell_query(sieve),
        "everyone_words": _("người và tập thể") if sieve.choice.kind is None else _("đang xét"),
    }


def _tiers(plan: Plan) -> list[Tier]:
    return list(plan.tiers.values())


def _tab(plan: Plan, tier: Tier, year: int) -> str:
    """The part of the address that changes with the tier; the year stays when the tier has it."""
    years = plan.years(tier)
    return f"bac={tier.code}&nam={year if year in years else years[-1]}"


def _cell_query(sieve: Sieve) -> str:
    choice = sieve.choice
    parts = [f"bac={choice.tier.code}", f"nam={choice.year}"]
    if choice.plan.code != plans.DEFAULT:
        parts.insert(0, f"ke_hoach={choice.plan.code}")
    if choice.as_of:
        parts.append(f"ngay={choice.as_of:%d/%m/%Y}")
    return "&".join(parts)
