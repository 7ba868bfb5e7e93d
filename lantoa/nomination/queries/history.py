"""What became of a nomination, deed by deed, from the event log."""

from dataclasses import dataclass
from datetime import datetime

from lantoa.audit.queries import events
from lantoa.audit.words import deed_in_words
from lantoa.nomination.models import Nomination


@dataclass(frozen=True, slots=True)
class Step:
    """One deed in words, with its reason if it has one."""

    at: datetime
    words: str
    by: str
    reason: str


def past_steps(nomination: Nomination) -> list[Step]:
    """Newest first."""
    return [
        Step(event.at, deed_in_words(event.deed), str(event.by or ""), str(event.details.get("reason", "")))
        for event in events(target=f"nomination:{nomination.pk}")
    ]
