"""Every check of a plan, once: which rows count, how many are needed, which books must be closed.

A criterion is an expression. Its leaves look at one table for one subject: at least n rows that count,
none, the recorded fact, attested by people, and for each unit headed the unit's own check. Around them
stand all, any and not. `verdict.py` explains an expression for one subject with the rows; `screening.py`
evaluates the same expression for everybody at once.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from lantoa.domain.calendar import Window
from lantoa.domain.records import (
    Award,
    AwardStatus,
    Kind,
    Ledger,
    Level,
    Recognition,
    RecordBook,
    Sanction,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One subject before the book: the years looked at, and the day that decides posts and heads."""

    book: RecordBook
    subject: str
    kind: Kind
    window: Window
    as_of: date

    def units(self) -> list[str]:
        """A unit itself; of a person the units of the day."""
        if self.kind is Kind.COLLECTIVE:
            return [self.subject]
        return self.book.units_of(self.subject, self.as_of)

    def open_years(self, ledger: Ledger) -> list[int]:
        """Years of the window whose book is open for this subject: there silence is no answer."""
        units = self.units()
        return [year for year in self.window.years if not self.book.is_closed(ledger, year, units)]


@dataclass(frozen=True, slots=True)
class AwardRows:
    """Titles and commendations: of these ladder titles, levels and statuses (None: any)."""

    noun: str
    titles: frozenset[str] | None = None
    levels: frozenset[Level] | None = None
    statuses: frozenset[AwardStatus] = frozenset(AwardStatus)
    by_decision: bool = False  # the year is that of the decision, if it is dated

    ledger: ClassVar[Ledger] = Ledger.AWARDS

    def counts(self, row: Award, window: Window) -> bool:
        return (
            (row.decision_year if self.by_decision else row.year) in window
            and (self.titles is None or row.title in self.titles)
            and (self.levels is None or row.level in self.levels)
            and row.status in self.statuses
        )

    def of(self, case: Case) -> tuple[Award, ...]:
        rows = case.book.awards_of.get(case.subject, [])
        return tuple(row for row in rows if self.counts(row, case.window))


@dataclass(frozen=True, slots=True)
class SanctionRows:
    """Disciplines of these forms that take effect in the window: a person's own, or against a unit."""

    noun: str
    forms: frozenset[str]

    ledger: ClassVar[Ledger] = Ledger.SANCTIONS

    def counts(self, row: Sanction, window: Window) -> bool:
        return not row.cancelled and row.form in self.forms and row.effective.year in window

    def of(self, case: Case) -> tuple[Sanction, ...]:
        if case.kind is Kind.COLLECTIVE:
            rows = case.book.sanctions_against.get(case.subject, [])
        else:
            rows = [row for row in case.book.sanctions if row.person == case.subject]
        return tuple(row for row in rows if self.counts(row, case.window))


@dataclass(frozen=True, slots=True)
class RecognitionRows:
    """Recognitions as advanced exemplar at one tier."""

    noun: str
    tier: str

    ledger: ClassVar[Ledger] = Ledger.RECOGNITIONS

    def counts(self, row: Recognition, window: Window) -> bool:
        return row.tier == self.tier and row.year in window

    def of(self, case: Case) -> tuple[Recognition, ...]:
        rows = case.book.recognitions_of.get(case.subject, [])
        return tuple(row for row in rows if self.counts(row, case.window))


Rows: TypeAlias = AwardRows | SanctionRows | RecognitionRows


class Span(StrEnum):
    """Which years of the tier's window a leaf reads."""

    WINDOW = "window"
    LAST_YEAR = "last_year"

    def of(self, window: Window) -> Window:
        return window if self is Span.WINDOW else Window(window.last_year, window.last_year)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least so many rows count. Too few: not met once the book is closed, unknown before."""

    rows: Rows
    number: int = 1
    span: Span = Span.WINDOW


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No row counts. None found: met once the book is closed, unknown before."""

    rows: Rows
    span: Span = Span.WINDOW


@dataclass(frozen=True, slots=True)
class RatingIs:
    """The yearly rating on file is this grade. No rating: not met once the book is closed."""

    grade: str
    name: str

    ledger: ClassVar[Ledger] = Ledger.RATINGS


@dataclass(frozen=True, slots=True)
class Attested:
    """People judged it; the newest attestation of the window's last year stands, silence is unknown."""

    criterion: str


class HeadedOn(StrEnum):
    """On which days being head of a unit counts."""

    REFERENCE_DATE = "reference_date"
    EVERY_YEAR_END = "every_year_end"


@dataclass(frozen=True, slots=True)
class EachUnitHeaded:
    """The unit's own check, for every unit headed on the day or at every year's end; heads none: not applicable."""

    check: "Check"
    on: HeadedOn

    def moments(self, window: Window, as_of: date) -> list[tuple[Window, date]]:
        """Window and day of each look at the units headed."""
        if self.on is HeadedOn.REFERENCE_DATE:
            return [(window, as_of)]
        return [(Window(year, year), date(year, 12, 31)) for year in window.years]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part: the lowest of their verdicts, leaving out what is not applicable."""

    parts: tuple["Check", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough: the highest of their verdicts, leaving out what is not applicable."""

    parts: tuple["Check", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; unknown stays unknown."""

    part: "Check"


Check: TypeAlias = AtLeast | NoneOf | RatingIs | Attested | EachUnitHeaded | AllOf | AnyOf | Not
