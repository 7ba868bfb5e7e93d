"""What nurture plans expect of heads by when, for the notice room: one query where nothing is waited for."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q
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

DECIDED_BY_HEADS = [NurtureStage.WAITING.value, NurtureStage.ACTIVE.value]


def plans(day: date, user: int | None) -> Iterator[Deadline]:
    """Plans to approve, to conclude, to give another mentor, and transfers to answer."""
    moving = Exists(Transfer.objects.filter(OPEN_TRANSFER, plan=OuterRef("pk")))
    asking = Q(stage__in=DECIDED_BY_HEADS) | Q(mentor_lost__isnull=False) | Q(moving=True)
    found = list(plans_with_names().annotate(moving=moving).filter(asking, stage__in=LIVING).order_by("pk"))
    heads = answering(found, day) if found else {}
    for plan in found:
        for key, due, text in _of(plan):
            for head in heads[plan.pk]:
                if user in (None, head):
                    yield Deadline(f"plan:{plan.pk}:{key}", head, due, text, _address(plan))
    yield from _transfers([plan.pk for plan in found if plan.moving], day, user)


def _of(plan: NurturePlan) -> Iterator[tuple[str, date, str]]:
    """Key, day and text of everything that one plan asks of its head."""
    name = {"name": plan.prospect.subject.name}
    if plan.stage == NurtureStage.WAITING.value and plan.sent_at is not None:
        due = due_after(localdate(plan.sent_at), DAYS_TO_APPROVE)
        yield f"approve:{plan.version}", due, _("duyệt kế hoạch bồi dưỡng %(name)s") % name
    if plan.stage == NurtureStage.ACTIVE.value:
        yield "conclude", plan.until, _("kết luận kế hoạch bồi dưỡng %(name)s") % name
    if plan.mentor_lost is not None:
        due = due_after(plan.mentor_lost, DAYS_TO_FIND_A_MENTOR)
        yield f"mentor:{plan.mentor_lost}", due, _("chọn người hướng dẫn mới cho %(name)s") % name


def _transfers(moving: Collection[int], day: date, user: int | None) -> Iterator[Deadline]:
    """Transfers that wait for the heads of those units that have not signed."""
    names = ("plan__prospect__subject", "source", "target")
    found = Transfer.objects.filter(OPEN_TRANSFER, plan__in=moving).select_related(*names).order_by("pk")
    waiting = {one: _unsigned(one) for one in found} if moving else {}
    heads = heads_of({unit for units in waiting.values() for unit in units}, day) if waiting else {}
    users = {head for found in heads.values() for head in found}
    own = dict(User.objects.filter(pk__in=users).values_list("pk", "person")) if users else {}
    for one, units in waiting.items():
        subject, due = one.plan.prospect.subject, due_after(localdate(one.asked_at), DAYS_TO_AGREE)
        text = _("trả lời đề nghị chuyển kế hoạch bồi dưỡng %(name)s") % {"name": subject.name}
        for head in sorted({head for unit in units for head in heads[unit] if own.get(head) != subject.pk}):
            if user in (None, head):
                yield Deadline(f"transfer:{one.pk}", head, due, text, _address(one.plan))


def _unsigned(transfer: Transfer) -> list[int]:
    sides = [(transfer.source_id, transfer.let_go_at), (transfer.target_id, transfer.taken_at)]
    return [unit for unit, signed in sides if signed is None]


def _address(plan: NurturePlan) -> str:
    return reverse("nurture_plan", args=[plan.pk])
