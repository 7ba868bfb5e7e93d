"""The list of meetings, with who sits now beside it."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.council.forms.meetings import MeetingsFilter
from lantoa.council.queries import meetings as queries
from lantoa.council.queries.body import current, sitting
from lantoa.council.queries.rights import may_appoint
from lantoa.council.views.asked import user_of
from lantoa.domain.authority import Deed, may
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.SEE_COUNCIL)
def show(request: HttpRequest) -> HttpResponse:
    form, day = MeetingsFilter(request.GET), localdate()
    asked = form.asked()
    council = current(day)
    context = {
        "form": form,
        "page": Paginator(queries.listed(asked), PAGE).get_page(request.GET.get("trang")),
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "buoc", "nam")),
        "council": council,
        "members": list(sitting(council, day)) if council else [],
        "run": may(actor_of(request.user), Deed.RUN_MEETING),
        "appoint": may_appoint(user_of(request)),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"council/list.html{part}", context)


@requires(Deed.SEE_COUNCIL)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    found = queries.listed(MeetingsFilter(request.GET).asked())
    name = f"{_('Phiên họp Hội đồng')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(queries.file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)
