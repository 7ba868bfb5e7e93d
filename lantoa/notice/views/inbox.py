"""What one was told, what is due, and how one wants to be told."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lantoa.accounts.models import User
from lantoa.accounts.views import requires
from lantoa.notice import actions
from lantoa.notice.models import Notice
from lantoa.notice.queries import inbox as queries
from lantoa.notice.queries.deadlines import deadlines

PAGE = 50


@requires()
def show(request: HttpRequest) -> HttpResponse:
    user, day = cast("User", request.user), localdate()
    is_unread = request.GET.get("moi") == "1"
    page = Paginator(queries.inbox(user, is_unread=is_unread), PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "is_unread": is_unread,
        "unread": queries.unread(user),
        "due": [(one, one.days_left(day)) for one in deadlines(day, user.pk)],
        "subscription": queries.subscription_of(user),
    }
    return render(request, "notice/inbox.html", context)


@requires()
def count(request: HttpRequest) -> HttpResponse:
    """The number beside the bell, fetched after the page so that no page waits for it."""
    return render(request, "notice/bell.html", {"unread": queries.unread(cast("User", request.user))})


@require_POST
@requires()
def open_one(request: HttpRequest, number: int) -> HttpResponse:
    """Mark it as read and go where it leads."""
    user = cast("User", request.user)
    notice = get_object_or_404(Notice, pk=number, user=user)
    actions.mark_read(user=user, notices=[notice.pk], at=now())
    return redirect(notice.address or "inbox")


@require_POST
@requires()
def read_all(request: HttpRequest) -> HttpResponse:
    read = actions.mark_read(user=cast("User", request.user), at=now())
    messages.success(request, _("Đã đánh dấu đọc %(n)s thông báo.") % {"n": read})
    return redirect("inbox")


@require_POST
@requires()
def mail(request: HttpRequest) -> HttpResponse:
    wants = request.POST.get("wants_mail") == "on"
    actions.choose_mail(user=cast("User", request.user), wants_mail=wants, at=now())
    messages.success(request, _("Từ nay bạn nhận thư tóm tắt hằng ngày.") if wants else _("Từ nay không gửi thư nữa."))
    return redirect("inbox")
