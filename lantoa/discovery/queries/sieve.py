"""Whom a filter leaves, in which order, and how many there are of each verdict."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from lantoa.discovery.queries.crowd import Crowd, crowd
from lantoa.domain.authority import Scope
from lantoa.domain.plan import Plan, Tier
from lantoa.domain.records import Kind
from lantoa.domain.screening import MET, NOT_MET, UNKNOWN, Mask, Positions, Screening, Verdicts
from lantoa.domain.vietnamese import fold
from lantoa.register.models import Subject
from lantoa.register.queries.screening import screened


class Outcome(StrEnum):
    """What a list may be narrowed to; the value is the word in the address."""

    MET = "dat"
    NOT_MET = "khong-dat"
    UNKNOWN = "chua-ro"
    ONE_STEP = "mot-buoc"
    ON_HOLD = "tam-hoan"


class Order(StrEnum):
    """By what a list is sorted; the value is the word in the address."""

    NAME = "ten"
    UNIT = "don_vi"
    VERDICT = "ket_qua"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader asked for."""

    plan: Plan
    tier: Tier
    year: int
    as_of: date | None = None
    kind: Kind | None = None
    outcome: Outcome | None = None
    criterion: str = ""
    unit: int | None = None
    words: str = ""
    order: Order = Order.NAME
    is_descending: bool = False

    @property
    def day(self) -> date:
        return self.as_of or self.plan.window(self.tier, self.year).last_day


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each, in the scope of the reader and of the chosen kind and unit."""

    everyone: int
    met: int
    not_met: int
    unknown: int
    one_step: int
    on_hold: int


@dataclass(frozen=True)
class Sieve:
    """The screening of a tier and year as one reader may see it, narrowed to a kind and a unit."""

    choice: Choice
    screening: Screening
    crowd: Crowd
    seen: Mask  # in the reader's scope and of the chosen kind
    base: Mask  # of those, the ones in the chosen unit
    missing: Verdicts  # how many criteria stand in the way

    @property
    def verdicts(self) -> Verdicts:
        return self.screening.verdicts

    @property
    def one_step(self) -> Mask:
        return np.equal(self.missing, 1)

    def counts(self) -> Counts:
        tally = np.bincount(self.verdicts[self.base], minlength=3)
        return Counts(
            everyone=int(self.base.sum()),
            met=int(tally[MET]),
            not_met=int(tally[NOT_MET]),
            unknown=int(tally[UNKNOWN]),
            one_step=int((self.base & self.one_step).sum()),
            on_hold=int((self.base & self.screening.on_hold).sum()),
        )

    def one_step_by_criterion(self) -> dict[str, int]:
        """Of those one step away, how many lack which criterion."""
        near = self.base & self.one_step
        return {code: int((near & (verdicts < MET)).sum()) for code, verdicts in self.screening.criteria.items()}

    def unknown_by_criterion(self) -> dict[str, int]:
        """How many are unknown at which criterion."""
        return {
            code: int((self.base & (verdicts == UNKNOWN)).sum()) for code, verdicts in self.screening.criteria.items()
        }

    def listed(self) -> Positions:
        """Subject ids that every filter leaves, in the chosen order."""
        mask = self.base & self._of_outcome()
        if self.choice.words:
            mask &= carrying(self.choice.words, self.crowd)
        ordered = self.crowd.order[mask[self.crowd.order]]
        ordered = self._sorted(ordered)
        return ordered[::-1] if self.choice.is_descending else ordered

    def _of_outcome(self) -> Mask:
        choice, verdicts = self.choice, self.verdicts
        if choice.criterion:
            verdicts = self.screening.criteria[choice.criterion]
        match choice.outcome:
            case Outcome.MET:
                return np.equal(verdicts, MET)
            case Outcome.NOT_MET:
                return np.equal(verdicts, NOT_MET)
            case Outcome.UNKNOWN:
                return np.equal(verdicts, UNKNOWN)
            case Outcome.ONE_STEP if choice.criterion:
                return self.one_step & (verdicts < MET)
            case Outcome.ONE_STEP:
                return self.one_step
            case Outcome.ON_HOLD:
                return self.screening.on_hold
            case None:
                return self.base

    def _sorted(self, ordered: Positions) -> Positions:
        if self.choice.order is Order.VERDICT:
            best_first = -self.verdicts[ordered].astype(np.int64) * 100 + self.missing[ordered]
            return ordered[np.argsort(best_first, kind="stable")]
        if self.choice.order is Order.UNIT:
            return ordered[np.argsort(self._unit_places()[ordered], kind="stable")]
        return ordered

    def _unit_places(self) -> Positions:
        """The alphabetical place of everybody's own unit."""
        place = np.zeros(self.crowd.size, dtype=np.int64)
        place[self.crowd.order] = np.arange(len(self.crowd.order))
        own = np.full(self.crowd.size, self.crowd.size)
        np.minimum.at(own, self.crowd.posted, place[self.crowd.posted_in])
        return own


def sieve(choice: Choice, scope: Scope) -> Sieve:
    """Screen for that choice what the scope covers."""
    screening = screened(choice.plan, choice.tier, choice.year, choice.as_of)
    everybody = crowd(choice.day)
    kinds = [choice.kind] if choice.kind else list(screening.scope)
    seen = np.zeros(everybody.size, dtype=np.bool_)
    for kind in kinds:
        seen |= screening.scope[kind]
    if not scope.everything:
        seen &= everybody.of_units(units_mask(everybody, scope))
    base = seen & everybody.of_unit(choice.unit) if choice.unit else seen
    missing = np.zeros(everybody.size, dtype=np.int8)
    for verdicts in screening.criteria.values():
        missing += verdicts < MET
    return Sieve(choice, screening, everybody, seen, base, missing)


def carrying(words: str, everybody: Crowd) -> Mask:
    """Those whose code and name carry every word, accents or not."""
    found = Subject.objects.order_by()
    for word in fold(words).split():
        found = found.filter(search_key__contains=word)
    return everybody.mask(np.fromiter(found.values_list("id", flat=True), np.int64))


def units_mask(everybody: Crowd, scope: Scope) -> Mask:
    """The units that a head's scope covers, as a mask."""
    found = Subject.objects.filter(code__in=scope.units).values_list("id", flat=True)
    return everybody.mask(np.fromiter(found, np.int64))
