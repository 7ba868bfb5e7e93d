"""A dossier held for writing: the right, the part that must be open, the version, and its event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.domain.authority import Deed
from lantoa.nomination.actions.moving import held, insist
from lantoa.nomination.actions.refusals import NotOpen
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.editing import open_parts


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
