"""Telling people: every thing once a person, however often and by however many processes it is said."""

from collections.abc import Iterable
from datetime import date, datetime
from secrets import token_urlsafe

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.domain.reminders import sentence, step
from lantoa.domain.vietnamese import tidy
from lantoa.notice.models import Notice, Subscription
from lantoa.notice.queries.deadlines import deadlines
from lantoa.notice.queries.inbox import hash_of

LONGEST = 500


def tell(
    *,
    users: Iterable[User],
    key: str,
    text: str,
    address: str = "",
    due: date | None = None,
    kind: Notice.Kind = Notice.Kind.NEWS,
    at: datetime,
) -> None:
    """Put it into the inbox of each who may still sign in; who was told under that key is not told again."""
    words = tidy(text)
    Notice.objects.bulk_create(
        [
            Notice(
                user=user,
                kind=kind,
                key=key,
                text=words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…",
                address=address,
                due=due,
                told_at=at,
            )
            for user in users
            if user.is_active
        ],
        ignore_conflicts=True,
    )


def mark_read(*, user: User, notices: Iterable[int] | None = None, at: datetime) -> int:
    """Mark notices as read, or all of them; how many were new."""
    unread = Notice.objects.filter(user=user, read_at=None)
    if notices is not None:
        unread = unread.filter(pk__in=notices)
    return unread.update(read_at=at)


@transaction.atomic
def choose_mail(*, user: User, wants_mail: bool, at: datetime) -> None:
    """Whether the user gets the daily digest by mail."""
    Subscription.objects.update_or_create(user=user, defaults={"wants_mail": wants_mail})
    record(deed="mail_chosen", target=f"account:{user.username}", details={"wants": wants_mail}, by=user, at=at)


@transaction.atomic
def open_calendar(*, user: User, at: datetime) -> str:
    """A new secret under which a calendar asks for the user's deadlines; an older one opens nothing any more."""
    key = token_urlsafe(24)
    Subscription.objects.update_or_create(user=user, defaults={"calendar_key": hash_of(key)})
    record(deed="calendar_opened", target=f"account:{user.username}", details={}, by=user, at=at)
    return key


@transaction.atomic
def close_calendar(*, user: User, at: datetime) -> None:
    Subscription.objects.filter(user=user).update(calendar_key=None)
    record(deed="calendar_closed", target=f"account:{user.username}", details={}, by=user, at=at)


def remind(*, day: date, at: datetime) -> int:
    """Put every reminder that is due on the day into the inboxes, each once; how many there are now for the day."""
    found = [(one, one.days_left(day)) for one in deadlines(day)]
    due = [(one, left, name) for one, left in found if (name := step(left))]
    users = User.objects.filter(is_active=True).in_bulk({one.user for one, _left, _name in due})
    for one, left, name in due:
        if one.user in users:
            tell(
                users=[users[one.user]],
                key=f"{one.key}:{one.due.isoformat()}:{name}",
                text=sentence(left, one.text),
                address=one.address,
                due=one.due,
                kind=Notice.Kind.REMINDER,
                at=at,
            )
    return len(due)
