"""Signals and prospects for the tests: rows that let a rule speak, and a prospect at each step of its life."""

from typing import Any

from lantoa.discovery.actions import prospects, runs
from lantoa.discovery.models import Prospect, Signal, SignalRun
from lantoa.domain.stages import ProspectStage
from lantoa.register.models import Person, Unit
from tests import cast as people
from tests.cast import NOW, Cast

YEAR = 2024
LATER = {
    ProspectStage.NURTURED: "nurture",
    ProspectStage.READY: "declare_ready",
    ProspectStage.NOMINATED: "nominate",
}


def rising(who: Person | Unit) -> None:
    """Ratings of three years that let the rule of rising ratings speak."""
    grades = ("HTNV", "HTTNV", "HTXSNV")
    for year, grade in zip(range(YEAR - 2, YEAR + 1), grades, strict=True):
        people.rating(who, year, grade)


def refreshed() -> SignalRun:
    run = runs.ask(year=YEAR, by=None, at=NOW)
    assert run
    return runs.carry_out(run=run, whole=True, at=NOW)


def signal(who: Person | Unit, cast: Cast, stage: str = "new", rule: str = "rising", **columns: Any) -> Signal:
    """A signal on file, judged by the officer unless it is new."""
    judged = {} if stage == "new" else {"judged_by": cast.officer, "judged_at": NOW, "reason": "vì"}
    known = {"sentence": "Xếp loại lên dần 3 năm.", "rows": [["Xếp loại", 1, "Xếp loại năm 2024"]]}
    return Signal.objects.create(
        subject=who.subject, rule=rule, year=YEAR, found_at=NOW, stage=stage, **known | judged | columns
    )


def prospect(who: Person | Unit, cast: Cast, stage: ProspectStage = ProspectStage.FOUND) -> Prospect:
    """Found by the officer at a meeting, and brought to that stage."""
    made = prospects.find(subject=who.subject, grounds="Họp bộ môn 05/01/2026", by=cast.officer, at=NOW)
    if stage is ProspectStage.SET_ASIDE:
        return prospects.set_aside(prospect=made, reason="Chuyển việc khác", by=cast.officer, at=NOW)
    if stage is not ProspectStage.FOUND:
        made = prospects.choose(prospect=made, decision="Biên bản số 3", by=cast.officer, at=NOW)
    order = list(ProspectStage)
    for target, deed in LATER.items():
        if order.index(target) <= order.index(stage):
            made = prospects.move(prospect=made, deed=deed, by=cast.officer, at=NOW)
    return made
