"""Every prospect of the reader's units as a life: merit, finding, choosing, nurture, nomination, recognition."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Max, Min, Q
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.discovery.models import Prospect
from lantoa.domain.cohorts import Life, Recognised, first_after, reached
from lantoa.domain.records import AwardStatus
from lantoa.domain.stages import NurtureStage
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.overview.asked import Asked
from lantoa.register.models import Award, Recognition
from lantoa.register.models.columns import YEAR

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What else is on file about the prospects: by prospect the days of its plans, by subject what was awarded."""

    plans: Mapping[int, tuple[datetime | None, datetime | None]]
    recognitions: Mapping[int, Sequence[Recognised]]
    awards: Mapping[int, Sequence[date]]
    found: Mapping[int, Sequence[date]]
    order: tuple[str, ...]


def lives(asked: Asked) -> list[Life]:
    """In five queries, whatever the number of prospects."""
    names = ("pk", "subject_id", "unit_id", "tier", "merit_day", "found_at", "chosen_at")
    rows = list(asked.prospects().order_by("found_at", "pk").values_list(*names))
    facts = _facts(asked) if rows else None
    return [_life(facts, *row) for row in rows] if facts else []


def _life(
    facts: _Facts,
    pk: int,
    subject: int,
    unit: int,
    aim: str,
    merit: date | None,
    found_at: datetime,
    chosen_at: datetime | None,
) -> Life:
    found = localdate(found_at)
    until = min((day for day in facts.found[subject] if day > found), default=None)
    recognitions = facts.recognitions.get(subject, [])
    tier, recognised = reached(recognitions, found, until, facts.order)
    nurtured, nominated = facts.plans.get(pk, (None, None))
    honours = [*facts.awards.get(subject, []), *(one.day for one in recognitions if one.day)]
    return Life(
        unit=unit,
        found=found,
        aim=aim,
        merit=merit,
        chosen=_day(chosen_at),
        nurtured=_day(nurtured),
        nominated=_day(nominated),
        recognised=recognised,
        commended=first_after(honours, merit),
        tier=tier,
    )


def _day(at: datetime | None) -> date | None:
    return localdate(at) if at else None


def _facts(asked: Asked) -> _Facts:
    """Of the subjects themselves everything counts, also what other units found and wrote."""
    subjects = asked.prospects().values("subject")
    found: dict[int, list[date]] = {}
    for subject, at in Prospect.objects.filter(subject__in=subjects).values_list("subject_id", "found_at"):
        found.setdefault(subject, []).append(localdate(at))
    nominated = Max("ended_at", filter=Q(stage=NurtureStage.NOMINATED.value))
    of_plans = NurturePlan.objects.filter(prospect__in=asked.prospects().values("pk")).order_by().values("prospect_id")
    days = of_plans.annotate(nurtured=Min("approved_at"), nominated=nominated)
    recognitions = Recognition.objects.filter(subject__in=subjects, revoked=False).order_by()
    awards = Award.objects.filter(subject__in=subjects, status=AwardStatus.AWARDED.value, decided__isnull=False)
    return _Facts(
        plans={row["prospect_id"]: (row["nurtured"], row["nominated"]) for row in days},
        recognitions=_recognitions(
            recognitions.values_list("subject_id", "tier", "year", "decided", "decided_precision")
        ),
        awards=_gathered(awards.exclude(decided_precision=YEAR).order_by().values_list("subject_id", "decided")),
        found=found,
        order=tier_order(),
    )


def tier_order() -> tuple[str, ...]:
    """The tiers from the nearest to the furthest, as the plan in force lists them."""
    return tuple(plans.load().tiers)


def _recognitions(rows: Iterable[tuple[int, str, int, date | None, str]]) -> dict[int, list[Recognised]]:
    """A day of which the paper names only the year is no day."""
    return _gathered(
        (subject, Recognised(tier, year, None if precision == YEAR else decided))
        for subject, tier, year, decided, precision in rows
    )


def _gathered(rows: Iterable[tuple[int, One]]) -> dict[int, list[One]]:
    found: dict[int, list[One]] = {}
    for key, one in rows:
        found.setdefault(key, []).append(one)
    return found
