"""Casting a sealed ballot: sealed in the request it came with; a later one replaces it until the poll is counted."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from lantoa.accounts.models import User
from lantoa.council.actions.holding import insist
from lantoa.council.actions.polls.holding import held, insist_on, write_event
from lantoa.council.actions.polls.refusals import BallotIncomplete, NotOnTheRoll
from lantoa.council.models import Poll, PollCase, Recusal, SealedBallot, Voter
from lantoa.council.sealing import receipt_of, seal
from lantoa.domain.authority import Deed
from lantoa.domain.ballot import Choice, Mode
from lantoa.domain.slip import write
from lantoa.domain.stages import PollStage, moved


@sensitive_variables()
def cast_ballot(*, poll: Poll, choices: Mapping[int, Choice], by: User, at: datetime) -> str:
    """Seal the choices (case of the poll -> choice) and put them in; the receipt says that this envelope is in.

    WrongStage once the poll is counted, NotOnTheRoll, BallotIncomplete. The choices go nowhere else. What is read
    before the transaction is frozen while a poll is open, so that the box is held only for a moment.
    """
    insist(by, Deed.VOTE)
    insist_on(poll, Mode.SEALED)
    publics = [bytes(key) for key in poll.tellers.exclude(public_key=None).values_list("public_key", flat=True) if key]
    moved(PollStage(Poll.objects.values_list("stage", flat=True).get(pk=poll.pk)), "count")  # then the keys are all
    voter = Voter.objects.filter(poll=poll, is_present=True, member__person=by.person_id).first()
    if voter is None or by.person_id is None:
        raise NotOnTheRoll
    slip = write(poll.pk, voter.pk, _complete(poll, voter, choices))
    return _put_in(poll, voter, seal(slip, publics), by, at)


@transaction.atomic
def _put_in(poll: Poll, voter: Voter, envelope: bytes, by: User, at: datetime) -> str:
    """Nothing is put in once the poll is counted or called off: its keys are gone then."""
    moved(PollStage(held(poll).stage), "count")
    version = SealedBallot.objects.filter(voter=voter).count() + 1
    receipt = receipt_of(envelope)
    SealedBallot.objects.create(voter=voter, version=version, sealed=envelope, receipt=receipt)
    Voter.objects.filter(pk=voter.pk).update(has_voted=True)
    write_event(deed="ballot_cast", poll=poll, details={"version": version}, by=by, at=at)
    return receipt


def _complete(poll: Poll, voter: Voter, choices: Mapping[int, Choice]) -> list[Choice | None]:
    """The choices in the order of the cases, nothing where the voter has an interest."""
    cases = list(PollCase.objects.filter(poll=poll).order_by("order").values_list("pk", flat=True))
    barred = set(
        Recusal.objects.filter(poll_case__poll=poll, member=voter.member_id).values_list("poll_case_id", flat=True)
    )
    if not set(cases) - barred:
        raise NotOnTheRoll
    if choices.keys() != set(cases) - barred:
        raise BallotIncomplete
    return [choices.get(case) for case in cases]
