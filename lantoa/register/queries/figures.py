"""Grouped figures from the database: each thing that a check asks is one packed query.

Positions are subject ids. Every row of a query is one integer, and all of them come back as one text,
which both databases build and NumPy reads many times as fast as rows: a million verdicts stand and fall with it.
"""

from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import BigIntegerField, Case, ExpressionWrapper, F, Max, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.checks import AwardRows, RecognitionRows, Rows, SanctionRows
from lantoa.domain.records import Kind, Ledger
from lantoa.domain.screening import ABSENT, Mask, Positions
from lantoa.register.models import (
    Attestation,
    Award,
    Closing,
    Hold,
    Post,
    Rating,
    Recognition,
    Sanction,
    Subject,
    Unit,
)

HALF = 1 << 31  # two ids share one integer, so ids stay below two thousand million

PACKERS = {
    "sqlite": "SELECT group_concat(packed) FROM ({rows})",
    "postgresql": "SELECT string_agg(packed::text, ',') FROM ({rows}) AS packing",
}


def integers(rows: QuerySet[Any], packed: Combinable) -> NDArray[np.int64]:
    """One integer of every row, as an array."""
    column = ExpressionWrapper(packed, BigIntegerField())
    sql, parameters = rows.order_by().annotate(packed=column).values_list("packed").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(PACKERS[connection.vendor].format(rows=sql), parameters)
        (text,) = cursor.fetchone()
    return np.fromstring(text or "", dtype=np.int64, sep=",")


def pairs(rows: QuerySet[Any], left: str, right: str) -> tuple[Positions, Positions]:
    """Two id columns of every row, as two arrays."""
    packed = integers(rows, F(left) * HALF + F(right))
    return packed // HALF, packed % HALF


def in_force(day: date) -> Q:
    """Rows whose life covers the day; without a first day they have always lived."""
    return (Q(since__lte=day) | Q(since=None)) & (Q(until=None) | Q(until__gte=day))


class DatabaseFigures:
    """Figures of the register as it is now; every figure is asked for once."""

    def __init__(self) -> None:
        self.size = 1 + (Subject.objects.aggregate(last=Max("id"))["last"] or 0)
        self.posts = lru_cache(maxsize=16)(self._posts)
        self.headed = lru_cache(maxsize=16)(self._headed)
        self.scope = lru_cache(maxsize=4)(self._scope)
        self.tally = lru_cache(maxsize=16)(self._tally)
        self.closed = lru_cache(maxsize=32)(self._closed)
        self.rated = lru_cache(maxsize=4)(self._rated)
        self.attested = lru_cache(maxsize=16)(self._attested)
        self.held = lru_cache(maxsize=4)(self._held)

    def _mask(self, positions: Positions) -> Mask:
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[positions] = True
        return mask

    def _facts(self, packed: NDArray[np.int64]) -> NDArray[np.int8]:
        facts = np.full(self.size, ABSENT, dtype=np.int8)
        facts[packed // 2] = packed % 2
        return facts

    def _posts(self, day: date) -> tuple[Positions, Positions]:
        """Person and unit of every post in force on the day."""
        return pairs(Post.objects.filter(in_force(day)), "person_id", "unit_id")

    def _headed(self, day: date) -> tuple[Positions, Positions]:
        return pairs(Post.objects.filter(in_force(day), is_head=True), "person_id", "unit_id")

    def _scope(self, kind: Kind, day: date) -> Mask:
        if kind is Kind.INDIVIDUAL:
            return self._mask(self.posts(day)[0])
        units = Unit.objects.filter(in_force(day), parent__isnull=False)
        return self._mask(integers(units, F("subject_id")))

    def _tally(self, rows: Rows, window: Window) -> NDArray[np.int64]:
        return np.bincount(self._counted(rows, window), minlength=self.size)

    def _counted(self, rows: Rows, window: Window) -> Positions:
        """The position of every row that counts."""
        if isinstance(rows, SanctionRows):
            return self._sanctioned(rows, window)
        if isinstance(rows, RecognitionRows):
            recognitions = Recognition.objects.filter(tier=rows.tier, year__in=window.years, revoked=False)
            return integers(recognitions, F("subject_id"))
        return integers(_awards(rows, window), F("subject_id"))

    def _sanctioned(self, rows: SanctionRows, window: Window) -> Positions:
        """Persons sanctioned, and every unit that a sanction counts against, once for each sanction."""
        sanctions = Sanction.objects.filter(
            cancelled=False, form__in=rows.forms, effective__range=(date(window.first_year, 1, 1), window.last_day)
        )
        people = integers(sanctions, F("person_id"))
        of_unit = pairs(sanctions.filter(unit__isnull=False), "id", "unit_id")
        worked = sanctions.filter(
            Q(person__posts__until=None) | Q(person__posts__until__gte=F("effective")),
            unit=None,
            person__posts__since__lte=F("effective"),
        )
        of_post = pairs(worked, "id", "person__posts__unit_id")
        cases, units = (np.concatenate(both) for both in zip(of_unit, of_post, strict=True))
        return np.concatenate([people, self._upwards(cases, units)])

    def _upwards(self, cases: Positions, units: Positions) -> Positions:
        """Each case's units and the units above them, each once."""
        reached: Positions = np.unique(np.stack([cases, units]), axis=1)
        while True:
            above = self._parents[reached[1]]
            climbed = np.stack([reached[0][above > 0], above[above > 0]])
            wider = np.unique(np.concatenate([reached, climbed], axis=1), axis=1)
            if wider.shape == reached.shape:
                upwards: Positions = reached[1]
                return upwards
            reached = wider

    @cached_property
    def _parents(self) -> Positions:
        """The position above each unit, 0 for none."""
        parents = np.zeros(self.size, dtype=np.int64)
        units, above = pairs(Unit.objects.filter(parent__isnull=False), "subject_id", "parent_id")
        parents[units] = above
        return parents

    def _rated(self, grade: str, year: int) -> NDArray[np.int8]:
        return self._facts(integers(Rating.objects.filter(year=year), _flagged(Q(grade=grade))))

    def _attested(self, criterion: str, year: int) -> NDArray[np.int8]:
        rows = Attestation.objects.filter(criterion=criterion, year=year, stands=True)
        return self._facts(integers(rows, _flagged(Q(passed=True))))

    def _closed(self, ledger: Ledger, window: Window, day: date) -> Mask:
        whole = np.ones(self.size, dtype=np.bool_)
        for year in window.years:
            closings = self._closings.get((ledger, year), [])
            if None not in closings:
                whole &= self._covered([unit for unit in closings if unit is not None], day)
        return whole

    @cached_property
    def _closings(self) -> dict[tuple[str, int], list[int | None]]:
        closings: dict[tuple[str, int], list[int | None]] = {}
        for ledger, year, unit in Closing.objects.values_list("ledger", "year", "unit_id"):
            closings.setdefault((ledger, year), []).append(unit)
        return closings

    def _covered(self, units: list[int], day: date) -> Mask:
        """The units, those under them, and the people who work there on the day."""
        covered = self._mask(np.array(units, dtype=np.int64))
        while True:
            wider = covered | covered[self._parents]
            if (wider == covered).all():
                break
            covered = wider
        people, posts = self.posts(day)
        covered[people[covered[posts]]] = True
        return covered

    def _held(self, day: date) -> Mask:
        return self._mask(integers(Hold.objects.filter(in_force(day)), F("subject_id")))


def _flagged(condition: Q) -> Combinable:
    """Twice the subject id, plus one where the condition holds."""
    return F("subject_id") * 2 + Case(When(condition, then=Value(1)), default=Value(0))


def _awards(rows: AwardRows, window: Window) -> QuerySet[Award]:
    """Awards that count; years are listed, because an index answers a list where it would scan a range."""
    return Award.objects.filter(
        counted(rows), **{"decision_year__in" if rows.by_decision else "year__in": window.years}
    )


def counted(rows: AwardRows) -> Q:
    """Awards that count in some year."""
    count = Q(status__in=rows.statuses)
    if rows.titles is not None:
        count &= Q(title__in=rows.titles)
    if rows.levels is not None:
        count &= Q(level__in=rows.levels)
    return count
