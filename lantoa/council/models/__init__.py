"""What is on file of the Council: the standing body, its meetings with their cases, the polls, and the minutes."""

from lantoa.council.models.ballots import SealedBallot, Teller, TellerCount
from lantoa.council.models.body import Council, CouncilMember, Relation
from lantoa.council.models.meetings import Interest, Meeting, MeetingCase, Presence
from lantoa.council.models.minutes import Minutes
from lantoa.council.models.polls import Poll, PollCase, Recusal, Voter, WrittenOpinion

__all__ = [
    "Council",
    "CouncilMember",
    "Interest",
    "Meeting",
    "MeetingCase",
    "Minutes",
    "Poll",
    "PollCase",
    "Presence",
    "Recusal",
    "Relation",
    "SealedBallot",
    "Teller",
    "TellerCount",
    "Voter",
    "WrittenOpinion",
]
