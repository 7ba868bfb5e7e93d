"""Measures: what is done by whom by when; added, edited, finished, dropped, taken up again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.queries.tips.owners import has_left
from lantoa.domain.authority import Refused
from lantoa.domain.stages import MeasureStage, WrongStage, moved
from lantoa.domain.vietnamese import fold, match_key
from lantoa.nurture.actions.work.holding import held, insist, tell, write_event
from lantoa.nurture.actions.work.refusals import (
    EDIT_MEASURE,
    ChangedMeanwhile,
    DueBeforeStart,
    NotOfThisPlan,
    OthersWork,
    OwnerLeft,
    SaidAlready,
    because,
    written,
)
from lantoa.nurture.models import Goal, Measure, NurturePlan
from lantoa.nurture.queries.recipients import people_of
from lantoa.nurture.queries.rights import Rights
from lantoa.register.models import Person


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, by whom, from when until when, for which goal."""

    text: str
    owner: Person
    starts: date
    due: date
    goal: Goal | None = None


@transaction.atomic
def add(*, plan: NurturePlan, task: Task, by: User, at: datetime) -> Measure:
    """Refusals: NotAllowed, and those of WorkRefused. The person nurtured adds what they do themselves."""
    plan, rights = held(plan, by)
    insist(plan, rights.add)
    if isinstance(rights.write, Refused) and task.owner.pk != by.person_id:
        raise OthersWork
    _insist_on_sense(plan, task, None, at)
    measure = Measure.objects.create(plan=plan, **_columns(task))
    _tell_owner(measure, plan, by, at)
    write_event(deed="measure_added", plan=plan, details=_details(measure), by=by, at=at)
    return measure


@transaction.atomic
def edit(*, measure: Measure, task: Task, version: int, by: User, at: datetime) -> Measure:
    """As long as it is neither done nor dropped; ChangedMeanwhile when it is another version by now."""
    plan, measure, rights = _held(measure, by)
    insist(plan, rights.write)
    if measure.stage != MeasureStage.PLANNED.value:
        raise WrongStage(EDIT_MEASURE, MeasureStage(measure.stage))
    if measure.version != version:
        raise ChangedMeanwhile
    _insist_on_sense(plan, task, measure, at)
    before, owner = _details(measure), measure.owner_id
    for column, value in _columns(task).items():
        setattr(measure, column, value)
    measure.version += 1
    measure.save()
    if measure.owner_id != owner:
        _tell_owner(measure, plan, by, at)
    write_event(deed="measure_edited", plan=plan, details={"before": before, "after": _details(measure)}, by=by, at=at)
    return measure


@transaction.atomic
def finish(*, measure: Measure, note: str = "", by: User, at: datetime) -> Measure:
    """Its owner says so, or whoever runs the plan."""
    plan, measure, rights = _held(measure, by)
    insist(plan, rights.finish(measure))
    _end(measure, "finish", note.strip(), by, at)
    people = people_of([plan], [], localdate(at))
    words = _("Đã làm xong biện pháp «%(what)s» trong kế hoạch bồi dưỡng %(name)s.")
    ids = [*people.mentor(plan), *people.heading(plan)]
    tell(
        ids=ids,
        plan=plan,
        key=f"measure-done:{measure.pk}:{measure.version}",
        words=words,
        about=_what(measure),
        by=by,
        at=at,
    )
    write_event(deed="measure_finished", plan=plan, details={**_details(measure), "note": measure.note}, by=by, at=at)
    return measure


@transaction.atomic
def drop(*, measure: Measure, reason: str, by: User, at: datetime) -> Measure:
    """It is not done, and why."""
    plan, measure, rights = _held(measure, by)
    insist(plan, rights.write)
    _end(measure, "drop", reason, by, at)
    write_event(deed="measure_dropped", plan=plan, details={**_details(measure), "reason": measure.note}, by=by, at=at)
    return measure


@transaction.atomic
def reopen(*, measure: Measure, by: User, at: datetime) -> Measure:
    """To be done after all, or once more."""
    plan, measure, rights = _held(measure, by)
    insist(plan, rights.write)
    stage = str(moved(MeasureStage(measure.stage), "reopen"))
    measure.stage, measure.ended_by, measure.ended_at, measure.note = stage, None, None, ""
    measure.version += 1
    measure.save()
    _tell_owner(measure, plan, by, at)
    write_event(deed="measure_reopened", plan=plan, details=_details(measure), by=by, at=at)
    return measure


def _held(measure: Measure, by: User) -> tuple[NurturePlan, Measure, Rights]:
    plan, rights = held(measure.plan_id, by)
    found = Measure.objects.select_for_update(of=("self",)).select_related("owner__subject").get(pk=measure.pk)
    return plan, found, rights


def _end(measure: Measure, deed: str, note: str, by: User, at: datetime) -> None:
    stage = str(moved(MeasureStage(measure.stage), deed))
    measure.note = because(note) if deed == "drop" else note
    measure.stage, measure.ended_by, measure.ended_at = stage, by, at
    measure.version += 1
    measure.save()


def _insist_on_sense(plan: NurturePlan, task: Task, measure: Measure | None, at: datetime) -> None:
    """Raises the first thing that cannot be: no words, days out of order, nobody there to do it, the same twice."""
    written(task.text)
    if task.due < task.starts:
        raise DueBeforeStart
    if (measure is None or measure.owner_id != task.owner.pk) and has_left(task.owner.subject, localdate(at)):
        raise OwnerLeft(task.owner)
    if task.goal is not None and task.goal.plan_id != plan.pk:
        raise NotOfThisPlan
    others = plan.measures.exclude(stage=MeasureStage.DROPPED.value).filter(owner=task.owner, due=task.due)
    if measure is not None:
        others = others.exclude(pk=measure.pk)
    if any(match_key(text) == match_key(task.text) for text in others.values_list("text", flat=True)):
        raise SaidAlready


def _columns(task: Task) -> dict[str, Any]:
    text = task.text.strip()
    columns = {"text": text, "search_key": fold(text), "owner": task.owner, "goal": task.goal}
    return columns | {"starts": task.starts, "due": task.due}


def _details(measure: Measure) -> dict[str, Any]:
    owner = measure.owner.subject.code if measure.owner else None
    days = {"starts": measure.starts.isoformat(), "due": measure.due.isoformat()}
    return {"measure": measure.pk, "what": measure.text, "owner": owner, **days}


def _what(measure: Measure) -> dict[str, str]:
    return {"what": measure.text, "day": f"{measure.due:%d/%m/%Y}"}


def _tell_owner(measure: Measure, plan: NurturePlan, by: User, at: datetime) -> None:
    ids = people_of([plan], [measure.owner_id], localdate(at)).of(measure.owner_id)
    words = _("Bạn được giao «%(what)s» trong kế hoạch bồi dưỡng %(name)s, hạn %(day)s.")
    tell(
        ids=ids,
        plan=plan,
        key=f"measure:{measure.pk}:{measure.version}",
        words=words,
        about=_what(measure),
        address=f"/boi-duong/viec/{measure.pk}/",
        by=by,
        at=at,
    )
