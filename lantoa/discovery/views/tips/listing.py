"""Lists of tips: those to handle, and those one has sent."""

from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.discovery.forms.tips import TipsFilter
from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips import lists, sheet
from lantoa.domain.authority import Deed
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.HANDLE_TIP)
def show(request: HttpRequest) -> HttpResponse:
    form, found = _asked(request)
    day = localdate()
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "rows": [(tip, (tip.due - day).days) for tip in page],
        "is_asked": any(request.GET.get(name) for name in form.fields),
        "late": lists.late(cast("User", request.user), day),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"discovery/tips/list.html{part}", context)


@requires(Deed.HANDLE_TIP)
def download(request: HttpRequest) -> FileResponse:
    _form, found = _asked(request)
    name = f"{_('Phát hiện')} {localdate():%d-%m-%Y}.xlsx"
    return FileResponse(sheet.file_of(found), as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@requires(Deed.SEND_TIP)
def sent(request: HttpRequest) -> HttpResponse:
    found = lists.sent_by(cast("User", request.user))
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    return render(request, "discovery/tips/sent.html", {"page": page})


def _asked(request: HttpRequest) -> tuple[TipsFilter, QuerySet[Tip]]:
    """What cannot be read of the filters is left out of the question."""
    form = TipsFilter(request.GET)
    form.is_valid()
    given = form.cleaned_data
    stage = given.get("buoc", "")
    asked = lists.Asked(
        words=given.get("q", ""),
        stage={"": "open", "tat-ca": ""}.get(stage, stage),
        is_mine=given.get("cua_toi", False),
        unit=given.get("don_vi"),
        is_late=given.get("qua_han", False),
    )
    return form, lists.listed(cast("User", request.user), asked, localdate())
