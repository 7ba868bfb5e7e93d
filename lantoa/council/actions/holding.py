"""What every deed of the Council does first and last: the right, the row held until the end, the event."""

from datetime import datetime
from typing import Any

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record
from lantoa.council.models import Meeting
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import MOVES, MeetingStage, moved
from lantoa.register.actions.refusals import NotAllowed

WITH_NAMES = ("council", "presided_by__person__subject", "secretary__person__subject")


def insist(by: User, deed: Deed) -> None:
    """NotAllowed, with the reason, when the user may not do it."""
    answer = may(actor_of(by), deed)
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def held(meeting: Meeting) -> Meeting:
    """The meeting as it is now, held until the transaction ends."""
    return Meeting.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES).get(pk=meeting.pk)


def step(meeting: Meeting, deed: str, by: User) -> str:
    """The stage to which the deed leads; WrongStage, NotAllowed."""
    needs = MOVES[MeetingStage][deed].needs
    if needs is not None:
        insist(by, needs)
    return str(moved(MeetingStage(meeting.stage), deed))


def write_event(*, deed: str, meeting: Meeting, details: dict[str, Any], by: User, at: datetime) -> None:
    record(deed=deed, target=f"meeting:{meeting.pk}", details=details, by=by, at=at)
