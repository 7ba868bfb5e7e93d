"""Con đường: the tiers of a plan as steps for one subject, each with what is met, missing and next."""

from dataclasses import dataclass
from datetime import date

from lantoa.domain.plan import Criterion, Plan, Tier
from lantoa.domain.records import Kind
from lantoa.domain.verdict import Assessment, Verdict, assess
from lantoa.register.queries.evidence import Display, Reader, displays, short_name


@dataclass(frozen=True, slots=True)
class Step:
    """One tier on the way: its verdict, the findings, and the steps that people take after the criteria."""

    tier: Tier
    name: str
    assessment: Assessment
    displays: list[Display]
    is_recognised: bool
    deliberations: list[Criterion]

    @property
    def met(self) -> list[Display]:
        return [one for one in self.displays if one.verdict is Verdict.MET]

    @property
    def missing(self) -> list[Display]:
        return [one for one in self.displays if one.verdict < Verdict.MET]

    @property
    def heading(self) -> str:
        """The tier with its years, which a period tier already carries in its name."""
        window = str(self.assessment.window)
        return self.tier.name if window in self.tier.name else f"{self.tier.name}, {window}"

    @property
    def state(self) -> str:
        """The class of the step in the picture."""
        if self.is_recognised:
            return "gold"
        return {Verdict.MET: "done", Verdict.NOT_MET: "blocked"}.get(self.assessment.verdict, "current")


def next_step(steps: list[Step]) -> tuple[Step, Display] | None:
    """Where to go on: what the first tier still lacks, the open questions before the failures."""
    for step in steps:
        if step.missing and not step.is_recognised:
            return step, max(step.missing, key=lambda one: one.verdict)
    return None


def is_subject(reader: Reader, subject: str, year: int) -> bool:
    """Whether any tier of that year concerns the subject: a person with a post, a unit in force but the root."""
    day = date(year, 12, 31)
    if subject in reader.book.units:
        unit = reader.book.units[subject]
        return unit.parent is not None and unit.in_force(day)
    return bool(reader.book.units_of(subject, day))


def way(plan: Plan, year: int, reader: Reader, subject: str) -> list[Step]:
    """The steps for that year; a period tier stands at the end of its period."""
    kind = Kind.COLLECTIVE if subject in reader.book.units else Kind.INDIVIDUAL
    tiers = [tier for tier in plan.tiers.values() if kind in tier.subjects]
    return [_step(plan, tier, year, reader, subject, kind) for tier in tiers]


def _step(plan: Plan, tier: Tier, year: int, reader: Reader, subject: str, kind: Kind) -> Step:
    years = plan.years(tier)
    of_year = year if year in years else years[-1]
    assessment = assess(plan, tier, of_year, reader.book, subject)
    rows = reader.book.recognitions_of.get(subject, [])
    return Step(
        tier=tier,
        name=short_name(tier),
        assessment=assessment,
        displays=displays(assessment, reader),
        is_recognised=any(row.tier == tier.code and row.year == of_year for row in rows),
        deliberations=[one for one in plan.steps_of(tier) if kind in one.concerns],
    )
