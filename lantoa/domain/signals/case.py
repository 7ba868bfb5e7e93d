"""What a signal rule looks at: the rows of one subject, or the figures of everybody; and what it finds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.plan import Plan, Tier
from lantoa.domain.records import Award, Initiative, Kind, Rating, Recognition, Record, RecordBook
from lantoa.domain.screening import Figures, Mask, Screening, screen


class SignalFigures(Figures, Protocol):
    """Besides the figures of the screening: what the signals ask for."""

    def ranks(self, grades: tuple[str, ...], year: int) -> NDArray[np.int8]:
        """Place of the year's rating among the grades, low to high; ABSENT without a rating."""

    def initiatives(self, window: Window) -> NDArray[np.int64]:
        """How many recognised initiatives."""

    def beginning(self) -> NDArray[np.int64]:
        """Day number (`date.toordinal`) of a person's first post, of a unit's start; 0 where it is not written."""


@dataclass(frozen=True, slots=True)
class SignalCase:
    """One subject in a year: `plan` is the edition that covers the year, `nominated` says that it is under way."""

    book: RecordBook
    subject: str
    year: int
    plan: Plan | None
    nominated: bool = False

    @property
    def kind(self) -> Kind:
        return Kind.COLLECTIVE if self.subject in self.book.units else Kind.INDIVIDUAL

    @property
    def day(self) -> date:
        return date(self.year, 12, 31)

    @property
    def is_subject(self) -> bool:
        """A person with a post on the year's last day; a unit in force that day, but not the root."""
        if self.kind is Kind.INDIVIDUAL:
            return bool(self.book.units_of(self.subject, self.day))
        unit = self.book.units[self.subject]
        return unit.parent is not None and unit.in_force(self.day)


@dataclass(frozen=True)
class Everybody:
    """All subjects in a year, as figures; each tier is screened once for all rules."""

    figures: SignalFigures
    year: int
    plan: Plan | None
    nominated: Mask

    @property
    def day(self) -> date:
        return date(self.year, 12, 31)

    @property
    def nobody(self) -> Mask:
        return np.zeros(self.figures.size, dtype=np.bool_)

    @cached_property
    def scope(self) -> dict[Kind, Mask]:
        return {kind: self.figures.scope(kind, self.day) for kind in Kind}

    @cached_property
    def _screenings(self) -> dict[str, Screening]:
        return {}

    def screening(self, tier: Tier) -> Screening:
        if self.plan is not None and tier.code not in self._screenings:
            self._screenings[tier.code] = screen(self.plan, tier, self.year, self.figures)
        return self._screenings[tier.code]


@dataclass(frozen=True, slots=True)
class Found:
    """A rule holds: the sentence with its numbers, the rows behind it, the day of the merit if there is one."""

    sentence: str
    rows: tuple[Record, ...]
    merit_day: date | None


def tiers_for(plan: Plan | None, year: int, codes: Iterable[str]) -> list[Tier]:
    """Those tiers that the plan has and that look at the year."""
    tiers = [plan.tiers[code] for code in codes if code in plan.tiers] if plan else []
    return [tier for tier in tiers if plan and year in plan.years(tier)]


def merit_day(rows: Iterable[Record]) -> date | None:
    """The day of the latest merit among the rows: of its decision, or the last day of its year."""
    days = [day for row in rows if (day := _day_of(row)) is not None]
    return max(days, default=None)


def _day_of(row: Record) -> date | None:
    match row:
        case Award() | Recognition():
            return row.decided.first_day if row.decided else date(row.year, 12, 31)
        case Rating() | Initiative():
            return date(row.year, 12, 31)
    return None
