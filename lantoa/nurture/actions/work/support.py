"""What the unit gives: time, money, training, an assignment; recorded once it is given."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.vietnamese import match_key
from lantoa.nurture.actions.work.holding import held, insist, write_event
from lantoa.nurture.actions.work.refusals import (
    MOST_MONEY,
    NotYetHappened,
    SaidAlready,
    WrongAmount,
    because,
    written,
)
from lantoa.nurture.models import NurturePlan, Support


@transaction.atomic
def give(
    *, plan: NurturePlan, kind: str, text: str, given_on: date, amount: int | None = None, by: User, at: datetime
) -> Support:
    """Money is given with its amount in đồng, everything else without. Refusals: NotAllowed, WorkRefused."""
    plan, rights = held(plan, by)
    insist(plan, rights.write)
    words = written(text)
    _insist_on_amount(kind, amount)
    if given_on > localdate(at):
        raise NotYetHappened("given_on")
    same = plan.supports.filter(kind=kind, given_on=given_on, amount=amount)
    if any(match_key(known) == match_key(words) for known in same.values_list("text", flat=True)):
        raise SaidAlready
    support = Support.objects.create(
        plan=plan, kind=kind, text=words, amount=amount, given_on=given_on, recorded_by=by, recorded_at=at
    )
    details = {"kind": support.get_kind_display(), "what": words, "amount": amount, "on": given_on.isoformat()}
    write_event(deed="support_given", plan=plan, details=details, by=by, at=at)
    return support


@transaction.atomic
def withdraw(*, support: Support, reason: str, by: User, at: datetime) -> None:
    """Take out what was recorded by mistake; the event keeps what it was."""
    plan, rights = held(support.plan_id, by)
    insist(plan, rights.write)
    why = because(reason)
    known = Support.objects.select_for_update().get(pk=support.pk)
    facts = {"kind": known.get_kind_display(), "what": known.text, "amount": known.amount}
    known.delete()
    write_event(
        deed="support_withdrawn",
        plan=plan,
        details={**facts, "on": known.given_on.isoformat(), "reason": why},
        by=by,
        at=at,
    )


def _insist_on_amount(kind: str, amount: int | None) -> None:
    if kind != Support.Kind.MONEY.value:
        if amount is not None:
            raise WrongAmount(_("Chỉ kinh phí mới ghi số tiền. Hãy đổi loại hoặc để trống số tiền."))
        return
    if amount is None:
        raise WrongAmount(_("Hãy ghi số tiền, tính bằng đồng."))
    if amount <= 0:
        raise WrongAmount(_("Số tiền phải lớn hơn 0."))
    if amount > MOST_MONEY:
        raise WrongAmount(_("Số tiền quá lớn (hơn một nghìn tỷ đồng). Hãy xem lại số chữ số."))
