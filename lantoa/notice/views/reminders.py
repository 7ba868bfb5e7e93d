"""Everything that is due from anybody, and who was reminded when."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.domain.authority import Deed
from lantoa.notice.queries import inbox
from lantoa.notice.queries.deadlines import deadlines

PAGE = 50


@requires(Deed.SEE_REMINDERS)
def show(request: HttpRequest) -> HttpResponse:
    day = localdate()
    found = deadlines(day)
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    users = User.objects.in_bulk({one.user for one in page})
    log = Paginator(inbox.log(), PAGE).get_page(request.GET.get("trang_log"))
    context = {
        "page": page,
        "rows": [(one, users.get(one.user), one.days_left(day)) for one in page],
        "late": sum(one.due < day for one in found),
        "soon": sum(0 <= one.days_left(day) <= 7 for one in found),
        "total": len(found),
        "log": log,
    }
    return render(request, "notice/reminders.html", context)
