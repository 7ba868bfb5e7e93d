"""The machine's verdict beside a plan: of each goal's criterion, and frozen as it was on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lantoa import plans
from lantoa.domain.authority import Actor, Case
from lantoa.domain.nurture import Aim
from lantoa.domain.plan import Plan
from lantoa.domain.records import RecordBook, Sanction
from lantoa.domain.verdict import Assessment, Finding, Verdict
from lantoa.nurture.models import Goal, NurturePlan
from lantoa.nurture.queries.aims import assessment
from lantoa.nurture.queries.reading import case_of
from lantoa.register.queries.evidence import Display, Reader, displays, words_of


@dataclass(frozen=True, slots=True)
class GoalNow:
    """A goal with what its criterion's verdict is today."""

    goal: Goal
    display: Display | None


@dataclass(frozen=True, slots=True)
class Machine:
    """The verdict of today with the goals it bears on, and what else the tier asks."""

    assessment: Assessment
    goals: tuple[GoalNow, ...]
    others: tuple[Display, ...]

    @property
    def met(self) -> int:
        return sum(one.verdict >= Verdict.MET for one in self.all)

    @property
    def all(self) -> tuple[Display, ...]:
        """Every criterion that is looked at, each once."""
        of_goals = {one.display.criterion.code: one.display for one in self.goals if one.display}
        return (*of_goals.values(), *self.others)


def aim_of(plan: NurturePlan) -> Aim:
    return Aim(plan.edition, plan.tier, plan.year)


def machine(plan: NurturePlan, actor: Actor, book: RecordBook) -> Machine:
    """The verdict from the subject's book, with as many rows as this reader may see."""
    found = assessment(aim_of(plan), plan.prospect.subject, book)
    shown = {one.criterion.code: one for one in displays(found, Reader(actor, book, case_of(plan)))}
    goals = tuple(GoalNow(goal, shown.get(goal.criterion)) for goal in plan.goals.all())
    aimed = {one.goal.criterion for one in goals}
    return Machine(found, goals, tuple(one for code, one in shown.items() if code not in aimed))


def findings(found: Assessment, actor: Actor, book: RecordBook) -> dict[str, Display]:
    """Every criterion of an aim as it stands for the subject today, by its code."""
    code = found.subject
    units = [code] if code in book.units else [post.unit for post in book.posts_of.get(code, [])]
    reader = Reader(actor, book, Case(code, frozenset(units)))
    return {one.criterion.code: one for one in displays(found, reader)}


def frozen(plan: NurturePlan, day: date) -> dict[str, Any]:
    """The verdict as it is now, with its facts in words, to be kept whatever the records become."""
    return frozen_of(assessment(aim_of(plan), plan.prospect.subject), plans.load(plan.edition), day)


def frozen_of(found: Assessment, edition: Plan, day: date) -> dict[str, Any]:
    return {
        "day": day.isoformat(),
        "edition": edition.code,
        "tier": found.tier.code,
        "years": [found.window.first_year, found.window.last_year],
        "verdict": found.verdict.code,
        "holds": [hold.reason for hold in found.holds],
        "findings": [_frozen(finding) for finding in found.findings],
    }


def _frozen(finding: Finding) -> dict[str, Any]:
    """Of a sanction only that there is one: a dossier is read by more people than a record."""
    return {
        "criterion": finding.criterion.code,
        "text": finding.criterion.text,
        "verdict": finding.verdict.code,
        "sentence": finding.reason,
        "rows": [words_of(row) for row in finding.evidence if not isinstance(row, Sanction)],
    }
