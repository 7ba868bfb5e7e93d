"""What of a meeting is bound by a poll: ballots out, or a case already voted on."""

from lantoa.council.models import Meeting, MeetingCase, PollCase
from lantoa.domain.stages import NominationStage, PollStage

UNFINISHED = [PollStage.PREPARED.value, PollStage.OPEN.value]
BEFORE_THE_COUNCIL = [NominationStage.CLEARED.value, NominationStage.POSTPONED.value]
BINDING = [PollStage.OPEN.value, PollStage.COUNTED.value]


def poll_is_open(meeting: Meeting) -> bool:
    return meeting.polls.filter(stage=PollStage.OPEN.value).exists()


def poll_is_unfinished(meeting: Meeting) -> bool:
    return meeting.polls.filter(stage__in=UNFINISHED).exists()


def is_polled(case: MeetingCase) -> bool:
    """Ballots on it are out, or were counted."""
    return PollCase.objects.filter(case=case, poll__stage__in=BINDING).exists()


def unconcluded(meeting: Meeting) -> list[MeetingCase]:
    """Cases that were voted on without a conclusion being written; one withdrawn meanwhile needs none."""
    voted = PollCase.objects.filter(poll__meeting=meeting, poll__stage=PollStage.COUNTED.value).values("case")
    waiting = meeting.cases.filter(outcome="", pk__in=voted, nomination__stage__in=BEFORE_THE_COUNCIL)
    return list(waiting.select_related("nomination__subject"))
