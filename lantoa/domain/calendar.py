"""Dates as an office writes them: some known to the day, some only to the month or the year."""

import re
from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1945, 2100
SATURDAY = 5

WRITTEN = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day, with the precision with which it was written."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        date(self.year, self.month or 1, self.day or 1)

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @classmethod
    def read(cls, text: str) -> "PartialDate":
        """Read `31/12/2024`, `12/2024`, `2024` or `2024-12-31`; ValueError for anything else."""
        if iso := ISO.fullmatch(text):
            return cls(*(int(part) for part in iso.groups()))
        if not (written := WRITTEN.fullmatch(text)):
            raise ValueError(text)
        day, month, year = (int(part) if part else None for part in written.groups())
        return cls(year or 0, month, day)

    def __str__(self) -> str:
        return "/".join(
            part for part in (self.day and f"{self.day:02}", self.month and f"{self.month:02}", str(self.year)) if part
        )


@dataclass(frozen=True, slots=True)
class Window:
    """The years that a verdict looks at, both ends included."""

    first_year: int
    last_year: int

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)

    @property
    def last_day(self) -> date:
        return date(self.last_year, 12, 31)

    def __contains__(self, year: int) -> bool:
        return self.first_year <= year <= self.last_year

    def __str__(self) -> str:
        if self.first_year == self.last_year:
            return f"năm {self.first_year}"
        return f"giai đoạn {self.first_year}-{self.last_year}"


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Monday to Friday, and no holiday."""
    return day.weekday() < SATURDAY and day not in holidays


def working_days_after(day: date, count: int, holidays: Collection[date]) -> date:
    """The last of so many working days after the day; the day itself does not count."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, holidays)
    return day
