"""Who presides over a meeting and who keeps its minutes; handing either over while it goes on."""

from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.council.actions.holding import held, insist, write_event
from lantoa.council.actions.refusals import ChairIsHere, MayNotKeepMinutes, MayNotPreside, NotGoingOn
from lantoa.council.models import CouncilMember, Meeting
from lantoa.council.queries.attendance import Attendance, attendance
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MeetingStage

Seat = CouncilMember.Seat


def insist_on_presider(seen: Attendance, member: CouncilMember) -> None:
    """The chair when there, otherwise a deputy who is there."""
    chair = next((one for one in seen.here if one.seat == Seat.CHAIR), None)
    if chair is not None and member != chair:
        raise ChairIsHere
    if member not in seen.here or member.seat not in (Seat.CHAIR, Seat.DEPUTY):
        raise MayNotPreside


def insist_on_secretary(seen: Attendance, member: CouncilMember, presided_by: CouncilMember) -> None:
    if member not in seen.here or member == presided_by:
        raise MayNotKeepMinutes


@transaction.atomic
def hand_over(
    *, meeting: Meeting, presided_by: CouncilMember, secretary: CouncilMember, by: User, at: datetime
) -> Meeting:
    """Somebody else presides or keeps the minutes from now on. NotGoingOn and the refusals of opening."""
    insist(by, Deed.RUN_MEETING)
    meeting = held(meeting)
    if meeting.stage != MeetingStage.OPEN.value:
        raise NotGoingOn
    seen = attendance(meeting)
    if presided_by != meeting.presided_by:
        _insist_on_successor(seen, presided_by)
    insist_on_secretary(seen, secretary, presided_by)
    meeting.presided_by, meeting.secretary, meeting.version = presided_by, secretary, meeting.version + 1
    meeting.save()
    details = {"presided_by": presided_by.person.subject.code, "secretary": secretary.person.subject.code}
    write_event(deed="meeting_handed_over", meeting=meeting, details=details, by=by, at=at)
    return meeting


def _insist_on_successor(seen: Attendance, member: CouncilMember) -> None:
    """A chair who has to go hands over to a deputy before leaving; a chair who comes late takes over."""
    if member not in seen.here or member.seat not in (Seat.CHAIR, Seat.DEPUTY):
        raise MayNotPreside
