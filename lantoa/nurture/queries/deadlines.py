"""What nurture plans expect of heads and of those who go on with them, for the notice room."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.domain.stages import NurtureStage
from lantoa.notice.queries.deadlines import Deadline
from lantoa.notice.workdays import due_after
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.nurture.queries.asking import DAYS_TO_APPROVE
from lantoa.nurture.queries.people import DAYS_TO_AGREE, DAYS_TO_FIND_A_MENTOR, LIVING, answering
from lantoa.nurture.queries.reading import OPEN_TRANSFER, plans_with_names


def approvals(day: date, user: int | None) -> Iterator[Deadline]:
    """Plans that wait for the head."""
    found = plans_with_names().filter(stage=NurtureStage.WAITING.value, sent_at__isnull=False)
    for plan, head in _asked(found, day, user):
        if plan.sent_at is not None:
            due = due_after(localdate(plan.sent_at), DAYS_TO_APPROVE)
            text = _("duyệt kế hoạch bồi dưỡng %(name)s") % {"name": plan.prospect.subject.name}
            yield Deadline(f"plan:{plan.pk}:approve:{plan.version}", head, due, text, _address(plan))


def conclusions(day: date, user: int | None) -> Iterator[Deadline]:
    """Plans in force: at their end the head concludes."""
    for plan, head in _asked(plans_with_names().filter(stage=NurtureStage.ACTIVE.value), day, user):
        text = _("kết luận kế hoạch bồi dưỡng %(name)s") % {"name": plan.prospect.subject.name}
        yield Deadline(f"plan:{plan.pk}:conclude", head, plan.until, text, _address(plan))


def mentors(day: date, user: int | None) -> Iterator[Deadline]:
    """Plans whose mentor has left, as the daily look found."""
    found = plans_with_names().filter(stage__in=LIVING, mentor_lost__isnull=False)
    for plan, head in _asked(found, day, user):
        due = due_after(plan.mentor_lost or day, DAYS_TO_FIND_A_MENTOR)
        text = _("chọn người hướng dẫn mới cho %(name)s") % {"name": plan.prospect.subject.name}
        yield Deadline(f"plan:{plan.pk}:mentor:{plan.mentor_lost}", head, due, text, _address(plan))


def transfers(day: date, user: int | None) -> Iterator[Deadline]:
    """Transfers that wait for the head of either unit."""
    names = ("plan__prospect__subject", "source", "target")
    found = list(Transfer.objects.filter(OPEN_TRANSFER, plan__stage__in=LIVING).select_related(*names).order_by("pk"))
    if not found:
        return
    heads = heads_of({unit for one in found for unit in (one.source_id, one.target_id)}, day)
    own = dict(User.objects.filter(person__isnull=False).filter(_heads(heads)).values_list("pk", "person"))
    for one in found:
        waiting = [one.source_id] if one.let_go_at is None else []
        waiting += [one.target_id] if one.taken_at is None else []
        subject = one.plan.prospect.subject
        able = sorted({head for unit in waiting for head in heads[unit] if own.get(head) != subject.pk})
        text = _("trả lời đề nghị chuyển kế hoạch bồi dưỡng %(name)s") % {"name": subject.name}
        for head in able:
            if user in (None, head):
                due = due_after(localdate(one.asked_at), DAYS_TO_AGREE)
                yield Deadline(f"transfer:{one.pk}", head, due, text, _address(one.plan))


def _asked(found: QuerySet[NurturePlan], day: date, user: int | None) -> Iterator[tuple[NurturePlan, int]]:
    """Each plan with each account that answers for it."""
    plans = list(found.order_by("pk"))
    heads = answering(plans, day) if plans else {}
    for plan in plans:
        for head in heads[plan.pk]:
            if user in (None, head):
                yield plan, head


def _heads(heads: dict[int, list[int]]) -> Q:
    return Q(pk__in={user for users in heads.values() for user in users})


def _address(plan: NurturePlan) -> str:
    return reverse("nurture_plan", args=[plan.pk])
