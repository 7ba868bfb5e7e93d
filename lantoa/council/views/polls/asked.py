"""What the address of a page of a poll names, and what these pages share."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from lantoa.accounts.queries import actor_of
from lantoa.council.actions.polls import refusals
from lantoa.council.models import Poll
from lantoa.council.views.asked import meeting_for
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import WrongStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.register.actions.refusals import NotAllowed

REFUSED = (
    WrongStage,
    NotAllowed,
    OnHold,
    refusals.AboutOneself,
    refusals.AgainstTheVote,
    refusals.BallotDamaged,
    refusals.BallotIncomplete,
    refusals.CannotVoteHere,
    refusals.ConcludedAlready,
    refusals.CountImpossible,
    refusals.CountsMissing,
    refusals.KeysMissing,
    refusals.MeetingNotOpen,
    refusals.MixedRolls,
    refusals.NoCasesChosen,
    refusals.NoReason,
    refusals.NotALowerTier,
    refusals.NotATeller,
    refusals.NotAbsent,
    refusals.NotOnTheRoll,
    refusals.NotOpenToVote,
    refusals.NotVotedOn,
    refusals.PollStillOpen,
    refusals.QuorumLost,
    refusals.ScanMissing,
    refusals.TellersDiffer,
    refusals.TooFewVoters,
    refusals.TooLateToWrite,
    refusals.TooManyBallots,
    refusals.WrongKey,
    refusals.WrongTellers,
    refusals.WrongWay,
)


def poll_for(number: int, place: int) -> Poll:
    """The poll of that number in the meeting; its meeting comes with it."""
    meeting = meeting_for(number)
    poll = get_object_or_404(Poll, meeting=meeting, number=place)
    poll.meeting = meeting
    return poll


def allowed(request: HttpRequest) -> dict[str, bool]:
    """What the user may do about polls."""
    deeds = {"run": Deed.RUN_MEETING, "count": Deed.COUNT_BALLOTS, "vote": Deed.VOTE}
    return {name: bool(may(actor_of(request.user), deed)) for name, deed in deeds.items()}


def done(request: HttpRequest, act: Callable[[], object], words: str, *back: Any) -> HttpResponse:
    """Do it and go back, with the words or with the sentence of the refusal."""
    try:
        act()
    except REFUSED as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, words)
    return redirect(*back)
