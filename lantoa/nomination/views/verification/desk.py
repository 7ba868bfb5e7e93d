"""The desk of an office: what waits for its word, as a page and as an Excel file."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.offices import offices
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed, may
from lantoa.domain.nurture import Aim
from lantoa.nomination.actions.verification import by_records
from lantoa.nomination.forms.verification import DESK_STATES, ListFilter
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.verification import desk, sheet
from lantoa.nomination.queries.verification.asked import reads_records
from lantoa.nomination.views.asked import WRONG, user_of, who
from lantoa.nurture.queries.aims import in_words
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.VERIFY)
def show(request: HttpRequest) -> HttpResponse:
    """`?linh_vuc=` chooses among one's offices; who speaks for none sees how far all of them are."""
    own = _own(request)
    return page_of(request, own) if own else redirect("verification_progress")


@require_POST
@requires(Deed.VERIFY)
def confirm(request: HttpRequest) -> HttpResponse:
    """What the records say met is confirmed for the dossiers ticked; the others are told with the reason."""
    own = _own(request)
    if not own:
        return redirect("verification_progress")
    ticked = [int(key) for key in request.POST.getlist("ho-so") if key.isascii() and key.isdigit()][:PAGE]
    office = _office(request, own)
    found = list(desk.desk(user_of(request), office, localdate()).filter(pk__in=ticked).select_related("subject"))
    if not found:
        messages.error(request, _("Hãy đánh dấu ít nhất một hồ sơ."))
        return page_of(request, own, status=WRONG)
    confirmed = by_records.confirm(nominations=found, office=office, **who(request))
    if count := len(confirmed.done):
        messages.success(request, _("Đã ghi đạt theo sổ cho %(n)s hồ sơ.") % {"n": count})
    return page_of(request, own, left=confirmed.left)


def page_of(
    request: HttpRequest,
    own: list[tuple[str, str]],
    *,
    left: list[tuple[Nomination, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    office = _office(request, own)
    form, found, day = *_asked(request, office), localdate()
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    context = {
        "form": form,
        "office": office,
        "offices": own,
        "office_name": dict(own)[office],
        "can_confirm": reads_records(office),
        "page": page,
        "rows": [(one, in_words(Aim(one.edition, one.tier, one.year)), _days(one, day)) for one in page],
        "left": left or [],
        "sort": form.asked().sort,
        "may_run": bool(may(actor_of(request.user), Deed.RUN_ROUND)),
        "is_asked": any(request.GET.get(name) for name in ("q", "tinh_trang", "dot", "don_vi")),
    }
    part = "#rows" if request.headers.get("HX-Request") else ""
    return render(request, f"nomination/verification/desk.html{part}", context, status=status)


@requires(Deed.VERIFY)
def download(request: HttpRequest) -> FileResponse | HttpResponse:
    own = _own(request)
    if not own:
        return redirect("verification_progress_export")
    office = _office(request, own)
    _form, found = _asked(request, office)
    name = f"{_('Thẩm định')} {dict(own)[office]} {localdate():%d-%m-%Y}.xlsx"
    file = sheet.desk_file(found, office)
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


def _own(request: HttpRequest) -> list[tuple[str, str]]:
    """The offices for which the user speaks."""
    return [(code, name) for code, name in offices() if code in actor_of(request.user).offices]


def _office(request: HttpRequest, own: list[tuple[str, str]]) -> str:
    given = request.GET.get("linh_vuc", "")
    return given if given in dict(own) else own[0][0]


def _asked(request: HttpRequest, office: str) -> tuple[ListFilter, QuerySet[Nomination]]:
    form = ListFilter(request.GET, DESK_STATES, desk.rounds())
    return form, desk.listed(user_of(request), office, form.asked(), localdate())


def _days(one: Nomination, day: date) -> int | None:
    due = one.round.verify_by if one.round else None
    return (due - day).days if due else None
