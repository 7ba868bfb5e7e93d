"""Written opinions of absent members: taken in before any total of the case shows."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.council.actions.holding import held as held_meeting
from lantoa.council.actions.holding import insist
from lantoa.council.actions.polls.refusals import MeetingNotOpen, NoCasesChosen, NotAbsent, TooLateToWrite
from lantoa.council.models import CouncilMember, Meeting, MeetingCase, PollCase, WrittenOpinion
from lantoa.council.queries.polls.rolls import rolls_now
from lantoa.domain.authority import Deed
from lantoa.domain.ballot import Choice
from lantoa.domain.stages import MeetingStage, PollStage


@transaction.atomic
def note_opinions(
    *,
    meeting: Meeting,
    member: CouncilMember,
    choices: Mapping[int, Choice],
    text: str = "",
    by: User,
    at: datetime,
) -> None:
    """What an absent member wrote about cases of the meeting; noted again it replaces what was noted before."""
    insist(by, Deed.RUN_MEETING)
    meeting = held_meeting(meeting)
    if meeting.stage not in (MeetingStage.PREPARED.value, MeetingStage.OPEN.value):
        raise MeetingNotOpen
    cases = list(meeting.cases.filter(pk__in=choices).order_by("order"))
    if not choices or len(cases) != len(choices):
        raise NoCasesChosen
    _insist_it_is_early(cases)
    rolls = rolls_now(meeting, cases)
    if any(member.pk not in roll.members - roll.present - roll.barred for roll in rolls.values()):
        raise NotAbsent
    for case in cases:
        noted = {"choice": choices[case.pk].value, "text": text.strip(), "noted_by": by, "noted_at": at}
        WrittenOpinion.objects.update_or_create(case=case, member=member, defaults=noted)
    details = {"member": member.person_id, "cases": len(cases)}  # not what it says: the log is read before the count
    record(deed="opinions_noted", target=f"meeting:{meeting.pk}", details=details, by=by, at=at)


def _insist_it_is_early(cases: list[MeetingCase]) -> None:
    counted = PollCase.objects.filter(case__in=cases, poll__stage=PollStage.COUNTED.value)
    if any(case.outcome for case in cases) or counted.exists():
        raise TooLateToWrite
