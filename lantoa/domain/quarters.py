"""Quarters of a year: which one a day is in, when one may be reviewed and until when that is in time."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = 3
TO_WRITE = timedelta(days=10)  # after the last day of the quarter


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One of the four of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @property
    def first_day(self) -> date:
        return date(self.year, MONTHS * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        month = MONTHS * self.number
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def due(self) -> date:
        """The day by which its review is written."""
        return self.last_day + TO_WRITE

    @property
    def next(self) -> "Quarter":
        return Quarter.of(self.last_day + timedelta(days=1))

    def __str__(self) -> str:
        return f"quý {self.number}/{self.year}"


def quarters(since: date, until: date) -> Iterator[Quarter]:
    """The quarters that have a day between the two, both included."""
    quarter, last = Quarter.of(since), Quarter.of(until)
    while quarter <= last:
        yield quarter
        quarter = quarter.next
