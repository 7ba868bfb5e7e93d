"""The list of movements, and the table of units and movements."""

from io import BytesIO
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
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.SEE_MOVEMENTS)
def show(request: HttpRequest) -> HttpResponse:
    user, day = cast("User", request.user), localdate()
    form = MovementsFilter(request.GET)
    page = Paginator(lists.listed(user, _asked(form)), PAGE).get_page(request.GET.get("trang"))
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
def export(request: HttpRequest) -> FileResponse:
    movements = lists.listed(cast("User", request.user), _asked(MovementsFilter(request.GET)))
    return _file(sheet.list_of(movements), _("Phong trào thi đua.xlsx"))


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
    file = sheet.board_of(*lists.board(year, localdate()))
    return _file(file, _("Đơn vị và phong trào %(year)s.xlsx") % {"year": year})


def _asked(form: MovementsFilter) -> lists.Asked:
    form.is_valid()
    given = form.cleaned_data
    return lists.Asked(given.get("q", ""), given.get("loai", ""), given.get("buoc", ""), given.get("nam"))


def _file(file: BytesIO, name: str) -> FileResponse:
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)
