"""Preparing a poll: its cases, its way, its tellers; opening it freezes roll and thresholds; or it is void."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.council.actions.holding import held as held_meeting
from lantoa.council.actions.holding import insist
from lantoa.council.actions.polls.holding import destroy_ballots, held, insist_on, step, teller_of, write_event
from lantoa.council.actions.polls.refusals import (
    CannotVoteHere,
    KeysMissing,
    MeetingNotOpen,
    MixedRolls,
    NoCasesChosen,
    NoReason,
    NotOpenToVote,
    QuorumLost,
    TooFewVoters,
    WrongTellers,
)
from lantoa.council.actions.polls.telling import tell_tellers, tell_voters
from lantoa.council.models import Meeting, MeetingCase, Poll, PollCase, Recusal, Teller, Voter
from lantoa.council.queries.attendance import Attendance, attendance
from lantoa.council.queries.body import day_of
from lantoa.council.queries.polls.choosing import open_to_vote, without_a_vote
from lantoa.council.queries.polls.results import frozen
from lantoa.council.queries.polls.rolls import rolls_now
from lantoa.council.sealing import new_pair
from lantoa.domain.authority import Deed, may
from lantoa.domain.ballot import Mode, Roll
from lantoa.domain.records import Kind
from lantoa.domain.stages import MeetingStage, PollStage, moved

FEWEST_SECRET = 3


@transaction.atomic
def prepare(
    *,
    meeting: Meeting,
    cases: Sequence[MeetingCase],
    mode: Mode,
    tellers: Sequence[User] = (),
    note: str = "",
    by: User,
    at: datetime,
) -> Poll:
    """A poll on those cases; NotAllowed, NoCasesChosen, NotOpenToVote, WrongTellers."""
    insist(by, Deed.RUN_MEETING)
    meeting = held_meeting(meeting)
    _insist_meeting_is_open(meeting)
    _insist_on_cases(meeting, cases)
    _insist_on_tellers(mode, tellers, cases)
    _insist_it_stays_secret(mode, cases, rolls_now(meeting, cases))
    number = Poll.objects.filter(meeting=meeting).count() + 1
    poll = Poll.objects.create(meeting=meeting, number=number, mode=mode.value, note=note, made_by=by, made_at=at)
    places = [PollCase(poll=poll, case=case, order=place) for place, case in enumerate(cases, 1)]
    PollCase.objects.bulk_create(places)
    Teller.objects.bulk_create([Teller(poll=poll, user=user, place=place) for place, user in enumerate(tellers, 1)])
    if mode is Mode.SEALED:
        tell_tellers(poll, tellers, at)
    details = {"mode": mode.value, "cases": len(cases), "tellers": [user.username for user in tellers]}
    write_event(deed="poll_prepared", poll=poll, details=details, by=by, at=at)
    return poll


@transaction.atomic
def make_key(*, poll: Poll, by: User, at: datetime) -> str:
    """A key pair for one teller: the private part is returned once and kept nowhere; a new one replaces it."""
    insist(by, Deed.COUNT_BALLOTS)
    poll = held(poll)
    insist_on(poll, Mode.SEALED)
    moved(PollStage(poll.stage), "open")  # once the poll is open, ballots are sealed for the key as it is
    teller = teller_of(poll, by)
    teller.public_key, private = new_pair()
    teller.save(update_fields=["public_key"])
    write_event(deed="poll_key_made", poll=poll, details={"place": teller.place}, by=by, at=at)
    return private


@transaction.atomic
def open_poll(*, poll: Poll, by: User, at: datetime) -> Poll:
    """From now on members vote; who votes, who has an interest and what is needed are frozen."""
    meeting = held_meeting(poll.meeting)
    poll = held(poll)
    stage = step(poll, "open", by)
    _insist_meeting_is_open(meeting)
    here = _quorate(meeting)
    _insist_on_keys(poll)
    places = list(poll.cases.select_related("case__nomination__subject"))
    rolls = rolls_now(meeting, [place.case for place in places])
    _insist_it_stays_secret(Mode(poll.mode), [place.case for place in places], rolls)
    voters = frozenset[int]().union(*(roll.voters for roll in rolls.values()))
    if poll.mode == Mode.SEALED.value and (unable := without_a_vote(voters)):
        raise CannotVoteHere(unable)
    _freeze(meeting, places, rolls)
    Voter.objects.bulk_create([Voter(poll=poll, member=row.member, is_present=row.is_here) for row in here.rows])
    poll.stage, poll.opened_by, poll.opened_at, poll.issued = stage, by, at, len(voters)
    poll.save(update_fields=["stage", "opened_by", "opened_at", "issued"])
    if poll.mode == Mode.SEALED.value:
        tell_voters(poll, voters, at)
    write_event(deed="poll_opened", poll=poll, details={"voters": len(voters)}, by=by, at=at)
    return poll


@transaction.atomic
def void(*, poll: Poll, reason: str, by: User, at: datetime) -> Poll:
    """It does not count, nor does it count as one of the times a case may be voted on; its ballots are destroyed."""
    poll = held(poll)
    stage = step(poll, "void", by)
    if not reason.strip():
        raise NoReason
    poll.stage, poll.reason = stage, reason.strip()
    poll.save(update_fields=["stage", "reason"])
    destroy_ballots(poll)
    write_event(deed="poll_voided", poll=poll, details={"reason": poll.reason}, by=by, at=at)
    return poll


def _insist_meeting_is_open(meeting: Meeting) -> None:
    if meeting.stage != MeetingStage.OPEN.value:
        raise MeetingNotOpen


def _quorate(meeting: Meeting) -> Attendance:
    here = attendance(meeting)
    if not here.has_quorum:
        raise QuorumLost(here.present, here.needed)
    return here


def _insist_on_cases(meeting: Meeting, cases: Sequence[MeetingCase]) -> None:
    if not cases:
        raise NoCasesChosen
    allowed = {case.pk for case in open_to_vote(meeting)}
    if closed := [case for case in cases if case.pk not in allowed]:
        raise NotOpenToVote([case.nomination.subject.name for case in closed])


def _insist_on_tellers(mode: Mode, tellers: Sequence[User], cases: Sequence[MeetingCase]) -> None:
    """Two for a secret ballot, none for a show of hands."""
    if len({user.pk for user in tellers}) != len(tellers) or len(tellers) != (2 if mode.is_secret else 0):
        raise WrongTellers
    nominees = {case.nomination.subject_id for case in cases}
    for user in tellers:
        if user.person_id in nominees or not may(actor_of(user), Deed.COUNT_BALLOTS):
            raise WrongTellers(user)


def _insist_on_keys(poll: Poll) -> None:
    if poll.mode != Mode.SEALED.value:
        return
    if missing := [teller.user for teller in poll.tellers.select_related("user").filter(public_key=None)]:
        raise KeysMissing(missing)


def _insist_it_stays_secret(mode: Mode, cases: Sequence[MeetingCase], rolls: dict[int, Roll]) -> None:
    if not mode.is_secret:
        return
    if few := [case for case in cases if len(rolls[case.pk].voters) < FEWEST_SECRET]:
        raise TooFewVoters([case.nomination.subject.name for case in few])
    widest = max((rolls[case.pk].voters for case in cases), key=len)
    if mode is Mode.PAPER and (other := [case for case in cases if rolls[case.pk].voters != widest]):
        raise MixedRolls([case.nomination.subject.name for case in other])


def _freeze(meeting: Meeting, places: Sequence[PollCase], rolls: dict[int, Roll]) -> None:
    procedure, day = plans.load(meeting.edition).procedure, day_of(meeting)
    recusals = []
    for place in places:
        nomination, roll = place.case.nomination, rolls[place.case_id]
        place.threshold = frozen(procedure.threshold(nomination.tier, Kind(nomination.subject.kind), day))
        place.members, place.voters = len(roll.members), len(roll.voters)
        recusals += [Recusal(poll_case=place, member_id=member) for member in sorted(roll.barred & roll.members)]
    PollCase.objects.bulk_update(places, ["threshold", "members", "voters"])
    Recusal.objects.bulk_create(recusals)
