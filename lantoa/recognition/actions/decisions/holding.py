"""What every deed about a decision begins and ends with: the row held, the right, the step, the event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import MOVES, DecisionStage, Move, WrongStage, moved
from lantoa.domain.vietnamese import fold
from lantoa.recognition.actions.decisions.refusals import NotListed
from lantoa.recognition.models import Decision, DecisionItem, Reward
from lantoa.recognition.queries.decisions.texts import title_of
from lantoa.register.actions.refusals import NotAllowed

EDIT = Move("edit", "sửa dự thảo", (DecisionStage.DRAFT, DecisionStage.SENT_BACK), DecisionStage.DRAFT)


def insist(by: User, deed: Deed) -> None:
    """NotAllowed, with the reason, unless the user may do that deed."""
    answer = may(actor_of(by), deed)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def held(decision: Decision) -> Decision:
    """The decision as it is now, held until the transaction ends."""
    return Decision.objects.select_for_update(of=("self",)).select_related("round").get(pk=decision.pk)


def held_to_edit(decision: Decision, by: User) -> Decision:
    """The same, for a list that is still its maker's to change; WrongStage, NotAllowed."""
    decision = held(decision)
    insist(by, Deed.DRAFT_DECISION)
    if (stage := DecisionStage(decision.stage)) not in EDIT.sources:
        raise WrongStage(EDIT, stage)
    return decision


def held_line(item: DecisionItem, decision: Decision) -> DecisionItem:
    """A line of a held decision as it is now; NotListed when it was taken off meanwhile."""
    lines = decision.items.select_related("nomination").filter(state=DecisionItem.State.LISTED)
    found = lines.filter(pk=item.pk).first()
    if found is None:
        raise NotListed(item.name)
    return found


def step(decision: Decision, deed: str, by: User) -> None:
    """Along one arrow of the life, by who may; WrongStage, NotAllowed. Nothing is saved yet."""
    decision.stage = str(moved(DecisionStage(decision.stage), deed))
    needs = MOVES[DecisionStage][deed].needs
    if needs is not None:
        insist(by, needs)
    decision.version += 1


def entitle(decision: Decision) -> None:
    """A title that nobody wrote by hand says whether the decision commends anybody on its list."""
    if decision.kind != Decision.Kind.RECOGNISE or decision.round is None:
        return
    plain, commending = (title_of(decision.round, commends=one) for one in (False, True))
    listed = Reward.objects.filter(item__decision=decision, item__state=DecisionItem.State.LISTED)
    title = commending if listed.exists() else plain
    if decision.title in (plain, commending) and decision.title != title:
        decision.title, decision.search_key = title, fold(title)
        decision.version += 1
        decision.save(update_fields=["title", "search_key", "version"])


def write_event(
    *, deed: str, decision: Decision, details: Mapping[str, Any] | None = None, by: User, at: datetime
) -> None:
    record(deed=deed, target=f"decision:{decision.pk}", details=dict(details or {}), by=by, at=at)
