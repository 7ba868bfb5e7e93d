"""A plan laid out for reading: tiers with their criteria in words, and the calendar with days left."""

from dataclasses import dataclass
from datetime import date

from lantoa.domain.calendar import Window
from lantoa.domain.plan import Criterion, Milestone, Plan, Term, Tier
from lantoa.domain.records import Kind
from lantoa.domain.spelling import spell
from lantoa.register.queries.evidence import short_name


@dataclass(frozen=True, slots=True)
class Entry:
    """A criterion of a tier: whom it concerns, and how it is decided."""

    criterion: Criterion
    kinds: tuple[Kind, ...]
    how: str


@dataclass(frozen=True, slots=True)
class TierOutline:
    """A tier with its criteria, and with what people decide after them."""

    tier: Tier
    name: str
    entries: tuple[Entry, ...]
    steps: tuple[tuple[Criterion, str], ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A milestone on its next or only day."""

    milestone: Milestone
    day: date
    days_left: int


def outline(plan: Plan) -> list[TierOutline]:
    return [_of_tier(plan, tier) for tier in plan.tiers.values()]


def _of_tier(plan: Plan, tier: Tier) -> TierOutline:
    window = plan.window(tier, plan.years(tier)[-1])
    entries = tuple(
        Entry(
            criterion,
            tuple(kind for kind in Kind if kind in criterion.concerns),
            _of_any_year(spell(criterion.checks[tier.code], window), tier, window),
        )
        for criterion in plan.criteria_of(tier)
    )
    steps = tuple((criterion, criterion.steps[tier.code]) for criterion in plan.steps_of(tier))
    return TierOutline(tier, short_name(tier), entries, steps)


def _of_any_year(words: str, tier: Tier, window: Window) -> str:
    """A yearly tier is told of whatever year is considered."""
    return words.replace(str(window), "năm xét") if tier.term is Term.YEAR else words


def due_dates(plan: Plan, today: date) -> list[Due]:
    """Every milestone on its day; one that comes back every year on the next, or after the period on its last."""
    days = [(milestone, _day(milestone, plan, today)) for milestone in plan.milestones]
    return sorted(
        (Due(milestone, day, (day - today).days) for milestone, day in days),
        key=lambda due: (due.day, due.milestone.code),
    )


def _day(milestone: Milestone, plan: Plan, today: date) -> date:
    if milestone.due:
        return milestone.due
    month, day = (int(part) for part in milestone.every_year.split("-"))
    coming = [date(year, month, day) for year in plan.period.years if date(year, month, day) >= today]
    return coming[0] if coming else date(plan.period.last_year, month, day)
