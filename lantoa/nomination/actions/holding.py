"""A dossier held for writing: the right, the part that must be open, its event, and who hears of it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.domain.authority import Deed
from lantoa.nomination.actions.moving import held, insist
from lantoa.nomination.actions.refusals import NotOpen
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.editing import open_parts
from lantoa.nomination.queries.recipients import accounts_of
from lantoa.notice.actions import tell


def held_for(*, nomination: Nomination, part: str, by: User) -> Nomination:
    """The nomination as it is now, when the user may write that part of it; NotAllowed, NotOpen."""
    nomination = held(nomination)
    insist(by, Deed.NOMINATE, nomination)
    if not open_parts(nomination).has(part):
        raise NotOpen(nomination)
    return nomination


def write_event(*, deed: str, nomination: Nomination, details: Mapping[str, Any], by: User, at: datetime) -> None:
    """One event about the nomination."""
    facts = {"subject": nomination.subject.code, **details}
    record(deed=deed, target=f"nomination:{nomination.pk}", details=facts, by=by, at=at)


def tell_nominee(*, nomination: Nomination, what: str, words: str, to: Iterable[int], by: User, at: datetime) -> None:
    """The nominee, or who heads the nominated unit, reads it in the inbox; not who did it."""
    tell(
        users=accounts_of(user for user in to if user != by.pk),
        key=f"nomination:{nomination.pk}:{what}:{nomination.version}",
        text=words % {"name": nomination.subject.name},
        address=f"/de-cu/{nomination.pk}/",
        at=at,
    )
