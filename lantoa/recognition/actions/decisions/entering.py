"""What an issued decision does to the record book: recognitions enter it, cease to count, count again."""

from collections.abc import Collection
from datetime import date, datetime
from fractions import Fraction

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.moving import move
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES
from lantoa.recognition.models import Decision, DecisionItem, Reward
from lantoa.register.models import Award, Recognition
from lantoa.register.models.columns import DAY


def enter(*, nomination: Nomination, reference: str, decided_on: date, by: User, at: datetime) -> Recognition:
    """The recognition of a nominee with the number and day of its decision; the caller moves the nomination."""
    return Recognition.objects.create(
        subject=nomination.subject,
        tier=nomination.tier,
        year=nomination.year,
        decision=reference,
        decided=decided_on,
        decided_precision=DAY,
        typed_by=by,
        recorded_at=at,
    )


def held_nominations(items: Collection[DecisionItem]) -> dict[int, Nomination]:
    """Those of the lines, all held before anything is written: in one order, so that nobody waits for another."""
    keys = [item.nomination_id for item in items if item.nomination_id is not None]
    rows = Nomination.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES)
    return {one.pk: one for one in rows.filter(pk__in=keys).order_by("pk")}


def carry_out(
    *,
    decision: Decision,
    items: Collection[DecisionItem],
    nominations: dict[int, Nomination],
    by: User,
    at: datetime,
) -> None:
    """Line by line what the decision says; a correction leaves the record book as it is."""
    for item in items:
        nomination = nominations.get(item.nomination_id or 0)
        match decision.kind:
            case Decision.Kind.RECOGNISE if nomination is not None:
                _recognise(decision, item, nomination, by, at)
            case Decision.Kind.REVOKE:
                _revoke(decision, item, nomination, by, at)
            case Decision.Kind.RESTORE:
                _restore(decision, item, nomination, by, at)


def _recognise(decision: Decision, item: DecisionItem, nomination: Nomination, by: User, at: datetime) -> None:
    day = decision.decided_on or date.min
    item.recognition = enter(nomination=nomination, reference=decision.reference, decided_on=day, by=by, at=at)
    item.save(update_fields=["recognition"])
    for reward in Reward.objects.filter(item=item):
        _pay(reward, decision, item, by, at)
    _move("nomination_recognised", nomination, "recognise", decision, "", by, at)


def _pay(reward: Reward, decision: Decision, item: DecisionItem, by: User, at: datetime) -> None:
    """The amount of the day of the decision; a form that is a commendation enters the record book as one."""
    day, rewards = decision.decided_on or date.min, plans.rewards()
    if reward.multiplier is not None:
        reward.base_salary = rewards.base_salary(day).amount
        reward.amount = rewards.bonus(Fraction(reward.multiplier), day)
    _commend(reward, decision, item, by, at)
    reward.save()


def _commend(reward: Reward, decision: Decision, item: DecisionItem, by: User, at: datetime) -> None:
    forms = [one for one in plans.rewards().forms if one.code == reward.form and one.kind.value == item.subject.kind]
    level = forms[0].level if forms else None
    if level is None:
        return
    reward.award = Award.objects.create(
        subject=item.subject,
        year=item.year,
        text=reward.form_name,
        level=level.value,
        decision=decision.reference,
        decided=decision.decided_on,
        decided_precision=DAY,
        issuer=decision.signer,
        typed_by=by,
        recorded_at=at,
    )


def _revoke(decision: Decision, item: DecisionItem, nomination: Nomination | None, by: User, at: datetime) -> None:
    """The recognition counts for nothing from now on, the commendation with it; money paid is to be recovered."""
    _mark(item, by, at, revoked=True)
    for reward in Reward.objects.filter(item=item.original_id).select_related("award"):
        award, reward.award, reward.to_recover = reward.award, None, reward.amount > 0
        reward.save()
        if award is not None:
            award.delete()
    if nomination is not None and nomination.stage == NominationStage.RECOGNISED.value:
        reason = f"{decision.ground_words}: {decision.reason}"[:2000]
        _move("nomination_revoked", nomination, "revoke", decision, reason, by, at)


def _restore(decision: Decision, item: DecisionItem, nomination: Nomination | None, by: User, at: datetime) -> None:
    """It counts again, for the years it counted for, and so does the commendation; nothing is to be recovered."""
    _mark(item, by, at, revoked=False)
    original = item.original
    for reward in Reward.objects.filter(item=original):
        reward.to_recover, reward.recovered_on = False, None
        if original is not None:
            _commend(reward, original.decision, original, by, at)
        reward.save()
    if nomination is not None and nomination.stage == NominationStage.REVOKED.value:
        _move("nomination_restored", nomination, "restore", decision, decision.reason, by, at)


def _mark(item: DecisionItem, by: User, at: datetime, *, revoked: bool) -> None:
    recognition = item.recognition
    if recognition is not None:
        recognition.revoked, recognition.typed_by, recognition.recorded_at = revoked, by, at
        recognition.save(update_fields=["revoked", "typed_by", "recorded_at"])


def _move(
    event: str, nomination: Nomination, deed: str, decision: Decision, reason: str, by: User, at: datetime
) -> None:
    facts = {"decision": decision.reference}
    move(nomination=nomination, deed=deed, event=event, details=facts, reason=reason, by=by, at=at)
