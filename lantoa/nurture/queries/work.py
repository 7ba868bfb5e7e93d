"""The work inside a plan as one reader sees it: six sections in six queries, what may be done, whose turn it is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from lantoa.accounts.models import User
from lantoa.domain.authority import Refused
from lantoa.domain.quarters import Quarter, quarters
from lantoa.domain.stages import MeasureStage, ShortcomingStage, moves_from
from lantoa.nurture.models import (
    Encouragement,
    Measure,
    MentorNote,
    NurturePlan,
    QuarterReview,
    Shortcoming,
    Support,
)
from lantoa.nurture.queries.rights import Answer, Rights, going, rights_of

PARTS = ("measures", "support", "shortcomings", "notes", "reviews", "encouragement")


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure, its days left, and what this reader may do to it now."""

    measure: Measure
    days: int
    deeds: frozenset[str]


@dataclass(frozen=True, slots=True)
class ShortcomingRow:
    """A shortcoming, its days left, what this reader may do to it now, and why not confirm."""

    shortcoming: Shortcoming
    days: int
    deeds: frozenset[str]
    confirm: Answer


@dataclass(frozen=True, slots=True)
class Work:
    """Everything of the work that the reader may see; `may_write` and `may_add` already know the plan's stage."""

    plan: NurturePlan
    rights: Rights
    going: Answer
    measures: list[MeasureRow]
    supports: list[Support]
    shortcomings: list[ShortcomingRow]
    notes: list[MentorNote]
    reviews: list[QuarterReview]
    encouragements: list[Encouragement]
    unreviewed: list[Quarter]

    @property
    def may_write(self) -> bool:
        return bool(self.going) and bool(self.rights.write)

    @property
    def may_add(self) -> bool:
        return bool(self.going) and bool(self.rights.add)

    @property
    def why_not(self) -> str:
        """Why nothing can be added just now, for those who otherwise could."""
        return self.going.reason if self.rights.add and isinstance(self.going, Refused) else ""

    @property
    def money(self) -> int:
        return sum(support.amount or 0 for support in self.supports)

    @property
    def done(self) -> int:
        return sum(row.measure.stage == MeasureStage.DONE.value for row in self.measures)

    @property
    def counted(self) -> int:
        """Measures that were not dropped."""
        return sum(row.measure.stage != MeasureStage.DROPPED.value for row in self.measures)


def sections(plan: NurturePlan, user: User, day: date) -> dict[str, Any]:
    """What the templates of nurture/work want to know; `plan` comes with names."""
    return {"plan": plan, "work": work_of(plan, user, day)}


def work_of(plan: NurturePlan, user: User, day: date) -> Work:
    rights, when = rights_of(plan, user), going(plan)
    reviews = list(plan.reviews.select_related("written_by"))
    return Work(
        plan=plan,
        rights=rights,
        going=when,
        measures=[_measure(one, rights, when, day) for one in measures_of(plan)],
        supports=list(plan.supports.select_related("recorded_by")),
        shortcomings=[_shortcoming(one, rights, when, day) for one in shortcomings_of(plan)],
        notes=list(readable(user).filter(plan=plan).select_related("written_by")),
        reviews=reviews,
        encouragements=list(plan.encouragements.select_related("recorded_by")),
        unreviewed=unreviewed(plan, {Quarter(one.year, one.quarter) for one in reviews}, day),
    )


def readable(user: User) -> Any:
    """Notes that the user may read of plans the user may see: a private one is its writer's alone."""
    return MentorNote.objects.filter(Q(is_private=False) | Q(written_by=user))


def measures_of(plan: NurturePlan) -> list[Measure]:
    """What is still to be done first, by its due day."""
    found = plan.measures.select_related("owner__subject", "goal__plan", "ended_by")
    return sorted(found, key=lambda one: (one.stage != MeasureStage.PLANNED.value, one.due, one.pk))


def shortcomings_of(plan: NurturePlan) -> list[Shortcoming]:
    """Confirmed ones last."""
    found = plan.shortcomings.select_related("remedied_by", "confirmed_by")
    return sorted(found, key=lambda one: (one.stage == ShortcomingStage.CONFIRMED.value, one.due, one.pk))


def unreviewed(plan: NurturePlan, reviewed: set[Quarter], day: date) -> list[Quarter]:
    """Quarters of the plan that have begun and have no review yet, the oldest first."""
    return [quarter for quarter in quarters(plan.since, min(plan.until, day)) if quarter not in reviewed]


def _measure(measure: Measure, rights: Rights, when: Answer, day: date) -> MeasureRow:
    stage = MeasureStage(measure.stage)
    able = {"finish"} if rights.finish(measure) else set()
    if rights.write:
        able |= {"edit", "drop", "reopen"}
    next_ones = {move.deed for move in moves_from(stage)} | ({"edit"} if stage is MeasureStage.PLANNED else set())
    return MeasureRow(measure, (measure.due - day).days, frozenset(able & next_ones if when else ()))


def _shortcoming(shortcoming: Shortcoming, rights: Rights, when: Answer, day: date) -> ShortcomingRow:
    stage = ShortcomingStage(shortcoming.stage)
    able = {"remedy"} if rights.add else set()
    if rights.write:
        able.add("edit")
    if rights.judge:
        able |= {"confirm", "reopen"}
    next_ones = {move.deed for move in moves_from(stage)} | ({"edit"} if stage is ShortcomingStage.OPEN else set())
    deeds = frozenset(able & next_ones if when else ())
    return ShortcomingRow(shortcoming, (shortcoming.due - day).days, deeds, rights.confirm(shortcoming))
