"""The one way in which a nomination changes its stage: the arrow, the right, the hold, the event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import MOVES, NominationStage, moved
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES, case_of, holds_on
from lantoa.register.actions.refusals import NotAllowed

STOPPED_BY_A_HOLD = {"send", "resend", "propose", "verify", "post", "clear", "recommend", "submit", "recognise"}


def held(nomination: Nomination) -> Nomination:
    """The nomination as it is now, held until the transaction ends."""
    return Nomination.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES).get(pk=nomination.pk)


def insist(by: User, deed: Deed, nomination: Nomination) -> None:
    """NotAllowed, with the reason, when the deed of the user does not reach the nomination."""
    answer = may(actor_of(by), deed, case_of(nomination))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def move(
    *,
    nomination: Nomination,
    deed: str,
    event: str,
    details: Mapping[str, Any] | None = None,
    reason: str = "",
    by: User,
    at: datetime,
) -> Nomination:
    """Take a held nomination along one arrow; WrongStage, NotAllowed, OnHold. Call it inside the transaction."""
    stage = moved(NominationStage(nomination.stage), deed)
    needs = MOVES[NominationStage][deed].needs
    if needs is not None:
        insist(by, needs, nomination)
    if deed in STOPPED_BY_A_HOLD and (hold := holds_on(nomination.subject_id, localdate(at)).first()):
        raise OnHold(hold)
    nomination.stage, nomination.reason, nomination.version = stage.value, reason, nomination.version + 1
    nomination.save()
    facts = {"subject": nomination.subject.code, "reason": reason} if reason else {"subject": nomination.subject.code}
    write_event(deed=event, target=f"nomination:{nomination.pk}", details={**facts, **(details or {})}, by=by, at=at)
    return nomination
