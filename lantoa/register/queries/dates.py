"""Dates of the database as they were written: no more precise than their source."""

from datetime import date
from functools import lru_cache

from lantoa.domain.calendar import PartialDate
from lantoa.register.models.columns import DAY, MONTH


@lru_cache(maxsize=4096)  # thousands of rows share a day
def written(day: date | None, precision: str) -> PartialDate | None:
    """The date as it was written: only as precise as its source."""
    if day is None:
        return None
    return PartialDate(
        day.year, day.month if precision in (DAY, MONTH) else None, day.day if precision == DAY else None
    )


def surely_written(day: date, precision: str) -> PartialDate:
    """The same for a column that is never empty."""
    return written(day, precision) or PartialDate.of(day)
