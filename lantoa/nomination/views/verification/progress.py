"""How far verification is, and the press that lets finished dossiers go on."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lantoa.accounts.offices import offices
from lantoa.accounts.queries import actor_of
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.nomination.actions.verification import ending
from lantoa.nomination.forms.verification import PROGRESS_STATES, ListFilter
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES
from lantoa.nomination.queries.verification import desk, progress, sheet
from lantoa.nomination.views.asked import WRONG, who
from lantoa.nurture.queries.aims import in_words
from lantoa.spreadsheet import CONTENT_TYPE

PAGE = 50


@requires(Deed.RUN_ROUND)
def show(request: HttpRequest) -> HttpResponse:
    return page_of(request)


@requires(Deed.RUN_ROUND)
def download(request: HttpRequest) -> FileResponse:
    _form, found = _asked(request)
    name = f"{_('Tiến độ thẩm định')} {localdate():%d-%m-%Y}.xlsx"
    file = sheet.progress_file(found)
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE)


@require_POST
@requires(Deed.RUN_ROUND)
def finish_many(request: HttpRequest) -> HttpResponse:
    """Those ticked that have nothing to explain go on; the others are told with the reason."""
    ticked = [int(key) for key in request.POST.getlist("ho-so") if key.isascii() and key.isdigit()][:PAGE]
    found = list(Nomination.objects.select_related(*WITH_NAMES).filter(pk__in=ticked).order_by("pk"))
    if not found:
        messages.error(request, _("Hãy đánh dấu ít nhất một hồ sơ."))
        return page_of(request, status=WRONG)
    finished = ending.finish_many(nominations=found, **who(request))
    if count := len(finished.done):
        words = ngettext("Đã kết thúc thẩm định %(n)s hồ sơ.", "Đã kết thúc thẩm định %(n)s hồ sơ.", count)
        messages.success(request, words % {"n": count})
    return page_of(request, left=finished.left)


def page_of(
    request: HttpRequest, *, left: list[tuple[Nomination, str]] | None = None, status: int = 200
) -> HttpResponse:
    form, found = _asked(request)
    asked, day = form.asked(), localdate()
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    is_part = bool(request.headers.get("HX-Request"))
    context = {
        "form": form,
        "page": page,
        "rows": [
            (row, in_words(Aim(row.nomination.edition, row.nomination.tier, row.nomination.year)))
            for row in progress.rows(list(page), day)
        ],
        "offices": [] if is_part else progress.by_office(asked.round),
        "left": left or [],
        "desks": [(code, name) for code, name in offices() if code in actor_of(request.user).offices],
        "sort": asked.sort,
        "is_asked": any(request.GET.get(name) for name in ("q", "tinh_trang", "dot", "don_vi")),
    }
    part = "#rows" if is_part else ""
    return render(request, f"nomination/verification/progress.html{part}", context, status=status)


def _asked(request: HttpRequest) -> tuple[ListFilter, QuerySet[Nomination]]:
    form = ListFilter(request.GET, PROGRESS_STATES, desk.rounds())
    return form, progress.listed(form.asked(), localdate())
