"""The school's working days: weekends, public holidays and days off moved by decision are left out."""

from datetime import date
from functools import cache

from holidays.countries.vietnam import Vietnam

from lantoa.domain.calendar import working_days_after


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The days off of that year, Tết by the moon included."""
    return frozenset(Vietnam(years=year))  # type: ignore[no-untyped-call]


def due_after(day: date, count: int) -> date:
    """The day by which something is due that may take so many working days."""
    return working_days_after(day, count, public_holidays(day.year) | public_holidays(day.year + 1))
