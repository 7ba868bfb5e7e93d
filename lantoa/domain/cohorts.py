"""What became of those found in a year, and how long each step took: medians, quartiles, cohorts (clause I.1)."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import numpy as np

DAYS_A_MONTH = 365.25 / 12
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Spread:
    """How many values there are, the median and the quartiles around it."""

    count: int
    lower: float
    median: float
    upper: float


class Step(StrEnum):
    """What may follow upon being found."""

    CHOSEN = "chosen"
    NURTURED = "nurtured"
    NOMINATED = "nominated"
    RECOGNISED = "recognised"


class Delay(StrEnum):
    """What ought to follow a merit in time."""

    FINDING = "finding"
    CHOOSING = "choosing"
    COMMENDING = "commending"


@dataclass(frozen=True, slots=True)
class Recognised:
    """One recognition on file; without a day when the paper names only the year."""

    tier: str
    year: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """One prospect from merit to recognition; a step without a day was not taken, or its day is not on file."""

    unit: int
    found: date
    aim: str = ""
    merit: date | None = None
    chosen: date | None = None
    nurtured: date | None = None
    nominated: date | None = None
    recognised: date | None = None
    commended: date | None = None
    tier: str = ""  # the highest tier recognised since it was found, empty for none

    def day(self, step: Step) -> date | None:
        return {
            Step.CHOSEN: self.chosen,
            Step.NURTURED: self.nurtured,
            Step.NOMINATED: self.nominated,
            Step.RECOGNISED: self.recognised,
        }[step]

    def has_taken(self, step: Step) -> bool:
        return bool(self.tier) if step is Step.RECOGNISED else self.day(step) is not None

    def days_until(self, delay: Delay) -> int | None:
        """Days from the merit; nobody can be found later than in time, so what came before the merit took none."""
        until = {Delay.FINDING: self.found, Delay.CHOOSING: self.chosen, Delay.COMMENDING: self.commended}[delay]
        if self.merit is None or until is None:
            return None
        return max((until - self.merit).days, 0)


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those found in one year: how many took which step, after how many months, and the tiers reached."""

    year: int
    found: int
    taken: dict[Step, int]
    months: dict[Step, Spread | None]
    tiers: dict[str, int]


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How many lives there are, of how many the day of the merit is known, and the days from it to each step."""

    found: int
    with_merit: int
    days: dict[Delay, Spread | None]


def spread(values: Collection[float]) -> Spread | None:
    """Median and quartiles, straight lines between neighbours; nothing of nothing."""
    if not values:
        return None
    lower, median, upper = np.quantile(np.array(list(values), dtype=np.float64), (0.25, 0.5, 0.75)).tolist()
    return Spread(len(values), lower, median, upper)


def months_between(first: date, last: date) -> float:
    return (last - first).days / DAYS_A_MONTH


def first_after(days: Iterable[date], day: date | None) -> date | None:
    """The earliest of the days that lies after that one; nothing without it."""
    return min((one for one in days if day is not None and one > day), default=None)


def reached(
    rows: Iterable[Recognised], found: date, until: date | None, order: Sequence[str]
) -> tuple[str, date | None]:
    """The highest tier recognised since it was found and before it was found anew, and the first day of any.

    A recognition without a day counts by its year. Tiers that the order does not know are the lowest.
    """
    counted = [row for row in rows if _lies_in(row, found, until)]
    places = {tier: place for place, tier in enumerate(order)}
    tier = max((row.tier for row in counted), key=lambda code: places.get(code, -1), default="")
    return tier, min((row.day for row in counted if row.day is not None), default=None)


def _lies_in(row: Recognised, found: date, until: date | None) -> bool:
    if row.day is None:
        return found.year <= row.year and (until is None or row.year < until.year)
    return found <= row.day and (until is None or row.day < until)


def cohorts(lives: Collection[Life]) -> list[Cohort]:
    """One cohort a year, from the first year in which anybody was found to the last."""
    years = [life.found.year for life in lives]
    if not years:
        return []
    return [_cohort(year, [life for life in lives if life.found.year == year]) for year in _span(years)]


def _span(years: Collection[int]) -> range:
    return range(min(years), max(years) + 1)


def _cohort(year: int, lives: Collection[Life]) -> Cohort:
    tiers: dict[str, int] = {}
    for life in lives:
        if life.tier:
            tiers[life.tier] = tiers.get(life.tier, 0) + 1
    return Cohort(
        year=year,
        found=len(lives),
        taken={step: sum(life.has_taken(step) for life in lives) for step in Step},
        months={step: spread(_months(lives, step)) for step in Step},
        tiers=tiers,
    )


def _months(lives: Iterable[Life], step: Step) -> list[float]:
    """A step taken before the finding was put on file (by a transfer of old papers) took no month."""
    days = ((life.found, life.day(step)) for life in lives)
    return [max(months_between(found, day), 0) for found, day in days if day is not None]


def timeliness(lives: Iterable[Life], key: Callable[[Life], Key]) -> dict[Key, Timeliness]:
    """The lives of each key, in the order in which the keys come up."""
    groups: dict[Key, list[Life]] = {}
    for life in lives:
        groups.setdefault(key(life), []).append(life)
    return {one: timeliness_of(group) for one, group in groups.items()}


def timeliness_of(lives: Collection[Life]) -> Timeliness:
    return Timeliness(
        found=len(lives),
        with_merit=sum(life.merit is not None for life in lives),
        days={delay: spread(_days(lives, delay)) for delay in Delay},
    )


def _days(lives: Iterable[Life], delay: Delay) -> list[float]:
    return [days for life in lives if (days := life.days_until(delay)) is not None]
