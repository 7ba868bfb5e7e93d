"""The desk of an office: what waits for its word, as a page and as an Excel file."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.offices import offices
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.domain.nurture import Aim
from lantoa.nomination.forms.verification import DESK_STATES, ListFilter
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification import desk, sheet
from lantoa.nomination.views.asked import user_of
from lantoa.nurture.queries.aims import in_words
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.VERIFY)
def show(request: HttpRequest) -> HttpResponse:
    """`?linh_vuc=` chooses among one's offices; who speaks for none sees how far all of them are."""
    own = [(code, name) for code, name in offices() if code in actor_of(request.user).offices]
    if not own:
        return redirect("verification_progress")
    office = _office(request, own)
    form, found, day = *_asked(request, office), localdate()
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "office": office,
        "offices": own,
        "office_name": dict(own)[office],
        "page": page,
        "rows": [(one, in_words(Aim(one.edition, one.tier, one.year)), _days(one, day)) for one in page],
        "sort": form.asked().sort,
        "may_run": bool(may(actor_of(request.user), Deed.RUN_ROUND)),
        "is_asked": any(request.GET.get(name) for name in ("q", "tinh_trang", "dot", "don_vi")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/verification/desk.html{part}", context)


@requires(Deed.VERIFY)
def download(request: HttpRequest) -> FileResponse | HttpResponse:
    own = [(code, name) for code, name in offices() if code in actor_of(request.user).offices]
    if not own:
        return redirect("verification_progress_export")
    office = _office(request, own)
    _form, found = _asked(request, office)
    name = f"{_('Thẩm định')} {dict(own)[office]} {localdate():%d-%m-%Y}.xlsx"
    file = sheet.desk_file(found, office)
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _office(request: HttpRequest, own: list[tuple[str, str]]) -> str:
    given = request.GET.get("linh_vuc", "")
    return given if given in dict(own) else own[0][0]


def _asked(request: HttpRequest, office: str) -> tuple[ListFilter, QuerySet[Nomination]]:
    form = ListFilter(request.GET, DESK_STATES, desk.rounds())
    return form, desk.listed(user_of(request), office, form.asked(), localdate())


def _days(one: Nomination, day: date) -> int | None:
    due = one.round.verify_by if one.round else None
    return (due - day).days if due else None
