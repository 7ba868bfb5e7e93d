"""The list of movements, and the table of units and movements."""

from typing import cast

from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.accounts.views import requires
from lantoa.discovery.forms.movements import BoardForm, MovementsFilter
from lantoa.discovery.queries.deadlines import pledges, reports
from lantoa.discovery.queries.movements import lists, sheet
from lantoa.domain.authority import Deed

PAGE = 50
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Deed.SEE_MOVEMENTS)
def show(request: HttpRequest) -> HttpResponse:
    user, day = cast("User", request.user), localdate()
    form = MovementsFilter(request.GET)
    form.is_valid()
    given = form.cleaned_data
    asked = lists.Asked(given.get("q", ""), given.get("loai", ""), given.get("buoc", ""), given.get("nam"))
    page = Paginator(lists.listed(user, asked), PAGE).get_page(request.GET.get("trang"))
    due = sorted([*pledges(day, user.pk), *reports(day, user.pk)], key=lambda one: one.due)
    context = {
        "form": form,
        "page": page,
        "is_asked": any(request.GET.get(name) for name in form.fields),
        "due": [(one, one.days_left(day)) for one in due],
        "may_run": bool(scope_of(user, Deed.RUN_MOVEMENT)),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"discovery/movements/list.html{part}", context)


@requires(Deed.SEE_MOVEMENTS)
def board(request: HttpRequest) -> HttpResponse:
    year = BoardForm(request.GET).year
    movements, rows = lists.board(year, localdate())
    late = sum(cell.is_late for row in rows for cell in row.cells if cell)
    context = {"year": year, "movements": movements, "rows": rows, "late": late}
    return render(request, "discovery/movements/board.html", context)


@requires(Deed.SEE_MOVEMENTS)
def download(request: HttpRequest) -> FileResponse:
    year = BoardForm(request.GET).year
    file = sheet.file_of(*lists.board(year, localdate()))
    name = _("Phong trào thi đua %(year)s.xlsx") % {"year": year}
    return FileResponse(file, as_attachment=True, filename=name, content_type=EXCEL)
