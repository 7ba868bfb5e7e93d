"""The person moves in mid-plan: the plan follows once the heads of both units agree."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Deed
from lantoa.notice.workdays import due_after
from lantoa.nurture.actions.holding import held, person_and_mentor, tell_all, write_event
from lantoa.nurture.actions.refusals import (
    AskedAlready,
    HasEnded,
    HasNotMoved,
    NotAsked,
    NotTheirHead,
    SignedAlready,
)
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.nurture.queries.people import DAYS_TO_AGREE, LIVING, headless, moved_to, moving, signers, signs_for
from lantoa.nurture.queries.reading import OPEN_TRANSFER
from lantoa.register.models import Unit


@transaction.atomic
def propose(*, plan: NurturePlan, by: User, at: datetime) -> Transfer:
    """To the unit in which the person works by now, as the record book has it; HasNotMoved, AskedAlready, HasEnded."""
    plan = held(plan, by, Deed.WRITE_NURTURE)
    target = moved_to(plan, localdate(at))
    if plan.stage not in LIVING:
        raise HasEnded(plan)
    if target is None:
        raise HasNotMoved
    return _ask(plan, target, by, at)


@transaction.atomic
def agree(*, transfer: Transfer, by: User, at: datetime) -> Transfer:
    """Sign for the side, or both sides, that the user heads; with both signatures the plan moves.

    Refusals: NotAsked, NotTheirHead, SignedAlready.
    """
    transfer = _held(transfer)
    free, before = headless(transfer, localdate(at)), (transfer.let_go_by_id, transfer.taken_by_id)
    _insist_on_a_side(transfer, by, free)
    if transfer.let_go_by is None and signs_for(by, transfer.source, free):
        transfer.let_go_by, transfer.let_go_at = by, at
    if transfer.taken_by is None and signs_for(by, transfer.target, free):
        transfer.taken_by, transfer.taken_at = by, at
    if before == (transfer.let_go_by_id, transfer.taken_by_id):
        raise SignedAlready
    transfer.save()
    if transfer.let_go_by_id is None or transfer.taken_by_id is None:
        write_event(deed="transfer_signed", plan=transfer.plan, details=_facts(transfer), by=by, at=at)
        return transfer
    _follow(transfer, at)
    write_event(deed="transfer_done", plan=transfer.plan, details=_facts(transfer), by=by, at=at)
    return transfer


@transaction.atomic
def refuse(*, transfer: Transfer, reason: str, by: User, at: datetime) -> Transfer:
    """Either head may say no, and why; the plan stays where it is."""
    transfer = _held(transfer)
    _insist_on_a_side(transfer, by, headless(transfer, localdate(at)))
    transfer.reason, transfer.refused_by, transfer.refused_at = written(reason), by, at
    transfer.save()
    words = _("Đề nghị chuyển kế hoạch bồi dưỡng %(name)s không được đồng ý.")
    tell_all(transfer.plan, f"transfer:{transfer.pk}:no", words, signers(transfer, localdate(at)), at)
    write_event(
        deed="transfer_refused",
        plan=transfer.plan,
        details={**_facts(transfer), "reason": transfer.reason},
        by=by,
        at=at,
    )
    return transfer


def propose_all(*, at: datetime) -> list[Transfer]:
    """For every plan whose person works elsewhere by now; what a head has refused is not asked again by itself."""
    day = localdate(at)
    return [found for plan in moving(day) if (found := _proposed(plan, at))]


@transaction.atomic
def _proposed(plan: NurturePlan, at: datetime) -> Transfer | None:
    plan = (
        NurturePlan.objects.select_for_update(of=("self",))
        .select_related("prospect__subject", "unit__subject")
        .get(pk=plan.pk)
    )
    target = moved_to(plan, localdate(at))
    if target is None or plan.stage not in LIVING or plan.transfers.filter(OPEN_TRANSFER).exists():
        return None
    if plan.transfers.filter(target=target, refused_at__isnull=False).exists():
        return None
    return _ask(plan, target, None, at)


def _ask(plan: NurturePlan, target: Unit, by: User | None, at: datetime) -> Transfer:
    if plan.transfers.filter(OPEN_TRANSFER).exists():
        raise AskedAlready
    transfer = Transfer.objects.create(plan=plan, source=plan.unit, target=target, asked_by=by, asked_at=at)
    words = _("%(name)s đã chuyển đơn vị; kế hoạch bồi dưỡng cần trưởng hai đơn vị đồng ý chuyển theo.")
    day = localdate(at)
    due = due_after(day, DAYS_TO_AGREE)
    tell_all(plan, f"transfer:{transfer.pk}", words, signers(transfer, day), at, due=due)
    write_event(deed="transfer_asked", plan=plan, details=_facts(transfer), by=by, at=at)
    return transfer


def _held(transfer: Transfer) -> Transfer:
    """The transfer and its plan as they are now, held until the end; NotAsked when it is settled."""
    NurturePlan.objects.select_for_update(of=("self",)).get(pk=transfer.plan_id)
    names = ("plan__prospect__subject", "plan__unit__subject", "source__subject", "target__subject")
    found = Transfer.objects.filter(OPEN_TRANSFER, pk=transfer.pk).select_related(*names).first()
    if found is None or found.plan.stage not in LIVING:
        raise NotAsked
    return found


def _insist_on_a_side(transfer: Transfer, by: User, free: Collection[int]) -> None:
    """NotTheirHead, unless the user heads a side and is not the person who moves."""
    is_head = signs_for(by, transfer.source, free) or signs_for(by, transfer.target, free)
    if not is_head or by.person_id == transfer.plan.prospect.subject_id:
        raise NotTheirHead(transfer.source, transfer.target)


def _follow(transfer: Transfer, at: datetime) -> None:
    plan = transfer.plan
    plan.unit = transfer.target
    plan.version += 1
    plan.save(update_fields=["unit", "version"])
    Prospect.objects.filter(pk=plan.prospect_id).update(unit=transfer.target)
    words = _("Kế hoạch bồi dưỡng %(name)s đã chuyển sang %(unit)s.")
    day, unit = localdate(at), transfer.target.subject.name
    to = {*person_and_mentor(plan, day), *signers(transfer, day)}
    tell_all(plan, f"transfer:{transfer.pk}:done", words, to, at, unit=unit)


def _facts(transfer: Transfer) -> dict[str, str]:
    return {"before": transfer.source.subject.code, "after": transfer.target.subject.code}
