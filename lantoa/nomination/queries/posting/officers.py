"""Who looks into an objection: one officer, never the objector nor the nominee."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet

from lantoa.accounts.models import User
from lantoa.discovery.queries.tips.owners import working
from lantoa.domain.authority import Role
from lantoa.domain.stages import ObjectionStage
from lantoa.nomination.models import Nomination, Objection
from lantoa.nomination.queries.posting.objectors import key_of

OPEN = (ObjectionStage.RECEIVED.value, ObjectionStage.IN_HAND.value)


def officer_for(nomination: Nomination, objector: str, day: date, *, but: Iterable[int] = ()) -> User | None:
    """The officer with the fewest open objections; if possible not the one who made the nomination."""
    able = [user for user in _officers(nomination, day).exclude(pk__in=but) if key_of(user) != objector]
    others = [user for user in able if user.pk not in (nomination.made_by_id, nomination.sent_by_id)]
    return next(iter([*others, *able]), None)


def handlers(objection: Objection, day: date) -> list[User]:
    """Who may take it over."""
    objector = key_on_file(objection)
    able = _officers(objection.candidate.nomination, day).exclude(pk=objection.officer_id or 0)
    return [user for user in able if key_of(user) != objector]


def is_able(user: User, objection: Objection, day: date) -> bool:
    """Still at work here, still an officer, and not the nominee."""
    return _officers(objection.candidate.nomination, day).filter(pk=user.pk).exists()


def key_on_file(objection: Objection) -> str:
    """The hash of the objector; nothing for somebody without an account."""
    identity = getattr(objection, "identity", None)
    return identity.owner_key if identity else ""


def _officers(nomination: Nomination, day: date) -> QuerySet[User]:
    load = Count("objections_in_hand", filter=Q(objections_in_hand__stage__in=OPEN))
    found = working(day).filter(grants__role=Role.OFFICER.value)
    return found.exclude(person=nomination.subject_id).annotate(load=load).order_by("load", "pk")
