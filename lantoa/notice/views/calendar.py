"""The deadlines as a calendar that a phone subscribes to: whoever has its secret address reads it."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.notice import actions
from lantoa.notice.calendar_feed import calendar
from lantoa.notice.queries.deadlines import deadlines
from lantoa.notice.queries.inbox import user_of_calendar


@require_POST
@requires()
def start(request: HttpRequest) -> HttpResponse:
    """The address is in this answer only: what is kept is its hash."""
    key = actions.open_calendar(user=cast("User", request.user), at=now())
    address = request.build_absolute_uri(reverse("calendar_feed", args=[key]))
    return render(request, "notice/calendar.html", {"address": address})


@require_POST
@requires()
def stop(request: HttpRequest) -> HttpResponse:
    actions.close_calendar(user=cast("User", request.user), at=now())
    messages.success(request, _("Đã đóng lịch: đường dẫn cũ không xem được nữa."))
    return redirect("inbox")


def feed(request: HttpRequest, key: str) -> HttpResponse:
    user = user_of_calendar(key)
    if user is None:
        raise Http404
    file = calendar(deadlines(localdate(), user.pk), home=request.build_absolute_uri("/").rstrip("/"), at=now())
    return HttpResponse(
        file, content_type="text/calendar; charset=utf-8", headers={"Cache-Control": "private, max-age=3600"}
    )
