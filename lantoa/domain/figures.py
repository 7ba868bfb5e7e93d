"""Figures counted from the rows of a record book in memory: a workbook, a test's handful, a partition."""

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.checks import AwardRows, Rows, SanctionRows
from lantoa.domain.records import Kind, Ledger, RecordBook
from lantoa.domain.screening import ABSENT, Mask, Positions


class BookFigures:
    """Figures of a record book; positions are people first, then units, in the order of the book."""

    def __init__(self, book: RecordBook) -> None:
        self.book = book
        self.codes = [*book.people, *book.units]
        self.size = len(self.codes)
        self.position = {code: place for place, code in enumerate(self.codes)}

    def _mask(self, codes: Iterable[str]) -> Mask:
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[[self.position[code] for code in codes]] = True
        return mask

    def scope(self, kind: Kind, day: date) -> Mask:
        return self._mask(self.book.subjects(kind, day))

    def tally(self, rows: Rows, window: Window) -> NDArray[np.int64]:
        counts = np.zeros(self.size, dtype=np.int64)
        for code in self._subjects_counted(rows, window):
            counts[self.position[code]] += 1
        return counts

    def _subjects_counted(self, rows: Rows, window: Window) -> Iterable[str]:
        if isinstance(rows, AwardRows):
            return (row.subject for row in self.book.awards if rows.counts(row, window))
        if isinstance(rows, SanctionRows):
            own = [row.person for row in self.book.sanctions if rows.counts(row, window)]
            against = [
                unit
                for unit, sanctions in self.book.sanctions_against.items()
                for row in sanctions
                if rows.counts(row, window)
            ]
            return own + against
        return (row.subject for row in self.book.recognitions if rows.counts(row, window))

    def rated(self, grade: str, year: int) -> NDArray[np.int8]:
        facts = np.full(self.size, ABSENT, dtype=np.int8)
        for row in self.book.ratings:
            if row.year == year:
                facts[self.position[row.subject]] = row.grade == grade
        return facts

    def attested(self, criterion: str, year: int) -> NDArray[np.int8]:
        facts = np.full(self.size, ABSENT, dtype=np.int8)
        for row in self.book.attestations:
            if row.criterion == criterion and row.year == year:
                facts[self.position[row.subject]] = row.passed
        return facts

    def closed(self, ledger: Ledger, window: Window, day: date) -> Mask:
        everywhere = np.ones(self.size, dtype=np.bool_)
        for year in window.years:
            if (ledger, year, None) in self.book.closed:
                continue
            covered = {unit for unit in self.book.units if self.book.is_closed(ledger, year, [unit])}
            people = {post.person for post in self.book.posts if post.unit in covered and post.in_force(day)}
            everywhere &= self._mask(covered | people)
        return everywhere

    def headed(self, day: date) -> tuple[Positions, Positions]:
        pairs = [
            (self.position[post.person], self.position[post.unit])
            for post in self.book.posts
            if post.is_head and post.in_force(day)
        ]
        people, units = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        return people, units

    def held(self, day: date) -> Mask:
        return self._mask(hold.subject for hold in self.book.holds if hold.in_force(day))
