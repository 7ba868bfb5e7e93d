"""What is laid down about the Council: its term, a meeting's terms, what the roll says (law.md section 4)."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CouncilTerm:
    """A Council as its decision reads."""

    name: str
    decision: str
    decided: date
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingTerms:
    """What a meeting is called for, where and when."""

    name: str
    edition: str
    starts_at: datetime
    place: str
    agenda: str = ""
    guests: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What the roll says of one member."""

    state: str
    reason: str = ""
