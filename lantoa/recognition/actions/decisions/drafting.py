"""The draft of a decision: made from those recommended in a round, written, someone left for later, dropped."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.stages import NominationStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.reading import WITH_NAMES
from lantoa.recognition.actions.decisions.holding import (
    entitle,
    held,
    held_line,
    held_to_edit,
    insist,
    step,
    write_event,
)
from lantoa.recognition.actions.decisions.refusals import (
    ChangedMeanwhile,
    ListedAlready,
    MinisterDecides,
    NobodyToRecognise,
    NotRecommended,
)
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.recognition.queries.decisions.texts import basis_of, title_of

LISTED, LEFT_OUT = DecisionItem.State.LISTED, DecisionItem.State.LEFT_OUT


@transaction.atomic
def draft(*, of: Round, nominations: Collection[int], by: User, at: datetime) -> Decision:
    """A list of those recommended in a round; NobodyToRecognise, NotRecommended, ListedAlready, MinisterDecides."""
    insist(by, Deed.DRAFT_DECISION)
    if plans.load(of.edition).procedure.path(of.tier).proposed_from:
        raise MinisterDecides
    decision = Decision.objects.create(
        edition=of.edition,
        round=of,
        title=(title := title_of(of)),
        search_key=fold(title),
        basis=basis_of(of, localdate(at)),
        made_by=by,
        made_at=at,
    )
    listed = _list(decision, nominations)
    details = {"title": title, "subjects": len(listed), "names": listed}
    write_event(deed="decision_drafted", decision=decision, details=details, by=by, at=at)
    return decision


@transaction.atomic
def gather(*, decision: Decision, nominations: Collection[int], by: User, at: datetime) -> Decision:
    """More of those recommended in the round join a list that is still a draft."""
    decision = held_to_edit(decision, by)
    listed = _list(decision, nominations)
    decision.version += 1
    decision.save(update_fields=["version"])
    write_event(deed="decision_gathered", decision=decision, details={"names": listed}, by=by, at=at)
    return decision


@transaction.atomic
def rewrite(*, decision: Decision, title: str, basis: str, seen: int, by: User, at: datetime) -> Decision:
    """Its words; ChangedMeanwhile when it is another version by now."""
    decision = held_to_edit(decision, by)
    if decision.version != seen:
        raise ChangedMeanwhile(decision)
    decision.title, decision.basis, decision.search_key = written(title), basis.strip(), fold(title)
    decision.version += 1
    decision.save(update_fields=["title", "basis", "search_key", "version"])
    write_event(
        deed="decision_rewritten",
        decision=decision,
        details={"title": decision.title, "version": decision.version},
        by=by,
        at=at,
    )
    return decision


@transaction.atomic
def leave_out(*, item: DecisionItem, reason: str, by: User, at: datetime) -> DecisionItem:
    """Not on this list; the nomination stays recommended and may join another one."""
    decision = held_to_edit(item.decision, by)
    item = held_line(item, decision)
    item.state, item.reason, item.judged_by, item.judged_at = LEFT_OUT, written(reason), by, at
    item.save(update_fields=["state", "reason", "judged_by", "judged_at"])
    entitle(decision)
    write_event(
        deed="decision_left_out", decision=decision, details={"name": item.name, "reason": item.reason}, by=by, at=at
    )
    return item


@transaction.atomic
def drop(*, decision: Decision, reason: str, by: User, at: datetime) -> Decision:
    """The draft is given up; those on it wait for another one."""
    decision = held(decision)
    step(decision, "drop", by)
    decision.note = written(reason)
    decision.items.filter(state=LISTED).update(state=LEFT_OUT, reason=decision.note, judged_by=by, judged_at=at)
    decision.save()
    write_event(deed="decision_dropped", decision=decision, details={"reason": decision.note}, by=by, at=at)
    return decision


def _list(decision: Decision, nominations: Collection[int]) -> list[str]:
    """Put them on the list, each once; the names of those who are on it now."""
    found = _recommended(decision, nominations)
    there = DecisionItem.objects.filter(nomination__in=found, kind=decision.kind)
    for item in there.filter(state=LISTED).order_by("pk")[:1]:
        raise ListedAlready(item.name)
    there.filter(decision=decision, state=LEFT_OUT).delete()
    DecisionItem.objects.bulk_create(_item(decision, one) for one in found)
    return [one.subject.name for one in found]


def _recommended(decision: Decision, nominations: Collection[int]) -> list[Nomination]:
    """Held in one order, so that two lists do not wait for each other."""
    rows = Nomination.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES)
    found = list(rows.filter(pk__in=nominations, round=decision.round).order_by("pk"))
    if not found:
        raise NobodyToRecognise
    for one in found:
        if one.stage != NominationStage.RECOMMENDED.value:
            raise NotRecommended(one.subject.name)
    return _in_order(found)


def _in_order(found: Iterable[Nomination]) -> list[Nomination]:
    """Collectives first, then individuals by name, as a decision lists them."""
    return sorted(found, key=lambda one: (one.subject.kind, one.subject.sort_key))


def _item(decision: Decision, one: Nomination) -> DecisionItem:
    is_unit = one.subject_id == one.unit_id
    return DecisionItem(
        decision=decision,
        kind=decision.kind,
        subject=one.subject,
        tier=one.tier,
        year=one.year,
        name=one.subject.name,
        unit_name="" if is_unit else one.unit.subject.name,
        nomination=one,
    )
