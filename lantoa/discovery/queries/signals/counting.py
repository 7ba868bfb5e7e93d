"""How many signals there are of which year, rule and stage; and how often a rule was a false alarm."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from lantoa import plans
from lantoa.discovery.models import Signal, SignalRun
from lantoa.discovery.queries.signals.listing import about
from lantoa.domain.authority import Scope
from lantoa.domain.calendar import FIRST_YEAR, Window
from lantoa.domain.signals import Rule
from lantoa.domain.stages import SignalStage
from lantoa.register.queries.subjects import last_year_on_file

GIVEN_UP_AFTER = timedelta(minutes=10)
LATEST = 20
NEW, KEPT, DISMISSED = (stage.value for stage in SignalStage)


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of signals that hold, by year, rule and stage, as far as the scope reaches."""

    numbers: dict[tuple[int, str, str], int]

    @property
    def years(self) -> list[int]:
        return sorted({year for year, _rule, _stage in self.numbers}, reverse=True)

    def of(self, year: int, *, rule: str = "", stage: str = "") -> int:
        return sum(
            number
            for (of_year, of_rule, of_stage), number in self.numbers.items()
            if of_year == year and rule in ("", of_rule) and stage in ("", of_stage)
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule: how many signals it gave so far, and what was said about them."""

    rule: Rule
    new: int
    kept: int
    dismissed: int

    @property
    def judged(self) -> int:
        return self.kept + self.dismissed

    @property
    def false_alarms(self) -> int | None:
        """Per cent of the judged ones that were dismissed; None before anything was judged."""
        return round(100 * self.dismissed / self.judged) if self.judged else None


def holding(year: int) -> list[tuple[int, str]]:
    """Subject id and rule of every signal on file that holds."""
    return list(Signal.objects.filter(year=year, holds=True).values_list("subject_id", "rule"))


def counts(scope: Scope, day: date) -> Counts:
    found = Signal.objects.filter(about(scope, day), holds=True).order_by().values("year", "rule", "stage")
    return Counts(
        {(one["year"], one["rule"], one["stage"]): one["number"] for one in found.annotate(number=Count("pk"))}
    )


def judged_rules() -> list[Judged]:
    """Every rule over all years and units: what no longer holds counts too, once it was judged."""
    found = Signal.objects.filter(Q(holds=True) | ~Q(stage=NEW)).order_by().values("rule", "stage")
    numbers = {(one["rule"], one["stage"]): one["number"] for one in found.annotate(number=Count("pk"))}
    return [
        Judged(rule, *(numbers.get((code, stage), 0) for stage in (NEW, KEPT, DISMISSED)))
        for code, rule in plans.signal_rules().items()
    ]


@dataclass(frozen=True, slots=True)
class Looks:
    """How far the signals of a year are up to date: the last finished look, and the one under way."""

    done: SignalRun | None
    under_way: SignalRun | None


def looks_of(year: int, at: datetime) -> Looks:
    """In one query; a look that was asked for long ago and never finished has been given up."""
    latest = list(SignalRun.objects.filter(year=year).order_by("-id")[:LATEST])
    waiting = (run for run in latest if run.done_at is None and run.asked_at > at - GIVEN_UP_AFTER)
    return Looks(next((run for run in latest if run.done_at is not None), None), next(waiting, None))


def year_to_look_at(day: date) -> int:
    """The last year with a closed book, or with a rating; this year when there is nothing on file yet."""
    year = last_year_on_file(Window(FIRST_YEAR, day.year))
    return day.year if year == FIRST_YEAR else year
