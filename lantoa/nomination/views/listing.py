"""The list of nominations, as a page and as an Excel file."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.domain.nurture import Aim
from lantoa.nomination.forms.nominations import NominationsFilter
from lantoa.nomination.queries import listing as queries
from lantoa.nomination.views.asked import user_of
from lantoa.nurture.queries.aims import in_words
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
LONGEST_NUMBER = 18


@requires(Deed.SEE_NOMINATION)
def show(request: HttpRequest) -> HttpResponse:
    """`?boi-duong=` leads to the nomination that was made from that plan."""
    user, plan = user_of(request), request.GET.get("boi-duong", "")
    if plan.isascii() and plan.isdigit() and len(plan) <= LONGEST_NUMBER:
        made = queries.of_plan(user, int(plan))
        if made is not None:
            return redirect("nomination", made.pk)
    form = NominationsFilter(request.GET, queries.rounds_to_choose(user))
    asked = form.asked()
    page = Paginator(queries.listed(user, asked), PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "rows": [(one, in_words(Aim(one.edition, one.tier, one.year))) for one in page],
        "sort": asked.sort,
        "may_nominate": bool(may(actor_of(user), Deed.NOMINATE)),
        "open_rounds": queries.rounds_to_nominate_in(),
        "is_asked": any(request.GET.get(name) for name in ("q", "bac", "don_vi", "dot", "buoc", "doi_tuong")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/list.html{part}", context)


@requires(Deed.SEE_NOMINATION)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    user = user_of(request)
    found = queries.listed(user, NominationsFilter(request.GET, queries.rounds_to_choose(user)).asked())
    name = f"{_('Đề cử')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(queries.file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)
