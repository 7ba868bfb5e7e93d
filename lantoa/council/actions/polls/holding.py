"""What every deed of a poll does first and last: the poll and its meeting held until the end, the event."""

from datetime import datetime
from typing import Any

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.council.actions.holding import insist
from lantoa.council.actions.polls.refusals import NotATeller, WrongWay
from lantoa.council.models import Poll, SealedBallot, Teller, Voter
from lantoa.domain.ballot import Mode
from lantoa.domain.stages import MOVES, PollStage, moved

WITH_MEETING = ("meeting__council",)


def held(poll: Poll) -> Poll:
    """The poll as it is now, held until the transaction ends: who votes and who counts wait for each other."""
    return Poll.objects.select_for_update(of=("self",)).select_related(*WITH_MEETING).get(pk=poll.pk)


def step(poll: Poll, deed: str, by: User) -> str:
    """The stage to which the deed leads; WrongStage, NotAllowed."""
    needs = MOVES[PollStage][deed].needs
    if needs is not None:
        insist(by, needs)
    return str(moved(PollStage(poll.stage), deed))


def teller_of(poll: Poll, by: User) -> Teller:
    """The user's place as a teller; NotATeller."""
    teller = poll.tellers.select_related("user").filter(user=by).first()
    if teller is None:
        raise NotATeller
    return teller


def insist_on(poll: Poll, mode: Mode) -> None:
    if poll.mode != mode.value:
        raise WrongWay


def write_event(*, deed: str, poll: Poll, details: dict[str, Any], by: User, at: datetime) -> None:
    """Never what somebody chose: an event stands for good, with a name and a time."""
    record(deed=deed, target=f"poll:{poll.pk}", details={"meeting": poll.meeting_id, **details}, by=by, at=at)


def destroy_ballots(poll: Poll) -> None:
    """The envelopes and what they were sealed with: nobody opens them any more."""
    voters = Voter.objects.filter(poll=poll)  # in one subquery: a join would be one more, of the table with itself
    SealedBallot.objects.filter(voter__in=voters).delete()
    poll.tellers.update(public_key=None)
