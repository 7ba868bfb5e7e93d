"""Which tier a prospect may aim at, which one is suggested, and which goals follow from what is missing."""

from dataclasses import dataclass
from datetime import date, timedelta

from lantoa import plans
from lantoa.discovery.models import Prospect
from lantoa.domain.nurture import Aim, GoalText
from lantoa.domain.plan import Plan, Tier
from lantoa.domain.records import Kind, RecordBook
from lantoa.domain.verdict import Assessment, assess
from lantoa.register.models import Recognition, Subject
from lantoa.register.queries.records import book_of

TO_GROW = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Choice:
    """An aim in words."""

    aim: Aim
    words: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The choices of one plan edition."""

    name: str
    choices: tuple[Choice, ...]


def offered(subject: Subject, day: date, kept: Aim | None = None) -> list[Edition]:
    """Every tier for its kind and every year from last year on, by edition; and the one that was chosen before."""
    kind = Kind(subject.kind)
    found = [_edition(plan, kind, day.year - 1, kept) for plan in _editions()]
    return [one for one in found if one.choices] or [_edition(_editions()[-1], kind, 0, kept)]


def suggested(prospect: Prospect, day: date) -> Aim:
    """The tier for which it was chosen, or the lowest never recognised for; of the first year that leaves time."""
    year = (day + TO_GROW).year
    plan = plans.covering(year) or _editions()[-1]
    tiers = [tier for tier in plan.tiers.values() if Kind(prospect.subject.kind) in tier.subjects]
    known = set(Recognition.objects.filter(subject=prospect.subject_id, revoked=False).values_list("tier", flat=True))
    lowest = next((tier for tier in tiers if tier.code not in known), tiers[-1])
    tier = plan.tiers.get(prospect.tier, lowest)
    years = plan.years(tier)
    return Aim(plan.code, tier.code, next((one for one in years if one >= year), years[-1]))


def in_words(aim: Aim) -> str:
    """`Điển hình tiên tiến của Trường hằng năm, năm 2026`."""
    plan = plans.load(aim.edition)
    tier = plan.tier(aim.tier)
    window = str(plan.window(tier, aim.year))
    return tier.name if window in tier.name else f"{tier.name}, {window}"


def assessment(aim: Aim, subject: Subject, book: RecordBook | None = None) -> Assessment:
    """The machine's verdict for that aim from the subject's book; without one, from the records as they are now."""
    plan = plans.load(aim.edition)
    read = book_of(subject) if book is None else book
    return assess(plan, plan.tier(aim.tier), aim.year, read, subject.code)


def goals_for(found: Assessment) -> list[GoalText]:
    """One goal for each criterion that is missing or unknown, in the plan edition's own words."""
    return [GoalText(criterion=finding.criterion.code) for finding in found.missing]


def _editions() -> list[Plan]:
    return sorted(map(plans.load, plans.codes()), key=lambda plan: plan.period.first_year)


def _edition(plan: Plan, kind: Kind, since: int, kept: Aim | None) -> Edition:
    tiers = [tier for tier in plan.tiers.values() if kind in tier.subjects]
    aims = [Aim(plan.code, tier.code, year) for tier in tiers for year in _years(plan, tier, since)]
    if kept is not None and kept.edition == plan.code and kept not in aims:
        aims.insert(0, kept)
    return Edition(f"{plan.period}".capitalize(), tuple(Choice(aim, in_words(aim)) for aim in aims))


def _years(plan: Plan, tier: Tier, since: int) -> list[int]:
    return [year for year in plan.years(tier) if year >= since]
