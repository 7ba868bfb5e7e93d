"""What has changed since the dossiers were sent: reckoned anew, each change answered before the issue."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, may
from lantoa.domain.differences import Change
from lantoa.domain.stages import DecisionStage, Move, WrongStage
from lantoa.recognition.actions.decisions.holding import held, insist, write_event
from lantoa.recognition.actions.decisions.refusals import OneselfListed
from lantoa.recognition.models import Decision, DecisionItem, Difference
from lantoa.recognition.queries.decisions.reckoning import found_now

LISTED = DecisionItem.State.LISTED
OPEN = (DecisionStage.DRAFT, DecisionStage.WITH_PRINCIPAL, DecisionStage.SENT_BACK, DecisionStage.APPROVED)
RECKON = Move("reckon", "đối chiếu lại, giải trình", OPEN, DecisionStage.APPROVED)


@transaction.atomic
def reckon(*, decision: Decision, by: User, at: datetime) -> list[Difference]:
    """Hold every line against the records as they are now; the differences that stand, answered or not."""
    decision = _held_open(decision, by)
    found = stand(decision, localdate(at))
    unanswered = sum(not one.answer for one in found)
    details = {"differences": len(found), "unanswered": unanswered}
    write_event(deed="decision_reckoned", decision=decision, details=details, by=by, at=at)
    return found


@transaction.atomic
def answer(*, decision: Decision, differences: Collection[int], text: str, by: User, at: datetime) -> int:
    """What some of them mean, in one sentence; how many. Nobody answers for oneself."""
    decision = _held_open(decision, by)
    found = list(
        Difference.objects.select_related("item")
        .filter(pk__in=differences, item__decision=decision, stands=True, answer="")
        .order_by("pk")
    )
    if by.person_id is not None and any(one.item.subject_id == by.person_id for one in found):
        raise OneselfListed
    words = written(text)
    Difference.objects.filter(pk__in=[one.pk for one in found]).update(answer=words, answered_by=by, answered_at=at)
    names = [f"{one.item.name}: {one.criterion}" for one in found]
    write_event(
        deed="decision_difference_answered", decision=decision, details={"names": names, "text": words}, by=by, at=at
    )
    return len(found)


def stand(decision: Decision, day: date) -> list[Difference]:
    """Write down what differs now and let the rest be history; an answer stays while its difference is the same."""
    if decision.kind != Decision.Kind.RECOGNISE:
        return []
    items = list(decision.items.filter(state=LISTED).select_related("nomination", "subject"))
    now = {(item.pk, change.criterion): change for item, change in found_now(items, day)}
    standing = Difference.objects.filter(item__decision=decision, stands=True)
    kept = {}
    for one in standing:
        key = (one.item_id, one.criterion)
        if key in now and _is_the_same(one, now[key]):
            kept[key] = one
    standing.exclude(pk__in=[one.pk for one in kept.values()]).update(stands=False)
    Difference.objects.bulk_create(
        Difference(item_id=item, criterion=criterion, before=change.before, now=change.now, found_on=day)
        for (item, criterion), change in now.items()
        if (item, criterion) not in kept
    )
    found = Difference.objects.filter(item__decision=decision, item__state=LISTED, stands=True)
    return list(found.select_related("item").order_by("item", "pk"))


def _is_the_same(one: Difference, change: Change) -> bool:
    return bool(one.before == change.before and one.now == change.now)


def _held_open(decision: Decision, by: User) -> Decision:
    decision = held(decision)
    if not any(may(actor_of(by), deed) for deed in (Deed.DECIDE, Deed.ISSUE_DECISION)):
        insist(by, Deed.DRAFT_DECISION)
    if (stage := DecisionStage(decision.stage)) not in OPEN:
        raise WrongStage(RECKON, stage)
    return decision
