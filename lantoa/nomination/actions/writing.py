"""Nominating: with one press from a nurture plan, filled; and the report written anew, nobody's text lost."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.nomination.actions.drafting import draft
from lantoa.nomination.actions.holding import held_for, write_event
from lantoa.nomination.actions.refusals import ChangedMeanwhile
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.editing import REPORT
from lantoa.nomination.queries.report import report_of
from lantoa.nurture.actions import ending
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import assessment
from lantoa.nurture.queries.verdicts import aim_of, frozen_of


@transaction.atomic
def from_plan(*, plan: NurturePlan, by: User, at: datetime) -> Nomination:
    """A draft with report and frozen verdict; the plan has done its work. WrongStage, NotAllowed, NotMet."""
    plan = ending.nominate(plan=plan, by=by, at=at)
    aim, subject, day = aim_of(plan), plan.prospect.subject, localdate(at)
    judged = assessment(aim, subject)
    text = report_of(plan, frozen_of(judged, plans.load(plan.edition), day), day)
    return draft(subject=subject, unit=plan.unit, aim=aim, judged=judged, text=text, plan=plan, by=by, at=at)


@transaction.atomic
def write(*, nomination: Nomination, text: str, seen: int, by: User, at: datetime) -> Nomination:
    """Save the report; NotAllowed, NotOpen, NoReason, ChangedMeanwhile when it is another version by now."""
    nomination = held_for(nomination=nomination, part=REPORT, by=by)
    if nomination.version != seen:
        raise ChangedMeanwhile(nomination)
    nomination.text, nomination.version = written(text), seen + 1
    nomination.written_by, nomination.written_at = by, at
    nomination.save()
    write_event(deed="nomination_written", nomination=nomination, details={"version": nomination.version}, by=by, at=at)
    return nomination
