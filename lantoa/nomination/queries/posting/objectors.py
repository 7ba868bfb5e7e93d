"""Whose an objection is, told without a name: a keyed hash of the account."""

from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from lantoa.accounts.models import User
from lantoa.nomination.models import Objection, ObjectorIdentity

SALT = "lantoa.objector"


def key_of(user: User) -> str:
    """The same account always has the same key; without the installation's secret nobody can tell which."""
    return _key(user, settings.SECRET_KEY)


def is_of(objection: Objection, user: User) -> bool:
    return ObjectorIdentity.objects.filter(objection=objection, owner_key__in=_keys(user)).exists()


def sent_by(user: User) -> QuerySet[Objection]:
    """The own objections, newest first; for their sender only."""
    own = Objection.objects.filter(identity__owner_key__in=_keys(user))
    return own.select_related("candidate__nomination__subject").order_by("-received_at", "-pk")


def _keys(user: User) -> list[str]:
    return [_key(user, str(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def _key(user: User, secret: str) -> str:
    return salted_hmac(SALT, str(user.pk), secret=secret, algorithm="sha256").hexdigest()
