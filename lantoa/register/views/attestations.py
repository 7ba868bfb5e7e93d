"""Attestations: of one subject, of a whole unit at once, and who said what when."""

import re
from datetime import date
from typing import cast
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.accounts.views import insist, requires
from lantoa.domain.authority import Case, Deed, may
from lantoa.domain.plan import OutsidePlan, Plan, Term, Tier
from lantoa.domain.records import Kind
from lantoa.register.actions.attestations import attest
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.forms.attestations import OccasionForm, codes_of, newest_of, occasion_of, said_in, said_meanwhile
from lantoa.register.models import Subject
from lantoa.register.queries import attesting
from lantoa.register.queries.subjects import case_of, subject_by_code, unit_by_code

PAGE, UNITS_A_PAGE = 25, 50
AN_ID = re.compile(r"[0-9]{1,18}")  # what the database can hold


@requires(Deed.ATTEST)
def show(request: HttpRequest) -> HttpResponse:
    """The grid of a unit or of one subject; without either, how far every unit is."""
    asked = request.GET
    tier, year = _occasion(request)
    day = plans.load().window(tier, year).last_day
    if request.method == "POST":
        return _say(request, tier, year, day)
    subject, unit = _subject(request, "doi_tuong"), _subject(request, "don_vi")
    if subject is None and unit is None:
        return _units(request, tier, year, day)
    if subject is not None:
        insist(request, Deed.ATTEST, case_of(subject, day) if subject.code != actor_of(request.user).person else None)
        found = Subject.objects.filter(pk=subject.pk).order_by("pk")
    else:
        unit = cast(Subject, unit)
        insist(request, Deed.ATTEST, Case(unit.code))
        found = attesting.subjects_of(unit.pk, tier.subjects, day, asked.get("q", ""))
        if asked.get("con_trong"):
            found = attesting.lacking(found, attesting.criteria_of(plans.load(), tier), year)
    page = Paginator(found, PAGE).get_page(asked.get("trang"))
    return render(
        request,
        "register/attest.html",
        _grid(request, tier, year, day, page) | {"subject": subject, "unit": unit, "whom": subject or unit},
    )


@requires(Deed.ATTEST)
def history(request: HttpRequest, code: str, criterion: str, year: int) -> HttpResponse:
    """Everything that was said of a subject under a criterion and year."""
    subject = subject_by_code(code)
    known = plans.load().criteria.get(criterion)
    if subject is None or known is None:
        raise Http404
    insist(request, Deed.SEE_RECORD, case_of(subject, localdate()))
    rows = attesting.history(subject, criterion, year)
    context = {"subject": subject, "criterion": known, "year": year, "rows": rows}
    template = "register/history.html#history" if request.headers.get("HX-Request") else "register/history.html"
    return render(request, template, context)


def _occasion(request: HttpRequest) -> tuple[Tier, int]:
    """The tier and year of the address; where the plan does not have them the newest, and the page says so."""
    asked = request.GET
    try:
        return occasion_of(plans.load(), asked.get("dot", ""), asked.get("tieu_chi", ""), asked.get("nam", ""))
    except OutsidePlan as refusal:
        messages.error(request, str(refusal))
        return newest_of(plans.load())


def _say(request: HttpRequest, tier: Tier, year: int, day: date) -> HttpResponse:
    """Write what differs from what the reader saw, and tell where somebody else spoke meanwhile."""
    keys = [int(key) for key in request.POST.getlist("nguoi") if AN_ID.fullmatch(key)][: 2 * PAGE]
    criteria = attesting.criteria_of(plans.load(), tier)
    seats = attesting.seats(criteria, year, Subject.objects.filter(pk__in=keys).order_by("kind", "sort_key"), day)
    said = said_in(request.POST, seats)
    if not said:
        messages.info(request, _("Bạn chưa chọn ô nào mới, nên chưa ghi gì."))
        return redirect(request.get_full_path())
    try:
        attest(said=said, year=year, day=day, by=cast(User, request.user), at=now())
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
    for seat in seats:
        for box in seat.boxes:
            if said_meanwhile(request.POST, seat, box):
                _tell_of_another(request, seat, box)
    count = {"boxes": len(said), "subjects": len({one.subject for one in said})}
    messages.success(request, _("Đã ghi %(boxes)s xác nhận cho %(subjects)s đối tượng.") % count)
    return redirect(request.get_full_path())


def _tell_of_another(request: HttpRequest, seat: attesting.Seat, box: attesting.Box) -> None:
    other = {
        "who": box.standing.by if box.standing else "",
        "name": seat.subject.name,
        "criterion": box.criterion.code,
        "result": _("đạt") if box.value == "dat" else _("không đạt"),
    }
    messages.warning(
        request,
        _("Trong lúc bạn mở trang, %(who)s đã xác nhận %(criterion)s của %(name)s: %(result)s. Hãy xem lại ô đó.")
        % other,
    )


def _grid(request: HttpRequest, tier: Tier, year: int, day: date, page: Page[Subject]) -> dict[str, object]:
    plan = plans.load()
    subjects = cast("QuerySet[Subject]", page.object_list)
    seats = attesting.seats(attesting.criteria_of(plan, tier), year, subjects, day)
    kinds = {Kind(seat.subject.kind) for seat in seats}
    criteria = [one for one in attesting.criteria_of(plan, tier) if one.concerns & kinds]
    shown = {one.code for one in criteria}
    actor = actor_of(request.user)
    rows = [
        (seat, [box for box in seat.boxes if box.criterion.code in shown], may(actor, Deed.ATTEST, seat.case))
        for seat in seats
    ]
    return {
        "form": OccasionForm(plan, request.GET),
        "tier": tier,
        "year": year,
        "dot": f"{tier.code}:{year}",
        "window": plan.window(tier, year),
        "when": f", {plan.window(tier, year)}" if tier.term is Term.YEAR else "",
        "criteria": criteria,
        "shared": _shared(plan, tier, year),
        "wanted": request.GET.get("tieu_chi", ""),
        "rows": rows,
        "page": page,
    }


def _shared(plan: Plan, tier: Tier, year: int) -> list[tuple[str, str]]:
    """Other tiers that read the same attestations: their names, and which criteria."""
    others = [other for other in attesting.tiers_of(plan) if other is not tier and year in plan.years(other)]
    own = codes_of(plan, tier)
    return [(other.name, ", ".join(code for code in codes_of(plan, other) if code in own)) for other in others]


def _units(request: HttpRequest, tier: Tier, year: int, day: date) -> HttpResponse:
    scope = scope_of(request.user, Deed.ATTEST)
    plan = plans.load()
    criteria = attesting.criteria_of(plan, tier)
    units = attesting.units_on(day, None if scope.everything else scope.units)
    page = Paginator(units, UNITS_A_PAGE).get_page(request.GET.get("trang"))
    if page.paginator.count == 1:
        return redirect(f"{request.path}?{urlencode({'don_vi': page[0].subject.code, 'dot': f'{tier.code}:{year}'})}")
    context = {
        "form": OccasionForm(plan, request.GET),
        "tier": tier,
        "year": year,
        "dot": f"{tier.code}:{year}",
        "window": plan.window(tier, year),
        "criteria": criteria,
        "units": attesting.progress(criteria, year, day, page),
        "page": page,
    }
    return render(request, "register/attest_units.html", context)


def _subject(request: HttpRequest, key: str) -> Subject | None:
    """The subject whose code the address gives; 404 for a code that nobody bears."""
    code = request.GET.get(key, "")
    if not code:
        return None
    found = unit_by_code(code) if key == "don_vi" else subject_by_code(code)
    if found is None:
        raise Http404(_("Không có mã «%(code)s» trong sổ.") % {"code": code[:40]})
    return found
