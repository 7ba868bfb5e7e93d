"""The Principal's part: the list is presented, someone struck, the list sent back or approved; never added to."""

from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Role
from lantoa.domain.stages import DecisionStage, Move, WrongStage
from lantoa.nomination.actions.moving import held as held_nomination
from lantoa.nomination.actions.moving import move
from lantoa.nomination.models import Nomination
from lantoa.notice.actions import tell
from lantoa.recognition.actions.decisions.holding import entitle, held, held_line, insist, step, write_event
from lantoa.recognition.actions.decisions.refusals import (
    ChangedMeanwhile,
    NobodyToRecognise,
    OneselfListed,
    OverBudget,
    OwnDraft,
)
from lantoa.recognition.models import Decision, DecisionItem, Reward, RoundBudget
from lantoa.recognition.queries.decisions.people import accounts_of, holders

LISTED, STRUCK = DecisionItem.State.LISTED, DecisionItem.State.STRUCK
STRIKE = Move("strike", "gạch tên", (DecisionStage.WITH_PRINCIPAL,), DecisionStage.WITH_PRINCIPAL)


@transaction.atomic
def present(*, decision: Decision, by: User, at: datetime) -> Decision:
    """To the Principal; NobodyToRecognise, OverBudget."""
    decision = held(decision)
    step(decision, "present", by)
    if not decision.items.filter(state=LISTED).exists():
        raise NobodyToRecognise
    _within_budget(decision)
    decision.presented_by, decision.presented_at = by, at
    decision.save()
    _tell(decision, Role.PRINCIPAL, _("Dự thảo quyết định chờ bạn duyệt: %(title)s."), at)
    write_event(deed="decision_presented", decision=decision, by=by, at=at)
    return decision


@transaction.atomic
def strike(*, item: DecisionItem, reason: str, by: User, at: datetime) -> DecisionItem:
    """One name off the list, with the reason; a nomination is struck with it. OwnDraft."""
    decision = held(item.decision)
    insist(by, Deed.DECIDE)
    if (stage := DecisionStage(decision.stage)) is not DecisionStage.WITH_PRINCIPAL:
        raise WrongStage(STRIKE, stage)
    _not_ones_own_work(decision, by)
    item = held_line(item, decision)
    item.state, item.reason, item.judged_by, item.judged_at = STRUCK, written(reason), by, at
    item.save(update_fields=["state", "reason", "judged_by", "judged_at"])
    entitle(decision)
    if decision.kind == Decision.Kind.RECOGNISE and item.nomination is not None:
        _tell_struck(decision, item, item.nomination, at)
        move(
            nomination=held_nomination(item.nomination),
            deed="strike",
            event="nomination_struck",
            details={"decision_id": decision.pk},
            reason=item.reason,
            by=by,
            at=at,
        )
    else:
        write_event(
            deed="decision_struck", decision=decision, details={"name": item.name, "reason": item.reason}, by=by, at=at
        )
    return item


@transaction.atomic
def send_back(*, decision: Decision, reason: str, by: User, at: datetime) -> Decision:
    """Back to its makers, who are told why; an approval is taken back with it."""
    decision = held(decision)
    step(decision, "send_back", by)
    decision.note, decision.approved_by, decision.approved_at = written(reason), None, None
    decision.save()
    makers = User.objects.filter(pk__in=[decision.made_by_id, decision.presented_by_id or 0])
    _tell_users(decision, list(makers), _("Hiệu trưởng trả lại dự thảo: %(title)s."), "sent_back", at)
    write_event(deed="decision_sent_back", decision=decision, details={"reason": decision.note}, by=by, at=at)
    return decision


@transaction.atomic
def approve(*, decision: Decision, seen: int | None = None, by: User, at: datetime) -> Decision:
    """The list as it stands goes to the clerk; OwnDraft, OneselfListed, NobodyToRecognise.

    `seen` is the version that was read: ChangedMeanwhile when the list came back as another one.
    """
    decision = held(decision)
    if seen is not None and decision.version != seen:
        raise ChangedMeanwhile(decision)
    step(decision, "approve", by)
    _not_ones_own_work(decision, by)
    listed = decision.items.filter(state=LISTED)
    if not listed.exists():
        raise NobodyToRecognise
    if by.person_id is not None and listed.filter(subject=by.person_id).exists():
        raise OneselfListed
    decision.approved_by, decision.approved_at = by, at
    decision.save()
    _tell(decision, Role.CLERK, _("Quyết định đã duyệt, chờ cho số: %(title)s."), at)
    write_event(deed="decision_approved", decision=decision, details={"subjects": listed.count()}, by=by, at=at)
    return decision


def _tell_struck(decision: Decision, item: DecisionItem, nomination: Nomination, at: datetime) -> None:
    """The nominee, who heads the unit, and who made the list."""
    users = {one.pk: one for one in [*accounts_of([item.subject_id, nomination.unit_id]), decision.made_by]}
    words = _("%(name)s không có trong danh sách công nhận Hiệu trưởng duyệt. Lý do: %(reason)s")
    tell(
        users=users.values(),
        key=f"decision:{decision.pk}:struck:{item.pk}",
        text=words % {"name": item.name, "reason": item.reason},
        address=reverse("nomination", args=[nomination.pk]),
        at=at,
    )


def _not_ones_own_work(decision: Decision, by: User) -> None:
    if by.pk in (decision.made_by_id, decision.presented_by_id):
        raise OwnDraft


def _within_budget(decision: Decision) -> None:
    budget = RoundBudget.objects.filter(round=decision.round_id).first() if decision.round_id else None
    if budget is None:
        return
    rewards = Reward.objects.filter(item__state=LISTED, item__decision__round=decision.round_id)
    others = rewards.exclude(item__decision=decision).exclude(item__decision__stage=DecisionStage.DROPPED.value)
    spent = others.aggregate(sum=Sum("amount"))["sum"] or 0
    asked = rewards.filter(item__decision=decision).aggregate(sum=Sum("amount"))["sum"] or 0
    if asked > budget.amount - spent:
        raise OverBudget(asked, budget.amount - spent)


def _tell(decision: Decision, role: Role, words: str, at: datetime) -> None:
    _tell_users(decision, holders(role), words, role.value, at)


def _tell_users(decision: Decision, users: list[User], words: str, step_name: str, at: datetime) -> None:
    tell(
        users=users,
        key=f"decision:{decision.pk}:{decision.version}:{step_name}",
        text=words % {"title": decision.title},
        address=reverse("decision", args=[decision.pk]),
        at=at,
    )
