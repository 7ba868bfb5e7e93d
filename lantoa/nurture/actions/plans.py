"""A nurture plan until it is in force: drafted, written anew, sent, returned, approved, changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.actions import prospects
from lantoa.discovery.actions.refusals import insist_about, written
from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim, GoalText
from lantoa.domain.stages import Move, NurtureStage, WrongStage
from lantoa.notice.workdays import due_after
from lantoa.nurture.actions.holding import heads, held, person_and_mentor, step, tell_all, write_event
from lantoa.nurture.actions.refusals import (
    ChangedMeanwhile,
    MentorHasLeft,
    MentorIsOneself,
    NoGoals,
    NoMentor,
    OwnDraft,
    WasApproved,
    in_order,
)
from lantoa.nurture.models import Goal, NurturePlan
from lantoa.nurture.queries.asking import DAYS_TO_APPROVE
from lantoa.nurture.queries.people import can_mentor
from lantoa.register.models import Person, Subject

REWRITE = Move("rewrite", "sửa, xoá bản nháp", (NurtureStage.DRAFT,), NurtureStage.DRAFT)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a plan says: the tier aimed at, the days, who mentors, the goals."""

    aim: Aim
    since: date
    until: date
    mentor: Person | None
    goals: tuple[GoalText, ...]


@transaction.atomic
def draft(*, prospect: Prospect, terms: Terms, by: User, at: datetime) -> NurturePlan:
    """A plan for a chosen prospect, which from now on is being nurtured; WrongStage, NotAllowed, and those of terms."""
    insist_about(by, Deed.WRITE_NURTURE, prospect, localdate(at))
    _check(terms, prospect.subject, localdate(at))
    prospect = prospects.move(prospect=prospect, deed="nurture", by=by, at=at)
    plan = NurturePlan(prospect=prospect, unit=prospect.unit, made_by=by, made_at=at)
    _write(plan, terms)
    write_event(deed="plan_drafted", plan=plan, details=_facts(terms), by=by, at=at)
    return plan


@transaction.atomic
def rewrite(*, plan: NurturePlan, terms: Terms, seen: int, by: User, at: datetime) -> NurturePlan:
    """Write a draft anew; ChangedMeanwhile when it is another version by now."""
    plan = _held_draft(plan, by)
    _insist_on_version(plan, seen)
    _check(terms, plan.prospect.subject, localdate(at))
    plan.version += 1
    _write(plan, terms)
    write_event(deed="plan_rewritten", plan=plan, details=_facts(terms), by=by, at=at)
    return plan


@transaction.atomic
def discard(*, plan: NurturePlan, by: User, at: datetime) -> None:
    """Throw away a draft that was never in force; its prospect is a nhân tố mới again. WasApproved."""
    plan = _held_draft(plan, by)
    if plan.approved_at is not None:
        raise WasApproved
    number = plan.pk
    prospects.move(prospect=plan.prospect, deed="fall_back", by=by, at=at)
    plan.delete()
    plan.pk = number
    write_event(deed="plan_discarded", plan=plan, by=by, at=at)


@transaction.atomic
def send(*, plan: NurturePlan, by: User, at: datetime) -> NurturePlan:
    """To the head; the clock of the approval begins. NoGoals, NoMentor, MentorHasLeft."""
    plan = held(plan, by, Deed.WRITE_NURTURE)
    step(plan, "send")
    _insist_on_whole(plan, localdate(at))
    _to_the_head(plan, by, at)
    write_event(deed="plan_sent", plan=plan, by=by, at=at)
    return plan


@transaction.atomic
def take_to_draft(*, plan: NurturePlan, reason: str, by: User, at: datetime) -> NurturePlan:
    """The head returns it, and says what is missing."""
    plan = held(plan, by, Deed.APPROVE_NURTURE)
    step(plan, "return")
    plan.return_reason = written(reason)
    plan.save()
    words = _("Kế hoạch bồi dưỡng %(name)s được trả lại để sửa.")
    tell_all(plan, "returned", words, {plan.sent_by_id or plan.made_by_id, plan.made_by_id}, at)
    write_event(deed="plan_returned", plan=plan, details={"reason": plan.return_reason}, by=by, at=at)
    return plan


@transaction.atomic
def approve(*, plan: NurturePlan, by: User, at: datetime) -> NurturePlan:
    """In force: person and mentor hear of it. Who sent it signs only as the head of its unit; OwnDraft."""
    plan = held(plan, by, Deed.APPROVE_NURTURE)
    step(plan, "approve")
    _insist_on_whole(plan, localdate(at))
    if plan.sent_by_id == by.pk and plan.unit.subject.code not in actor_of(by).units:
        raise OwnDraft
    plan.approved_by, plan.approved_at = by, at
    plan.approved_terms, plan.change_reason = terms_in_words(plan), ""
    plan.save()
    words = _("Kế hoạch bồi dưỡng %(name)s đã được duyệt, bắt đầu thực hiện.")
    tell_all(plan, "approved", words, {*person_and_mentor(plan, localdate(at)), plan.made_by_id}, at)
    write_event(deed="plan_approved", plan=plan, details={"year": plan.year, "tier": plan.tier}, by=by, at=at)
    return plan


@transaction.atomic
def change(*, plan: NurturePlan, terms: Terms, reason: str, seen: int, by: User, at: datetime) -> NurturePlan:
    """A plan in force gets other terms, and goes back to the head, who sees them beside those approved."""
    plan = held(plan, by, Deed.WRITE_NURTURE)
    step(plan, "change")
    _insist_on_version(plan, seen + 1)
    _check(terms, plan.prospect.subject, localdate(at))
    plan.change_reason = written(reason)
    _write(plan, terms)
    _insist_on_whole(plan, localdate(at))
    _to_the_head(plan, by, at)
    write_event(deed="plan_changed", plan=plan, details={"reason": plan.change_reason, **_facts(terms)}, by=by, at=at)
    return plan


def terms_in_words(plan: NurturePlan) -> dict[str, Any]:
    """What the plan says, as JSON keeps it."""
    return {
        "tier": plan.tier,
        "year": plan.year,
        "edition": plan.edition,
        "since": plan.since.isoformat(),
        "until": plan.until.isoformat(),
        "mentor": plan.mentor.subject.name if plan.mentor else "",
        "goals": [goal.words for goal in plan.goals.all()],
    }


def _held_draft(plan: NurturePlan, by: User) -> NurturePlan:
    plan = held(plan, by, Deed.WRITE_NURTURE)
    if plan.stage != NurtureStage.DRAFT.value:
        raise WrongStage(REWRITE, NurtureStage(plan.stage))
    return plan


def _insist_on_version(plan: NurturePlan, seen: int) -> None:
    if plan.version != seen:
        raise ChangedMeanwhile(NurturePlan.objects.get(pk=plan.pk))


def _insist_on_whole(plan: NurturePlan, day: date) -> None:
    if not plan.goals.exists():
        raise NoGoals
    if plan.mentor is None:
        raise NoMentor
    if not can_mentor(plan.mentor, day):
        raise MentorHasLeft(plan.mentor)


def _check(terms: Terms, subject: Subject, day: date) -> None:
    """DaysOutOfOrder, MentorIsOneself, MentorHasLeft, or OutsidePlan for a year the edition does not have."""
    in_order(terms.since, terms.until)
    edition = plans.load(terms.aim.edition)
    edition.window(edition.tier(terms.aim.tier), terms.aim.year)
    if terms.mentor is None:
        return
    if terms.mentor.pk == subject.pk:
        raise MentorIsOneself
    if not can_mentor(terms.mentor, day):
        raise MentorHasLeft(terms.mentor)


def _write(plan: NurturePlan, terms: Terms) -> None:
    plan.edition, plan.tier, plan.year = terms.aim.edition, terms.aim.tier, terms.aim.year
    plan.since, plan.until, plan.mentor, plan.mentor_lost = terms.since, terms.until, terms.mentor, None
    plan.save()
    _set_goals(plan, terms.goals)


def _set_goals(plan: NurturePlan, goals: tuple[GoalText, ...]) -> None:
    """Goals on file stay the same rows, because measures hang on them."""
    known = {goal.pk: goal for goal in plan.goals.all()}
    plan.goals.exclude(pk__in=[goal.id for goal in goals if goal.id in known]).delete()
    for goal in goals:
        row = known.get(goal.id or 0) or Goal(plan=plan)
        row.criterion, row.text = goal.criterion, goal.text
        row.save()


def _to_the_head(plan: NurturePlan, by: User, at: datetime) -> None:
    plan.sent_by, plan.sent_at, plan.return_reason = by, at, ""
    plan.save()
    day = localdate(at)
    words = _("Kế hoạch bồi dưỡng %(name)s chờ bạn duyệt.")
    tell_all(plan, "sent", words, heads(plan, day), at, due=due_after(day, DAYS_TO_APPROVE))


def _facts(terms: Terms) -> dict[str, Any]:
    return {
        "tier": terms.aim.tier,
        "year": terms.aim.year,
        "mentor": terms.mentor.subject.code if terms.mentor else "",
        "since": terms.since.isoformat(),
        "until": terms.until.isoformat(),
        "goals": len(terms.goals),
    }
