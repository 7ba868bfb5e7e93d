"""The verdicts of everybody at once: the same expressions as `verdict.explain`, over arrays.

Every subject has a position; a figure is an array with one number per position. Where figures come from
(a workbook's rows, grouped queries of a database, a partition of a national book) is their maker's matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias, TypeVar, assert_never

import numpy as np
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.checks import (
    AllOf,
    AnyOf,
    AtLeast,
    Attested,
    Check,
    EachUnitHeaded,
    NoneOf,
    Not,
    RatingIs,
    Rows,
)
from lantoa.domain.plan import Plan, Tier
from lantoa.domain.records import Kind, Ledger
from lantoa.domain.verdict import Verdict

Verdicts: TypeAlias = NDArray[np.int8]
Mask: TypeAlias = NDArray[np.bool_]
Positions: TypeAlias = NDArray[np.int64]
Number = TypeVar("Number", np.bool_, np.int8, np.int64)

NOT_MET, UNKNOWN, MET, NOT_APPLICABLE = (np.int8(verdict) for verdict in Verdict)
ABSENT = -1


class Figures(Protocol):
    """One number per subject for each thing that a check asks; every array has `size` entries."""

    size: int

    def scope(self, kind: Kind, day: date) -> Mask:
        """Who is a subject of that kind on the day."""

    def tally(self, rows: Rows, window: Window) -> NDArray[np.int64]:
        """How many rows count."""

    def rated(self, grade: str, year: int) -> NDArray[np.int8]:
        """1 rated so, 0 rated otherwise, ABSENT no rating."""

    def attested(self, criterion: str, year: int) -> NDArray[np.int8]:
        """1 attested, 0 denied, ABSENT nobody said."""

    def closed(self, ledger: Ledger, window: Window, day: date) -> Mask:
        """Whether the book is closed for every year of the window (of a person: by the units of the day)."""

    def headed(self, day: date) -> tuple[Positions, Positions]:
        """Pairs of positions: the person, and a unit that person heads on the day."""

    def held(self, day: date) -> Mask:
        """Who is on hold on the day."""


@dataclass(frozen=True, slots=True)
class Screening:
    """The verdicts of one tier: an array per criterion and one for the whole; outside `scope` they mean nothing."""

    tier: Tier
    window: Window
    as_of: date
    scope: dict[Kind, Mask]
    criteria: dict[str, Verdicts]
    verdicts: Verdicts
    on_hold: Mask


def screen(plan: Plan, tier: Tier, year: int, figures: Figures, as_of: date | None = None) -> Screening:
    """Screen every subject for a tier and a year; OutsidePlan for a year that the plan does not cover."""
    window = plan.window(tier, year)
    day = as_of or window.last_day
    scope = {kind: figures.scope(kind, day) for kind in Kind if kind in tier.subjects}
    evaluator = Evaluator(figures, day)
    criteria: dict[str, Verdicts] = {}
    for criterion in plan.criteria_of(tier):
        verdicts = evaluator.evaluate(criterion.checks[tier.code], window)
        for kind in Kind:
            if kind in scope and kind not in criterion.concerns:
                verdicts = np.where(scope[kind], NOT_APPLICABLE, verdicts)
        criteria[criterion.code] = verdicts
    whole = lowest(list(criteria.values()), figures.size)
    return Screening(tier, window, day, scope, criteria, np.minimum(whole, MET), figures.held(day))


def lowest(parts: Sequence[Verdicts], size: int) -> Verdicts:
    """AND: what is not applicable stands highest, so the minimum leaves it out."""
    whole = np.full(size, NOT_APPLICABLE)
    for part in parts:
        np.minimum(whole, part, out=whole)
    return whole


def highest(parts: Sequence[Verdicts], size: int) -> Verdicts:
    """OR: the maximum of what is applicable; nothing applicable stays not applicable."""
    whole = np.full(size, ABSENT, dtype=np.int8)
    for part in parts:
        np.maximum(whole, np.where(part == NOT_APPLICABLE, ABSENT, part), out=whole, casting="unsafe")
    return np.where(whole == ABSENT, NOT_APPLICABLE, whole)


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Evaluates expressions over figures, on one reference date: for everybody, or at some positions."""

    figures: Figures
    day: date
    at: Positions | None = None

    def evaluate(self, check: Check, window: Window) -> Verdicts:
        """Verdicts of one expression, an entry per subject (or per position of `at`)."""
        match check:
            case AtLeast():
                span = check.span.of(window)
                enough = self._here(self.figures.tally(check.rows, span)) >= check.number
                return self._with_silence(enough, MET, NOT_MET, check.rows.ledger, span)
            case NoneOf():
                span = check.span.of(window)
                found = self._here(self.figures.tally(check.rows, span)) > 0
                return self._with_silence(found, NOT_MET, MET, check.rows.ledger, span)
            case RatingIs():
                return self._rating(check, window)
            case Attested():
                return _read(self._here(self.figures.attested(check.criterion, window.last_year)), UNKNOWN)
            case EachUnitHeaded():
                return self._here(self._each_unit_headed(check, window))
            case AllOf():
                return lowest([self.evaluate(part, window) for part in check.parts], self._size)
            case AnyOf():
                return highest([self.evaluate(part, window) for part in check.parts], self._size)
            case Not():
                part = self.evaluate(check.part, window)
                return np.where(part == NOT_APPLICABLE, part, MET - part).astype(np.int8)
            case _:
                assert_never(check)

    @property
    def _size(self) -> int:
        return self.figures.size if self.at is None else len(self.at)

    def _here(self, figure: NDArray[Number]) -> NDArray[Number]:
        return figure if self.at is None else figure[self.at]

    def _with_silence(self, found: Mask, then: np.int8, otherwise: np.int8, ledger: Ledger, window: Window) -> Verdicts:
        closed = self._here(self.figures.closed(ledger, window, self.day))
        return np.where(found, then, np.where(closed, otherwise, UNKNOWN))

    def _rating(self, check: RatingIs, window: Window) -> Verdicts:
        closed = self._here(self.figures.closed(check.ledger, window, self.day))
        rated = self._here(self.figures.rated(check.grade, window.last_year))
        return _read(rated, np.where(closed, NOT_MET, UNKNOWN))

    def _each_unit_headed(self, check: EachUnitHeaded, window: Window) -> Verdicts:
        whole = np.full(self.figures.size, NOT_APPLICABLE)
        for moment, day in check.moments(window, self.day):
            people, units = self.figures.headed(day)
            np.minimum.at(whole, people, Evaluator(self.figures, day, units).evaluate(check.check, moment))
        return whole


def _read(fact: NDArray[np.int8], absent: np.int8 | Verdicts) -> Verdicts:
    """A recorded yes or no as met or not met; what is absent as given."""
    return np.where(fact == ABSENT, absent, np.where(fact == 1, MET, NOT_MET))
