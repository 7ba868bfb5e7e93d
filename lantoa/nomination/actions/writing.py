"""Nominating: with one press from a nurture plan, filled; and the report written anew, nobody's text lost."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Refused, may
from lantoa.nomination.actions.refusals import ChangedMeanwhile
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.listing import report_of
from lantoa.nomination.queries.reading import WITH_NAMES, case_of
from lantoa.nurture.actions import ending
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import assessment
from lantoa.nurture.queries.asking import why_not_nominate
from lantoa.nurture.queries.verdicts import aim_of, frozen_of
from lantoa.register.actions.refusals import NotAllowed


class NotMet(ValueError):
    """The records say no, or the subject is on hold; the message says which criteria."""


class NominatedAlready(ValueError):
    """One nomination a subject, tier and year."""

    def __init__(self) -> None:
        super().__init__(_("Đã có đề cử của người, tập thể này cho bậc và năm đó. Hãy mở đề cử đang có."))


@transaction.atomic
def from_plan(*, plan: NurturePlan, by: User, at: datetime) -> Nomination:
    """A draft with report and frozen verdict; the plan has done its work. WrongStage, NotAllowed, NotMet."""
    plan = ending.nominate(plan=plan, by=by, at=at)
    found = assessment(aim_of(plan), plan.prospect.subject)
    if reason := why_not_nominate(found):
        raise NotMet(reason)
    aim = {"edition": plan.edition, "tier": plan.tier, "year": plan.year}
    if Nomination.objects.filter(subject=plan.prospect.subject_id, **aim).exists():
        raise NominatedAlready
    day = localdate(at)
    verdict = frozen_of(found, plans.load(plan.edition), day)
    nomination = Nomination.objects.create(
        subject=plan.prospect.subject,
        unit=plan.unit,
        plan=plan,
        verdict=verdict,
        text=report_of(plan, verdict, day),
        made_by=by,
        made_at=at,
        written_by=by,
        written_at=at,
        **aim,
    )
    details = {"subject": plan.prospect.subject.code, "plan": plan.pk, "tier": plan.tier, "year": plan.year}
    write_event(deed="nomination_drafted", target=f"nomination:{nomination.pk}", details=details, by=by, at=at)
    return nomination


@transaction.atomic
def write(*, nomination: Nomination, text: str, seen: int, by: User, at: datetime) -> Nomination:
    """Save the report; ChangedMeanwhile when it is another version by now."""
    nomination = Nomination.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES).get(pk=nomination.pk)
    answer = may(actor_of(by), Deed.NOMINATE, case_of(nomination))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    if nomination.version != seen:
        raise ChangedMeanwhile(nomination)
    nomination.text, nomination.version = written(text), seen + 1
    nomination.written_by, nomination.written_at = by, at
    nomination.save()
    details = {"subject": nomination.subject.code, "version": nomination.version}
    write_event(deed="nomination_written", target=f"nomination:{nomination.pk}", details=details, by=by, at=at)
    return nomination
