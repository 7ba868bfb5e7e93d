"""The list of nominations, as a page and as an Excel file."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Actor, Deed, may
from lantoa.domain.stages import NominationStage
from lantoa.nomination.forms.nominations import NominationsFilter
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries import listing as queries
from lantoa.nomination.queries.dossier import aim_in_short
from lantoa.nomination.queries.reading import case_of
from lantoa.nomination.views.asked import user_of
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
    rows = [(one, aim_in_short(one), _may_send(one, actor_of(user))) for one in page]
    context = {
        "form": form,
        "page": page,
        "rows": rows,
        "can_send": any(is_draft for _one, _aim, is_draft in rows),
        "sort": asked.sort,
        "may_nominate": bool(may(actor_of(user), Deed.NOMINATE)),
        "open_rounds": queries.rounds_to_nominate_in(),
        "is_asked": any(request.GET.get(name) for name in ("q", "bac", "don_vi", "dot", "buoc", "doi_tuong")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/list.html{part}", context)


def _may_send(one: Nomination, actor: Actor) -> bool:
    return one.stage == NominationStage.DRAFT and bool(may(actor, Deed.NOMINATE, case_of(one)))


@requires(Deed.SEE_NOMINATION)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    user = user_of(request)
    found = queries.listed(user, NominationsFilter(request.GET, queries.rounds_to_choose(user)).asked())
    name = f"{_('Đề cử')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(queries.file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)
