"""The daily digest: what is new in an inbox, in one mail a person; sent at most once."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.notice.models import Notice

FRESH = timedelta(days=3)  # what is older is read in the inbox, not mailed late
log = logging.getLogger(__name__)


def send_digests(*, at: datetime) -> int:
    """A mail to everybody with something new, unread and unmailed; how many went out. None without a mail server."""
    if not settings.MAIL_IS_SET:
        return 0
    waiting = Notice.objects.filter(mailed_at=None, read_at=None, told_at__gt=at - FRESH, user__is_active=True)
    wanted = Q(user__subscription=None) | Q(user__subscription__wants_mail=True)
    users = waiting.filter(wanted).exclude(user__email="").values("user").distinct()
    try:
        with get_connection() as server:
            return sum(_send(user, server, at) for user in User.objects.filter(pk__in=users).order_by("pk"))
    except (SMTPException, OSError) as problem:
        log.warning("Không nối được máy chủ thư: %s", type(problem).__name__)
        return 0


def _send(user: User, server: BaseEmailBackend, at: datetime) -> bool:
    """Mark first, so that a worker that dies or a second one sends nothing twice; unmark what the server refused."""
    notices = _claimed(user, at)
    if not notices:
        return False
    try:
        _digest(user, notices, server).send()
    except (SMTPException, OSError) as problem:
        log.warning("Chưa gửi được thư tóm tắt: %s", type(problem).__name__)
        Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=None)
        return False
    return True


@transaction.atomic
def _claimed(user: User, at: datetime) -> list[Notice]:
    fresh = Notice.objects.filter(user=user, mailed_at=None, read_at=None, told_at__gt=at - FRESH)
    notices = list(fresh.select_for_update(skip_locked=True).order_by("due", "told_at", "pk"))
    Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=at)
    return notices


def _digest(user: User, notices: list[Notice], server: BaseEmailBackend) -> EmailMessage:
    lines = [
        _("Chào %(name)s,") % {"name": user},
        "",
        _("Lan Tỏa có %(n)s việc mới cho bạn:") % {"n": len(notices)},
        "",
    ]
    for notice in notices:
        lines.append(f"- {notice.text}")
        if settings.HOME_ADDRESS and notice.address:
            lines.append(f"  {settings.HOME_ADDRESS}{notice.address}")
    stop = _("Bạn không muốn nhận thư này? Vào Thông báo, bỏ chọn Nhận thư tóm tắt.")
    return EmailMessage(
        subject=_("Lan Tỏa: %(n)s việc mới") % {"n": len(notices)},
        body="\n".join([*lines, "", stop, ""]),
        to=[user.email],
        connection=server,
    )
