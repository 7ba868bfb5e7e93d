"""How a nurture plan ends: ready by the unit's own conclusion, nominated, or an honest "not yet" with its lessons."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.actions import prospects
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.nurture.actions.holding import held, person_and_mentor, step, tell_all, write_event
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.verdicts import frozen


@transaction.atomic
def declare_ready(*, plan: NurturePlan, conclusion: str, by: User, at: datetime) -> NurturePlan:
    """The unit's conclusion, with the machine's verdict of the day kept beside it, whatever the two say."""
    plan = held(plan, by, Deed.APPROVE_NURTURE)
    step(plan, "declare_ready")
    day = localdate(at)
    plan.readiness, plan.machine_facts = written(conclusion), frozen(plan, day)
    plan.machine_verdict = plan.machine_facts["verdict"]
    plan.save()
    prospects.move(prospect=plan.prospect, deed="declare_ready", by=by, at=at)
    tell_all(plan, "ready", _("Đơn vị kết luận %(name)s đã sẵn sàng để đề cử."), person_and_mentor(plan, day), at)
    write_event(
        deed="plan_ready",
        plan=plan,
        details={"conclusion": plan.readiness, "verdict": plan.machine_verdict},
        by=by,
        at=at,
    )
    return plan


@transaction.atomic
def close(*, plan: NurturePlan, lessons: str, by: User, at: datetime) -> NurturePlan:
    """Not yet, and what was learnt; the prospect is a nhân tố mới again and may get another plan."""
    plan = held(plan, by, Deed.APPROVE_NURTURE)
    step(plan, "close")
    plan.lessons, plan.ended_by, plan.ended_at = written(lessons), by, at
    plan.save()
    prospects.move(prospect=plan.prospect, deed="fall_back", by=by, at=at)
    words = _("Kế hoạch bồi dưỡng %(name)s đã kết thúc: lần này chưa đạt. Bài học đã được ghi lại.")
    tell_all(plan, "closed", words, person_and_mentor(plan, localdate(at)), at)
    write_event(deed="plan_closed", plan=plan, details={"lessons": plan.lessons}, by=by, at=at)
    return plan


@transaction.atomic
def nominate(*, plan: NurturePlan, by: User, at: datetime) -> NurturePlan:
    """The plan has done its work; the nomination itself is made by the room above, which calls this."""
    plan = held(plan, by, Deed.NOMINATE)
    step(plan, "nominate")
    plan.ended_by, plan.ended_at = by, at
    plan.save()
    prospects.move(prospect=plan.prospect, deed="nominate", by=by, at=at)
    tell_all(plan, "nominated", _("%(name)s đã được đề cử."), person_and_mentor(plan, localdate(at)), at)
    write_event(deed="plan_nominated", plan=plan, details={"tier": plan.tier, "year": plan.year}, by=by, at=at)
    return plan
