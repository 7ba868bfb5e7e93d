"""The people of a nurture plan: another mentor, and what the person nurtured says to it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.nurture.actions.holding import heads, held, person_and_mentor, tell_all, write_event
from lantoa.nurture.actions.refusals import (
    HasEnded,
    MentorHasLeft,
    MentorIsOneself,
    NothingChanges,
    NotThePerson,
)
from lantoa.nurture.models import NurturePlan, PersonRemark
from lantoa.nurture.queries.people import LIVING, can_mentor
from lantoa.nurture.queries.recipients import people_of
from lantoa.register.models import Person


@transaction.atomic
def change_mentor(*, plan: NurturePlan, mentor: Person, by: User, at: datetime) -> NurturePlan:
    """The head gives the plan another mentor, for instance when the last one has left."""
    plan = held(plan, by, Deed.APPROVE_NURTURE)
    if plan.stage not in LIVING:
        raise HasEnded(plan)
    if mentor.pk == plan.prospect.subject_id:
        raise MentorIsOneself
    if not can_mentor(mentor, localdate(at)):
        raise MentorHasLeft(mentor)
    if mentor.pk == plan.mentor_id:
        raise NothingChanges
    before, plan.mentor, plan.mentor_lost = plan.mentor, mentor, None
    plan.version += 1
    plan.save(update_fields=["mentor", "mentor_lost", "version"])
    words = _("Người hướng dẫn của %(name)s trong kế hoạch bồi dưỡng nay là %(mentor)s.")
    tell_all(plan, "mentor", words, person_and_mentor(plan, localdate(at)), at, mentor=mentor.subject.name)
    facts = {"before": before.subject.code if before else "", "mentor": mentor.subject.code}
    write_event(deed="mentor_changed", plan=plan, details=facts, by=by, at=at)
    return plan


@transaction.atomic
def remark(*, plan: NurturePlan, text: str, by: User, at: datetime) -> PersonRemark:
    """The person (of a unit: who heads it) says something to the own plan; mentor and head hear so."""
    plan = held(plan, by, Deed.SEE_NURTURE)
    people = people_of([plan], [], localdate(at))
    if by.pk not in people.nurtured(plan):
        raise NotThePerson
    made = PersonRemark.objects.create(plan=plan, text=written(text), written_by=by, written_at=at)
    words = _("%(name)s đã ghi ý kiến vào kế hoạch bồi dưỡng.")
    to = {*heads(plan, localdate(at)), *people.mentor(plan)} - {by.pk}
    tell_all(plan, f"remark:{made.pk}", words, to, at)
    write_event(deed="plan_remarked", plan=plan, details={"message": made.text}, by=by, at=at)
    return made
