"""The series of a year laid open: every number with the decision that bears it, or why none does."""

from dataclasses import dataclass
from datetime import date, datetime

from lantoa.recognition.models import Decision, NumberSeries, TakenNumber
from lantoa.recognition.queries.decisions.texts import reference_of


@dataclass(frozen=True, slots=True)
class Number:
    """One number; without decision and without reason it is a gap that somebody must explain."""

    number: int
    reference: str
    decision: Decision | None = None
    reason: str = ""
    by: str = ""
    at: datetime | None = None

    @property
    def is_gap(self) -> bool:
        return self.decision is None and not self.reason


@dataclass(frozen=True, slots=True)
class Series:
    """All numbers of a year in their order."""

    year: int
    suffix: str
    first: int
    numbers: tuple[Number, ...]

    @property
    def gaps(self) -> list[Number]:
        return [one for one in self.numbers if one.is_gap]

    @property
    def annulled(self) -> list[Number]:
        return [one for one in self.numbers if one.reason]


def series_of(year: int) -> Series:
    """The series as it stands; of a year without any, how it would begin."""
    series = NumberSeries.objects.filter(pk=year).first()
    if series is None:
        before = NumberSeries.objects.filter(year__lt=year).order_by("-year").first()
        return Series(year, before.suffix if before else NumberSeries._meta.get_field("suffix").default, 1, ())
    taken = {one.number: one for one in series.taken.select_related("decision", "annulled_by")}
    last = max([series.last, *taken])
    numbers = tuple(_number(number, series.suffix, taken.get(number)) for number in range(series.first, last + 1))
    return Series(year, series.suffix, series.first, numbers)


def years(today: date) -> list[int]:
    """The years that have a series, and this one."""
    return sorted({today.year, *NumberSeries.objects.values_list("year", flat=True)}, reverse=True)


def _number(number: int, suffix: str, taken: TakenNumber | None) -> Number:
    reference = reference_of(number, suffix)
    if taken is None:
        return Number(number, reference)
    if taken.reason:
        return Number(number, reference, None, taken.reason, str(taken.annulled_by), taken.annulled_at)
    return Number(number, reference, getattr(taken, "decision", None), at=taken.taken_at)
