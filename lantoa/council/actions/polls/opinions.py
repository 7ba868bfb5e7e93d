"""Written opinions of absent members: taken in before any total of the case shows."""

from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.council.actions.holding import held as held_meeting
from lantoa.council.actions.holding import insist
from lantoa.council.actions.polls.refusals import MeetingNotOpen, NotAbsent, TooLateToWrite
from lantoa.council.models import CouncilMember, MeetingCase, PollCase, WrittenOpinion
from lantoa.council.queries.polls.rolls import rolls_now
from lantoa.domain.authority import Deed
from lantoa.domain.ballot import Choice
from lantoa.domain.stages import MeetingStage, PollStage


@transaction.atomic
def note_opinion(
    *, case: MeetingCase, member: CouncilMember, choice: Choice, text: str = "", by: User, at: datetime
) -> WrittenOpinion:
    """What an absent member wrote about a case; noted again it replaces what was noted before."""
    insist(by, Deed.RUN_MEETING)
    meeting = held_meeting(case.meeting)
    if meeting.stage not in (MeetingStage.PREPARED.value, MeetingStage.OPEN.value):
        raise MeetingNotOpen
    case = MeetingCase.objects.get(pk=case.pk)
    counted = PollCase.objects.filter(case=case, poll__stage=PollStage.COUNTED.value)
    if case.outcome or counted.exists():
        raise TooLateToWrite
    roll = rolls_now(meeting, [case])[case.pk]
    if member.pk not in roll.members - roll.present - roll.barred:
        raise NotAbsent
    opinion, _made = WrittenOpinion.objects.update_or_create(
        case=case,
        member=member,
        defaults={"choice": choice.value, "text": text.strip(), "noted_by": by, "noted_at": at},
    )
    details = {"case": case.pk, "member": member.person_id}  # not what it says: the log is read before the count
    record(deed="opinion_noted", target=f"meeting:{meeting.pk}", details=details, by=by, at=at)
    return opinion
