"""What closing books would mean: who has no row there, and which verdicts silence would then decide."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.checks import Rows
from lantoa.domain.plan import Plan, Term, Tier
from lantoa.domain.records import Kind, Ledger
from lantoa.domain.screening import MET, NOT_MET, UNKNOWN, Figures, Mask, Positions, Screening, screen
from lantoa.register.models import Award, Initiative, Post, Rating, Recognition, Sanction
from lantoa.register.queries.figures import DatabaseFigures, in_force
from lantoa.register.queries.tree import subtrees_of

Book: TypeAlias = tuple[Ledger, int]


@dataclass(frozen=True, slots=True)
class Silence:
    """A book of a year: its rows, and how many people and units of that year's end have none."""

    ledger: Ledger
    year: int
    rows: int
    people: int
    units: int


@dataclass(frozen=True, slots=True)
class Effect:
    """A tier and year: how many subjects turn from unknown to met or not met, and how many stay unknown."""

    tier: Tier
    year: int
    met: int
    not_met: int
    unknown: int


@dataclass(frozen=True)
class Preview:
    """What closing the chosen books means."""

    silences: list[Silence]
    effects: list[Effect]


def preview(plan: Plan, books: Collection[Book], unit: int | None) -> Preview:
    """For books of the whole organisation, or of a unit and those under it."""
    figures = DatabaseFigures()
    closed = AsIfClosed(figures, frozenset(books), unit)
    silences = [_silence(book, figures, closed.reach(date(book[1], 12, 31))) for book in sorted(books, key=_order)]
    effects = [_effect(plan, tier, year, figures, closed) for tier, year in _touched(plan, books)]
    return Preview(silences, [effect for effect in effects if effect.met or effect.not_met or effect.unknown])


class AsIfClosed:
    """The figures, with further books closed."""

    def __init__(self, figures: Figures, books: Collection[Book], unit: int | None) -> None:
        self.figures, self.books, self.unit = figures, books, unit
        self.size = figures.size
        self.reach = lru_cache(maxsize=16)(self._reach)

    def _reach(self, day: date) -> Mask:
        """Whom the closing covers: everybody, or the units of the subtree and who works there on the day."""
        if self.unit is None:
            return np.ones(self.size, dtype=np.bool_)
        units = list(subtrees_of([], self.unit).values_list("pk", flat=True))
        people = Post.objects.filter(in_force(day), unit__in=units).values_list("person_id", flat=True)
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[[*units, *people]] = True
        return mask

    def closed(self, ledger: Ledger, window: Window, day: date) -> Mask:
        whole = np.ones(self.size, dtype=np.bool_)
        for year in window.years:
            closed = self.figures.closed(ledger, Window(year, year), day)
            whole &= closed | self.reach(day) if (ledger, year) in self.books else closed
        return whole

    def scope(self, kind: Kind, day: date) -> Mask:
        return self.figures.scope(kind, day)

    def tally(self, rows: Rows, window: Window) -> NDArray[np.int64]:
        return self.figures.tally(rows, window)

    def rated(self, grade: str, year: int) -> NDArray[np.int8]:
        return self.figures.rated(grade, year)

    def attested(self, criterion: str, year: int) -> NDArray[np.int8]:
        return self.figures.attested(criterion, year)

    def headed(self, day: date) -> tuple[Positions, Positions]:
        return self.figures.headed(day)

    def held(self, day: date) -> Mask:
        return self.figures.held(day)


def rows_in(ledger: Ledger, year: int) -> QuerySet[Any]:
    """The rows of a book of a year."""
    match ledger:
        case Ledger.RATINGS:
            return Rating.objects.filter(year=year)
        case Ledger.AWARDS:
            return Award.objects.filter(year=year)
        case Ledger.SANCTIONS:
            return Sanction.objects.filter(effective__range=(date(year, 1, 1), date(year, 12, 31)))
        case Ledger.INITIATIVES:
            return Initiative.objects.filter(year=year)
        case Ledger.RECOGNITIONS:
            return Recognition.objects.filter(year=year, revoked=False)


def _order(book: Book) -> tuple[int, int]:
    return list(Ledger).index(book[0]), book[1]


def _silence(book: Book, figures: Figures, reach: Mask) -> Silence:
    ledger, year = book
    rows = rows_in(ledger, year)
    column = "person_id" if ledger in (Ledger.SANCTIONS, Ledger.INITIATIVES) else "subject_id"
    written = np.zeros(figures.size, dtype=np.bool_)
    written[list(rows.order_by().values_list(column, flat=True).distinct())] = True
    missing = {kind: int((figures.scope(kind, date(year, 12, 31)) & reach & ~written).sum()) for kind in Kind}
    units = 0 if column == "person_id" else missing[Kind.COLLECTIVE]
    return Silence(ledger, year, rows.count(), missing[Kind.INDIVIDUAL], units)


def _touched(plan: Plan, books: Collection[Book]) -> list[tuple[Tier, int]]:
    """The tiers and years that may look at one of the books."""
    years = {year for _, year in books}
    return [
        (tier, year)
        for tier in plan.tiers.values()
        for year in plan.years(tier)
        if years & set(plan.window(tier, year).years) and (tier.term is Term.PERIOD or year in years)
    ]


def _effect(plan: Plan, tier: Tier, year: int, figures: Figures, closed: AsIfClosed) -> Effect:
    before, after = screen(plan, tier, year, figures), screen(plan, tier, year, closed)
    concerned = _concerned(after)
    was_unknown = concerned & (before.verdicts == UNKNOWN)
    return Effect(
        tier,
        year,
        met=int((was_unknown & (after.verdicts == MET)).sum()),
        not_met=int((was_unknown & (after.verdicts == NOT_MET)).sum()),
        unknown=int((was_unknown & (after.verdicts == UNKNOWN)).sum()),
    )


def _concerned(screening: Screening) -> Mask:
    masks = list(screening.scope.values())
    return np.logical_or.reduce(masks) if masks else np.zeros(0, dtype=np.bool_)
