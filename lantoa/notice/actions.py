"""Telling people: every thing once a person, however often and by however many processes it is said."""

from collections.abc import Iterable
from datetime import date, datetime

from lantoa.accounts.models import User
from lantoa.domain.vietnamese import tidy
from lantoa.notice.models import Notice

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
