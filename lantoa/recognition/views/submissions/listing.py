"""The submissions, the sector rounds that wait for one, and the list as an Excel file."""

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.discovery.queries.tiers import tier_name
from lantoa.domain.authority import Deed, may
from lantoa.recognition.forms.submissions import SubmissionsFilter
from lantoa.recognition.queries.submissions import reading, sheets
from lantoa.recognition.views.submissions.asked import user_of
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.SUBMIT, Deed.ANSWER)
def show(request: HttpRequest) -> HttpResponse:
    form = SubmissionsFilter(request.GET)
    page = Paginator(reading.listed(user_of(request), form.asked()), PAGE).get_page(request.GET.get("trang"))
    may_submit, day = bool(may(actor_of(request.user), Deed.SUBMIT)), localdate()
    context = {
        "form": form,
        "page": page,
        "rows": [(one, tier_name(one.tier)) for one in page],
        "sort": form.asked().sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep"),
        "may_submit": may_submit,
        "may_receive": bool(may(actor_of(request.user), Deed.ANSWER)),
        "waiting": [
            (one, (one.round.submit_by - day).days if one.round.submit_by else None) for one in reading.waiting()
        ]
        if may_submit
        else [],
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"recognition/submissions/list.html{part}", context)


@requires(Deed.SUBMIT, Deed.ANSWER)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    found = reading.listed(user_of(request), SubmissionsFilter(request.GET).asked())
    name = f"{_('Trình Bộ')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(sheets.of_submissions(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)
