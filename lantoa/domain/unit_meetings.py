"""What a unit's meeting puts on paper, and when its votes count (law.md sections 4 and 6)."""

from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction

from lantoa.domain.procedure import Base, Threshold


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of the unit, by id; with a reason: absent."""

    person: int
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """The votes on one nominee, by the subject's id; None as long as they are not counted."""

    subject: int
    votes_for: int | None = None
    votes_against: int | None = None
    votes_blank: int | None = None

    @property
    def total(self) -> int | None:
        votes = (self.votes_for, self.votes_against, self.votes_blank)
        return None if None in votes else sum(vote for vote in votes if vote is not None)


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything that is typed about a meeting."""

    held_on: date | None = None
    place: str = ""
    chair: int | None = None
    secretary: int | None = None
    text: str = ""
    seats: tuple[Seat, ...] = ()
    counts: tuple[Count, ...] = ()
    begins: time | None = None
    ends: time | None = None

    @property
    def members(self) -> int:
        return len(self.seats)

    @property
    def present(self) -> int:
        return sum(not seat.absent for seat in self.seats)


def reaches(threshold: Threshold, votes: int, *, members: int, present: int) -> bool:
    """Whether so many are enough of the threshold's base; of nobody, nothing is."""
    of = members if threshold.base is Base.ALL_MEMBERS else present
    if not of:
        return False
    share = Fraction(votes, of)
    return share > threshold.share if threshold.strictly else share >= threshold.share
