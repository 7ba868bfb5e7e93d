"""The complaints that one may see: the own ones, or all for who settles them; and the list as an Excel file."""

from typing import cast

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.recognition.forms.complaints import ComplaintsFilter
from lantoa.recognition.queries.complaints import reading, sheet
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.COMPLAIN)
def show(request: HttpRequest) -> HttpResponse:
    user, day, form = cast("User", request.user), localdate(), ComplaintsFilter(request.GET)
    page = Paginator(reading.listed(user, form.asked(), day), PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "page": page,
        "rows": [(one, (due - day).days if (due := reading.due(one)) else None, due) for one in page],
        "sort": form.asked().sort,
        "is_asked": any(request.GET.get(name) for name in form.fields if name != "sap_xep"),
        "settles": bool(may(actor_of(user), Deed.HANDLE_COMPLAINT)),
        "late": reading.visible(user).filter(reading.late(day)).count(),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"recognition/complaints/list.html{part}", context)


@requires(Deed.COMPLAIN)
def download(request: HttpRequest) -> FileResponse:
    """The filtered list, all pages of it."""
    user, day = cast("User", request.user), localdate()
    file = sheet.file_of(reading.listed(user, ComplaintsFilter(request.GET).asked(), day))
    name = f"{_('Khiếu nại')} {day:%d-%m-%Y}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)
