"""The register of decisions, its file, and the series of numbers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Deed, may
from lantoa.recognition.actions.decisions import numbers
from lantoa.recognition.actions.decisions.refusals import SeriesHasBegun
from lantoa.recognition.forms.decisions import DecisionsFilter, ReasonForm, SeriesForm
from lantoa.recognition.queries.decisions import lists, sheet
from lantoa.recognition.queries.decisions.numbers import series_of, years
from lantoa.recognition.queries.decisions.one import lines_of, may_see_votes
from lantoa.recognition.views.decisions.asked import WRONG, decision_for, user_of, who
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.SEE_DECISIONS)
def show(request: HttpRequest) -> HttpResponse:
    form, user = DecisionsFilter(request.GET), user_of(request)
    asked = form.asked()
    page = Paginator(lists.listed(user, asked), PAGE).get_page(request.GET.get("trang"))
    drafts = bool(may(actor_of(user), Deed.DRAFT_DECISION))
    context = {
        "form": form,
        "page": page,
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "nam", "loai", "buoc")),
        "may_draft": drafts,
        "waiting": lists.waiting().count() if drafts else 0,
        "works_on": lists.works_on(user),
        "year": localdate().year,
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"recognition/decisions/list.html{part}", context)


@requires(Deed.SEE_DECISIONS)
def export(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    found = lists.listed(user_of(request), DecisionsFilter(request.GET).asked())
    name = f"{_('Quyết định')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(lists.file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@requires(Deed.SEE_DECISIONS)
def lines(request: HttpRequest, number: int) -> FileResponse:
    """Those of one decision, as the paper lists them."""
    decision = decision_for(request, number)
    name = f"{_('Danh sách')} {(decision.reference or _('dự thảo')).replace('/', '-')}.xlsx"
    file = sheet.file_of(lines_of(decision, with_votes=may_see_votes(user_of(request))))
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@requires(Deed.ISSUE_DECISION, Deed.DRAFT_DECISION, Deed.DECIDE)
def series(request: HttpRequest, year: int) -> HttpResponse:
    return _series(request, year)


@require_POST
@requires(Deed.ISSUE_DECISION)
def set_series(request: HttpRequest, year: int) -> HttpResponse:
    form = SeriesForm(request.POST)
    if not form.is_valid():
        return _series(request, year, status=WRONG, series_form=form)
    try:
        numbers.set_series(year=year, **form.cleaned_data, **who(request))
    except (SeriesHasBegun, NoReason) as refusal:
        messages.error(request, str(refusal))
        return _series(request, year, status=WRONG)
    messages.success(request, _("Đã ghi ký hiệu và số đầu tiên của năm."))
    return redirect("decision_numbers", year)


@require_POST
@requires(Deed.ISSUE_DECISION)
def annul_next(request: HttpRequest, year: int) -> HttpResponse:
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _series(request, year, status=WRONG, reason_form=form)
    taken = numbers.annul_next(year=year, reason=form.cleaned_data["reason"], **who(request))
    messages.success(request, _("Đã huỷ số %(number)s; lý do lưu trong sổ số.") % {"number": taken})
    return redirect("decision_numbers", year)


def _series(request: HttpRequest, year: int, *, status: int = 200, **given: object) -> HttpResponse:
    found = series_of(year)
    context = {
        "series": found,
        "years": years(localdate()),
        "may_issue": bool(may(actor_of(request.user), Deed.ISSUE_DECISION)),
        "reason_form": ReasonForm(),
        "series_form": SeriesForm(initial={"suffix": found.suffix, "first": found.first}),
    }
    return render(request, "recognition/decisions/numbers.html", context | given, status=status)
