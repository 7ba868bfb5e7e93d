"""The days of a round: from the plan's calendar or an earlier round, and how far off each of them is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lantoa import plans
from lantoa.domain.nurture import Aim
from lantoa.domain.plan import Plan
from lantoa.domain.procedure import DAY_NAMES
from lantoa.domain.rounds import RoundTerms
from lantoa.domain.stages import RoundStage
from lantoa.nomination.models import Round
from lantoa.nomination.models.rounds import DAYS
from lantoa.nurture.queries.aims import in_words

SOON = timedelta(days=45)
COLUMNS = dict(zip(DAY_NAMES, DAYS, strict=True))


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day of a round as it stands in its calendar."""

    column: str
    label: str
    day: date
    days_left: int

    @property
    def is_past(self) -> bool:
        return self.days_left < 0


def label_of(column: str) -> str:
    """What the day is called, as «Gửi hồ sơ»."""
    return str(Round._meta.get_field(column).verbose_name)  # type: ignore[union-attr]


def named_days(one: Round, today: date) -> list[NamedDay]:
    """The days that the round has, in order."""
    given = ((column, getattr(one, column)) for column in DAYS)
    return [NamedDay(column, label_of(column), day, (day - today).days) for column, day in given if day is not None]


def from_plan(aim: Aim) -> RoundTerms:
    """What the calendar of the plan edition lays down for that tier and year."""
    path = plans.load(aim.edition).procedure.path(aim.tier)
    days = {COLUMNS[name]: path.day(name, aim.year) for name in DAY_NAMES}
    return RoundTerms(_name(aim), "", days)


def from_round(one: Round, aim: Aim) -> RoundTerms:
    """The same days some years later, and the same guidance."""
    days = {column: _later(getattr(one, column), aim.year - one.year) for column in DAYS}
    return RoundTerms(_name(aim), one.note, days)


def days_of(one: Round) -> Mapping[str, date | None]:
    return {column: getattr(one, column) for column in DAYS}


def aim_of(one: Round) -> Aim:
    return Aim(one.edition, one.tier, one.year)


def following(one: Round) -> Aim | None:
    """The same tier a year later, when a plan edition covers it and nobody has made that round yet."""
    plan = plans.covering(one.year + 1)
    if plan is None or one.tier not in plan.tiers or one.year + 1 not in plan.years(plan.tiers[one.tier]):
        return None
    aim = Aim(plan.code, one.tier, one.year + 1)
    return None if aim in _made() else aim


def expected(today: date) -> list[Aim]:
    """Rounds that the calendars lay down for about now and that nobody has made yet; what opens first comes first."""
    made = _made()
    due = [one for code in plans.codes() for one in _calendar(plans.load(code), today) if one[1] not in made]
    return [aim for _opens, aim in sorted(due, key=lambda one: (one[0], str(one[1])))]


def offered(today: date, *, with_made: bool = False) -> list[Aim]:
    """Every tier of every edition and its years from last year on that has no round yet, the next years first."""
    made = set() if with_made else _made()
    editions = [plans.load(code) for code in plans.codes()]
    aims = [
        Aim(plan.code, tier.code, year)
        for plan in editions
        for tier in plan.tiers.values()
        for year in plan.years(tier)
    ]
    found = [aim for aim in aims if aim.year >= today.year - 1 and aim not in made]
    return sorted(found or aims, key=lambda aim: (aim.year < today.year, aim.year))


def _made() -> set[Aim]:
    living = Round.objects.exclude(stage=RoundStage.CANCELLED.value)
    return {Aim(*key) for key in living.values_list("edition", "tier", "year")}


def _calendar(plan: Plan, today: date) -> list[tuple[date, Aim]]:
    """First day and aim of the rounds of a plan that go on today or begin soon."""
    found = []
    for tier in plan.tiers.values():
        path = plan.procedure.path(tier.code)
        for year in plan.years(tier):
            days = [day for name in DAY_NAMES if (day := path.day(name, year)) is not None]
            if days and min(days) - SOON <= today <= max(days):
                found.append((min(days), Aim(plan.code, tier.code, year)))
    return found


def _name(aim: Aim) -> str:
    words = in_words(aim)
    return f"Đợt xét {words[0].lower()}{words[1:]}"


def _later(day: date | None, years: int) -> date | None:
    """29 February becomes the 28th where there is none."""
    if day is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
