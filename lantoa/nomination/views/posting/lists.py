"""The postings of all rounds, for those who run them."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.nomination.forms.posting import PostingsFilter
from lantoa.nomination.queries.posting import lists, sheets
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.POST)
def show(request: HttpRequest) -> HttpResponse:
    form = PostingsFilter(request.GET)
    asked, day = form.asked(), localdate()
    page = Paginator(lists.postings(asked), PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "rows": [(one, (one.ends - day).days) for one in page],
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "buoc", "cho_ai")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/posting/list.html{part}", context)


@requires(Deed.POST)
def download(request: HttpRequest) -> FileResponse:
    found = lists.postings(PostingsFilter(request.GET).asked())
    name = f"{_('Các lần công khai')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(sheets.postings_file(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)
