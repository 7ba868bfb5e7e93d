"""The years that a report is about, as filters and sentences."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from lantoa.domain.calendar import Window
from lantoa.domain.papers import words
from lantoa.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Period:
    """A year of a plan, or all its years; figures are those on file today."""

    plan: Plan
    window: Window
    today: date

    @property
    def last_day(self) -> date:
        return min(self.window.last_day, self.today)

    def with_the_year_before(self) -> "Period":
        """A single year with the one before it, as far as the plan goes; longer periods as they are."""
        first, last = self.window.first_year, self.window.last_year
        if first != last or first - 1 not in self.plan.period:
            return self
        return replace(self, window=Window(first - 1, last))

    def on(self, column: str) -> Q:
        """Rows whose day or moment lies in the period."""
        years = self.window
        return Q(**{f"{column}__year__gte": years.first_year, f"{column}__year__lte": years.last_year})

    def of(self, column: str) -> Q:
        """Rows whose year lies in the period."""
        return Q(**{f"{column}__range": (self.window.first_year, self.window.last_year)})


def by_year(rows: QuerySet[Any], column: str) -> Counter[int]:
    """How many rows there are of each year of a day or moment; one query."""
    return _counted(rows, ExtractYear(column))


def by_own_year(rows: QuerySet[Any], column: str = "year") -> Counter[int]:
    """How many rows there are of each year that they name; one query."""
    return _counted(rows, F(column))


def _counted(rows: QuerySet[Any], year: Any) -> Counter[int]:
    found = rows.order_by().annotate(in_year=year).values_list("in_year").annotate(number=Count("pk"))
    return Counter(dict(found.values_list("in_year", "number")))


def by(rows: QuerySet[Any], column: str) -> Counter[str]:
    """How many rows there are of each word in a column; one query."""
    return Counter(dict(rows.order_by().values_list(column).annotate(number=Count("pk"))))


def number(many: int) -> str:
    """With two digits, as counts are written in running text."""
    return words.count(many)


def listed(names: Iterable[str], most: int) -> str:
    """The first names, and how many more there are."""
    every = list(names)
    shown = "; ".join(every[:most])
    left = len(every) - most
    return _("%(shown)s và %(left)s trường hợp khác") % {"shown": shown, "left": number(left)} if left > 0 else shown
