"""The list of nurture plans, and the same as an Excel file."""

from dataclasses import replace
from datetime import date

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import scope_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.nurture.forms.plans import PlansFilter
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries import lists
from lantoa.nurture.queries.aims import in_words
from lantoa.nurture.queries.people import LIVING
from lantoa.nurture.views.plans.asked import user_of
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
LONGEST_NUMBER = 18


@requires(Deed.SEE_NURTURE)
def show(request: HttpRequest) -> HttpResponse:
    """`?nhan-to=` leads to the plan of that prospect when there is just one to go to."""
    user, day, prospect = user_of(request), localdate(), number_in(request, "nhan-to")
    if prospect is not None and (plan := lists.of_prospect(user, prospect)) is not None:
        return redirect("nurture_plan", plan.pk)
    form, asked = _asked(request)
    page = Paginator(lists.listed(user, asked, day), PAGE).get_page(request.GET.get("trang"))
    reach = scope_of(user, Deed.WRITE_NURTURE)
    context = {
        "form": form,
        "page": page,
        "rows": _rows(list(page), day),
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep") or prospect is not None,
        "may_start": reach.everything or bool(reach.units),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nurture/plans/list.html{part}", context)


@requires(Deed.SEE_NURTURE)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    _form, asked = _asked(request)
    day = localdate()
    file = lists.file_of(lists.listed(user_of(request), asked, day), day)
    name = f"{_('Kế hoạch bồi dưỡng')} {day:%d-%m-%Y}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def number_in(request: HttpRequest, name: str) -> int | None:
    """A number in the address; anything else is no number."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None


def _rows(plans: list[NurturePlan], day: date) -> list[dict[str, object]]:
    lost = lists.lost_mentors(plans, day)
    return [
        {
            "plan": plan,
            "aim": in_words(Aim(plan.edition, plan.tier, plan.year)),
            "days": (plan.until - day).days,
            "is_living": plan.stage in LIVING,
            "needs_mentor": plan.pk in lost,
        }
        for plan in plans
    ]


def _asked(request: HttpRequest) -> tuple[PlansFilter, lists.Asked]:
    """What cannot be read of the filters is left out of the question."""
    form = PlansFilter(request.GET)
    form.is_valid()
    given, prospect = form.cleaned_data, number_in(request, "nhan-to")
    stage = given.get("buoc", "")
    asked = lists.Asked(
        words=given.get("q", ""),
        stage={"": "open", "tat-ca": ""}.get(stage, stage),
        unit=given.get("don_vi"),
        tier=given.get("bac", ""),
        mentor=given.get("huong_dan", ""),
        is_late=given.get("qua_han", False),
        sort=given.get("sap_xep") or "den_ngay",
    )
    return form, asked if prospect is None else replace(asked, prospect=prospect, stage="")
