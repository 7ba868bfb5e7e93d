"""The list of rounds, as a page and as an Excel file; and the rounds that the plan's calendar expects."""

from datetime import date

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.queries.tiers import tier_names
from lantoa.domain.authority import Deed, may
from lantoa.nomination.forms.rounds import RoundsFilter
from lantoa.nomination.queries.rounds.calendar import expected
from lantoa.nomination.queries.rounds.reading import listed
from lantoa.nomination.queries.rounds.sheet import file_of_rounds
from lantoa.nomination.views.asked import user_of
from lantoa.nurture.queries.aims import in_words
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 30


@requires(Deed.SEE_ROUNDS)
def show(request: HttpRequest) -> HttpResponse:
    form, day = RoundsFilter(request.GET), localdate()
    asked = form.asked()
    page = Paginator(listed(user_of(request), asked), PAGE).get_page(request.GET.get("trang"))
    may_run = may(actor_of(request.user), Deed.RUN_ROUND)
    names = tier_names()
    context = {
        "form": form,
        "page": page,
        "rows": [(one, names.get(one.tier, one.tier), _left(one.send_by, day)) for one in page],
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "nam", "buoc", "bac")),
        "may_run": may_run,
        "expected": [(aim, in_words(aim)) for aim in expected(day)] if may_run else [],
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/rounds/list.html{part}", context)


@requires(Deed.SEE_ROUNDS)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    found = listed(user_of(request), RoundsFilter(request.GET).asked())
    name = f"{_('Đợt xét')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(file_of_rounds(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _left(due: date | None, day: date) -> int | None:
    return (due - day).days if due is not None else None
