"""The roll: who is there, who is not and why, who goes before the end."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.council.actions.holding import held, insist, write_event
from lantoa.council.actions.refusals import NotGoingOn, NotSitting, NotThere, PollGoesOn, StillNeededThere
from lantoa.council.models import CouncilMember, Meeting, Presence
from lantoa.council.queries.body import day_of, sitting
from lantoa.council.queries.polled import poll_is_open
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.domain.council import Noted
from lantoa.domain.stages import MeetingStage

State = Presence.State


@transaction.atomic
def call_roll(*, meeting: Meeting, noted: Mapping[int, Noted], by: User, at: datetime) -> Meeting:
    """For members by their number, in one press; who is not named stays as noted.

    NotSitting, NoReason (excused says why), PollGoesOn, StillNeededThere, NotGoingOn.
    """
    meeting = _going(meeting, by)
    seated = {member.pk: member for member in sitting(meeting.council, day_of(meeting))}
    if not set(noted) <= set(seated):
        raise NotSitting
    away = {number for number, one in noted.items() if one.state != State.PRESENT}
    _insist_nobody_needed(meeting, away)
    for number, one in noted.items():
        _note(meeting, number, one, by, at)
    facts = {seated[number].person.subject.code: State(one.state).label for number, one in noted.items()}
    write_event(
        deed="roll_called",
        meeting=meeting,
        details={"roll": {code: str(words) for code, words in facts.items()}},
        by=by,
        at=at,
    )
    return meeting


@transaction.atomic
def leave(*, meeting: Meeting, member: CouncilMember, by: User, at: datetime) -> Presence:
    """A member goes before the end: from now on not there. NotThere, StillNeededThere, PollGoesOn."""
    meeting = _going(meeting, by)
    presence = meeting.presences.filter(member=member, state=State.PRESENT, left_at=None).first()
    if presence is None or meeting.stage != MeetingStage.OPEN.value:
        raise NotThere
    _insist_nobody_needed(meeting, {member.pk})
    presence.left_at, presence.noted_by, presence.noted_at = at, by, at
    presence.save()
    write_event(
        deed="member_left_meeting", meeting=meeting, details={"person": member.person.subject.code}, by=by, at=at
    )
    return presence


def _going(meeting: Meeting, by: User) -> Meeting:
    insist(by, Deed.RUN_MEETING)
    meeting = held(meeting)
    if meeting.stage not in (MeetingStage.PREPARED.value, MeetingStage.OPEN.value):
        raise NotGoingOn
    if poll_is_open(meeting):
        raise PollGoesOn
    return meeting


def _insist_nobody_needed(meeting: Meeting, away: set[int]) -> None:
    if away & {meeting.presided_by_id, meeting.secretary_id}:
        raise StillNeededThere


def _note(meeting: Meeting, member: int, noted: Noted, by: User, at: datetime) -> None:
    reason = written(noted.reason) if noted.state == State.EXCUSED else ""
    facts = {"state": noted.state, "reason": reason, "left_at": None, "noted_by": by, "noted_at": at}
    Presence.objects.update_or_create(meeting=meeting, member_id=member, defaults=facts)
