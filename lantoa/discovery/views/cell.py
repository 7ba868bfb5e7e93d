"""The evidence behind one cell of the screening, as a part for the drawer or as a page of its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import insist, requires
from lantoa.discovery.forms.screening import FilterForm, read_plan, read_tier, read_year
from lantoa.discovery.views.asked import NotInThePlan, not_in_the_plan
from lantoa.domain.authority import Case, Deed
from lantoa.domain.plan import OutsidePlan
from lantoa.domain.verdict import assess
from lantoa.plans import UnknownPlan
from lantoa.register.models import Subject
from lantoa.register.queries.evidence import Reader, closer, short_name
from lantoa.register.queries.records import book_of
from lantoa.register.queries.subjects import subject_by_code


@requires(Deed.SCREEN)
def show(request: HttpRequest, code: str, criterion: str) -> HttpResponse:
    subject = subject_by_code(code)
    if subject is None:
        raise Http404
    try:
        return _show(request, subject, criterion)
    except (UnknownPlan, OutsidePlan) as error:
        return not_in_the_plan(request, NotInThePlan(str(error)))


def _show(request: HttpRequest, subject: Subject, criterion: str) -> HttpResponse:
    plan = read_plan(request.GET)
    tier = read_tier(plan, request.GET)
    year = read_year(plan, tier, request.GET)
    form = FilterForm(plan, tier, year, request.GET)
    as_of = form.cleaned_data["ngay"] if form.is_valid() else None
    book = book_of(subject)
    assessment = assess(plan, tier, year, book, subject.code, as_of)
    units = [subject.code] if subject.code in book.units else book.units_of(subject.code, assessment.as_of)
    case = Case(subject.code, frozenset(units))
    insist(request, Deed.SCREEN, case)
    finding = next((one for one in assessment.findings if one.criterion.code == criterion), None)
    if finding is None:
        raise Http404
    display = closer(finding, assessment, Reader(actor_of(request.user), book, case))
    page = {"subject": subject, "assessment": assessment, "display": display, "tier_name": short_name(tier)}
    part = "#evidence" if request.headers.get("HX-Request") else ""
    return render(request, f"discovery/cell.html{part}", page)
