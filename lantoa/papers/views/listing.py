"""All papers that were made, and the list as an Excel file."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.papers.forms.papers import PapersFilter
from lantoa.papers.queries.jobs import visible_jobs
from lantoa.papers.queries.papers import listed, units_with_papers
from lantoa.papers.queries.sheets import of_papers
from lantoa.papers.sources import occasions
from lantoa.papers.views.asked import user_of
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50
NEWEST_JOBS = 5
NEWEST_ROUNDS = 6


@requires(Deed.SEE_PAPERS)
def show(request: HttpRequest) -> HttpResponse:
    form = _form(request)
    page = Paginator(listed(user_of(request), form.asked()), PAGE).get_page(request.GET.get("trang"))
    actor = actor_of(request.user)
    context = {
        "form": form,
        "page": page,
        "sort": form.asked().sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep"),
        "rounds": occasions(actor)[:NEWEST_ROUNDS],
        "jobs": visible_jobs(user_of(request)).order_by("-pk")[:NEWEST_JOBS] if may(actor, Deed.MAKE_PAPERS) else [],
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"papers/papers/list.html{part}", context)


@requires(Deed.SEE_PAPERS)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    file = of_papers(listed(user_of(request), _form(request).asked()))
    name = f"{_('Giấy tờ')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _form(request: HttpRequest) -> PapersFilter:
    return PapersFilter(request.GET, occasions(actor_of(request.user)), units_with_papers(user_of(request)))
