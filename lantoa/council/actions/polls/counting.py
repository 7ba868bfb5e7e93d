"""Counting: sealed ballots opened in memory with both keys; papers by two counts that agree; hands by one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.views.decorators.debug import sensitive_variables

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.council.actions.polls.holding import destroy_ballots, held, insist_on, step, teller_of, write_event
from lantoa.council.actions.polls.refusals import BallotDamaged, CountImpossible, WrongKey
from lantoa.council.models import Poll, PollCase, SealedBallot, Teller
from lantoa.council.models.polls import TOTALS, WRITTEN
from lantoa.council.queries.polls.results import thawed
from lantoa.council.queries.polls.rolls import rolls_of, written_counts
from lantoa.council.sealing import BadKey, CannotOpen, private_of, public_of, unseal
from lantoa.domain.ballot import Choice, Count, Mode, Roll, count_of
from lantoa.domain.slip import BadSlip, read


@sensitive_variables()
@transaction.atomic
def open_ballots(*, poll: Poll, keys: Sequence[str], by: User, at: datetime) -> Poll:
    """Open every ballot in memory, write only the totals of each case, destroy ballots and keys: all or nothing.

    `keys` are the tellers' private keys in their order; WrongKey, BallotDamaged, NotATeller, WrongStage.
    """
    poll = held(poll)
    stage = step(poll, "count", by)
    insist_on(poll, Mode.SEALED)
    teller_of(poll, by)
    privates = [_private(teller, key) for teller, key in zip(poll.tellers.select_related("user"), keys, strict=True)]
    cases = list(PollCase.objects.filter(poll=poll).order_by("order"))
    box = _latest(poll)
    slips = _opened(poll, box, privates, len(cases))
    counts = {
        case.pk: count_of(choice for slip in slips if (choice := slip[place]) is not None)
        for place, case in enumerate(cases)
    }
    poll.receipts = sorted(ballot.receipt for ballot in box)
    destroy_ballots(poll)
    return settle(poll=poll, stage=stage, counts=counts, returned=len(box), by=by, at=at)


@transaction.atomic
def count_hands(*, poll: Poll, counts: Mapping[int, Count], by: User, at: datetime) -> Poll:
    """A show of hands, as it was seen by everybody; CountImpossible when more hands than voters."""
    poll = held(poll)
    stage = step(poll, "count", by)
    insist_on(poll, Mode.HANDS)
    rolls = rolls_of(poll)
    for case in _named(poll):
        allowed = range(len(rolls[case.pk].voters) + 1)
        if counts[case.pk].total not in allowed:
            raise CountImpossible(case.case.nomination.subject.name, allowed)
    return settle(poll=poll, stage=stage, counts=counts, returned=poll.issued or 0, by=by, at=at)


def check_papers(poll: Poll, counts: Mapping[int, Count], returned: int) -> None:
    """CountImpossible when a case has more or fewer votes than papers came back: each paper has every case."""
    for case in _named(poll):
        if counts[case.pk].total != returned:
            raise CountImpossible(case.case.nomination.subject.name, range(returned, returned + 1))


def settle(*, poll: Poll, stage: str, counts: Mapping[int, Count], returned: int, by: User, at: datetime) -> Poll:
    """Write the totals with the written opinions and the base; the poll is counted."""
    rolls = rolls_of(poll)
    written = written_counts(poll, rolls)
    cases = list(PollCase.objects.filter(poll=poll))
    for case in cases:
        _write_totals(case, counts[case.pk], written[case.pk])
        case.base = _base(poll, case, rolls[case.pk])
    PollCase.objects.bulk_update(cases, ["base", *TOTALS, *WRITTEN])
    poll.stage, poll.counted_by, poll.counted_at, poll.returned = stage, by, at, returned
    poll.save(update_fields=["stage", "counted_by", "counted_at", "returned", "receipts"])
    write_event(deed="poll_counted", poll=poll, details={"returned": returned, "mode": poll.mode}, by=by, at=at)
    return poll


def _write_totals(case: PollCase, ballots: Count, written: Count) -> None:
    for name in TOTALS:
        setattr(case, name, getattr(ballots, name))
    for name in WRITTEN:
        setattr(case, name, getattr(written, name.replace("written", "votes")))


def _base(poll: Poll, case: PollCase, roll: Roll) -> int:
    leaves = plans.load(poll.meeting.edition).procedure.conflict_leaves_base
    return roll.base(thawed(case.threshold).base, conflict_leaves_base=leaves)


@sensitive_variables()
def _private(teller: Teller, key: str) -> bytes:
    """The teller's private key, which is the one the ballots were sealed for."""
    try:
        private = private_of(key)
    except BadKey:
        raise WrongKey(teller.user) from None
    if public_of(private) != bytes(teller.public_key or b""):
        raise WrongKey(teller.user)
    return private


def _latest(poll: Poll) -> list[SealedBallot]:
    """The last version of each voter's ballot."""
    found: dict[int, SealedBallot] = {}
    for ballot in SealedBallot.objects.filter(voter__poll=poll).order_by("version"):
        found[ballot.voter_id] = ballot
    return list(found.values())


@sensitive_variables()
def _opened(
    poll: Poll, box: Sequence[SealedBallot], privates: Sequence[bytes], cases: int
) -> list[list[Choice | None]]:
    """What is in the envelopes; BallotDamaged when one is not as its own voter sealed it."""
    slips, damaged = [], 0
    for ballot in box:
        try:
            slip = unseal(bytes(ballot.sealed), privates)
            slips.append(read(slip, poll=poll.pk, voter=ballot.voter_id, cases=cases))
        except (CannotOpen, BadSlip):
            damaged += 1
    if damaged:
        raise BallotDamaged(damaged)
    return slips


def _named(poll: Poll) -> QuerySet[PollCase]:
    return PollCase.objects.filter(poll=poll).select_related("case__nomination__subject").order_by("order")
