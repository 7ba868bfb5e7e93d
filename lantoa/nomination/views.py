"""Nominations: the list, one with its report, and the press that makes one from a nurture plan."""

from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import insist, requires
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Case, Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions import writing as actions
from lantoa.nomination.actions.refusals import ChangedMeanwhile
from lantoa.nomination.forms import NominationsFilter, ReportForm
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries import listing as queries
from lantoa.nomination.queries.reading import WITH_NAMES, case_of
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import in_words
from lantoa.nurture.queries.reading import case_of as case_of_plan
from lantoa.nurture.queries.reading import plans_with_names
from lantoa.register.actions.refusals import NotAllowed
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
WRONG, CONFLICT = 422, 409
LONGEST_NUMBER = 18


@requires(Deed.NOMINATE)
def listing(request: HttpRequest) -> HttpResponse:
    """`?boi-duong=` leads to the nomination that was made from that plan."""
    user, plan = cast("User", request.user), request.GET.get("boi-duong", "")
    if plan.isascii() and plan.isdigit() and len(plan) <= LONGEST_NUMBER:
        made = queries.of_plan(user, int(plan))
        if made is not None:
            return redirect("nomination", made.pk)
    form = NominationsFilter(request.GET)
    asked = form.asked()
    page = Paginator(queries.listed(user, asked), PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "rows": [(one, in_words(Aim(one.edition, one.tier, one.year))) for one in page],
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "bac", "don_vi")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/list.html{part}", context)


@requires(Deed.NOMINATE)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    found = queries.listed(cast("User", request.user), NominationsFilter(request.GET).asked())
    name = f"{_('Đề cử')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(queries.file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@requires(Deed.NOMINATE)
def show(request: HttpRequest, number: int) -> HttpResponse:
    """Read it, and write its report."""
    nomination = _nomination(request, number)
    form = ReportForm(request.POST or None, initial={"text": nomination.text, "version": nomination.version})
    if request.method != "POST":
        return _page(request, nomination, form)
    if not form.is_valid():
        return _page(request, nomination, form, status=WRONG)
    value = form.cleaned_data
    try:
        actions.write(nomination=nomination, text=value["text"], seen=value["version"], **_who(request))
    except ChangedMeanwhile as conflict:
        form.add_error(None, str(conflict))
        return _page(request, conflict.nomination, form, status=CONFLICT)
    except (NoReason, NotAllowed) as problem:
        form.add_error(None, str(problem))
        return _page(request, nomination, form, status=WRONG)
    messages.success(request, _("Đã lưu báo cáo thành tích."))
    return redirect("nomination", nomination.pk)


@require_POST
@requires(Deed.NOMINATE)
def from_plan(request: HttpRequest, number: int) -> HttpResponse:
    plan = _plan(request, number)
    try:
        made = actions.from_plan(plan=plan, **_who(request))
    except (WrongStage, actions.NominatedAlready, actions.NotMet, NotAllowed) as problem:
        messages.error(request, str(problem))
        return redirect("nurture_plan", plan.pk)
    messages.success(request, _("Đã lập hồ sơ đề cử, điền sẵn từ kế hoạch bồi dưỡng. Hãy đọc lại và sửa."))
    return redirect("nomination", made.pk)


def _nomination(request: HttpRequest, number: int) -> Nomination:
    found = Nomination.objects.select_related(*WITH_NAMES).filter(pk=number).first()
    _insist(request, case_of(found) if found else None)
    return cast("Nomination", found)


def _plan(request: HttpRequest, number: int) -> NurturePlan:
    plan = plans_with_names().filter(pk=number).first()
    _insist(request, case_of_plan(plan) if plan else None)
    return cast("NurturePlan", plan)


def _insist(request: HttpRequest, case: Case | None) -> None:
    """Who may not reach it gets the same answer whether it exists or not."""
    insist(request, Deed.NOMINATE, case or Case())
    if case is None:
        raise Http404


def _page(request: HttpRequest, nomination: Nomination, form: ReportForm, *, status: int = 200) -> HttpResponse:
    page = {
        "nomination": nomination,
        "form": form,
        "aim": in_words(Aim(nomination.edition, nomination.tier, nomination.year)),
        "other": nomination.text if status == CONFLICT else "",
        "version": nomination.version,
    }
    return render(request, "nomination/one.html", page, status=status)


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": now()}
