"""The inbox of a user, and the log of reminders."""

from hashlib import sha256

from django.db.models import QuerySet

from lantoa.accounts.models import User
from lantoa.notice.models import Notice, Subscription


def inbox(user: User, *, is_unread: bool = False) -> QuerySet[Notice]:
    """Newest first."""
    found = Notice.objects.filter(user=user).order_by("-told_at", "-pk")
    return found.filter(read_at=None) if is_unread else found


def unread(user: User) -> int:
    return Notice.objects.filter(user=user, read_at=None).count()


def log() -> QuerySet[Notice]:
    """Who was reminded of what, when, by mail or not, and whether it was read."""
    return Notice.objects.filter(kind=Notice.Kind.REMINDER).select_related("user").order_by("-told_at", "-pk")


def subscription_of(user: User) -> Subscription:
    """What the user chose, or what holds until then."""
    return Subscription.objects.filter(user=user).first() or Subscription(user=user)


def user_of_calendar(key: str) -> User | None:
    """Whose calendar that secret opens; nobody's when the account is closed or the secret was withdrawn."""
    found = Subscription.objects.filter(calendar_key=hash_of(key), user__is_active=True).select_related("user").first()
    return found.user if found else None


def hash_of(key: str) -> str:
    return sha256(key.encode()).hexdigest()
