"""What is on file of the Council: the standing body, its meetings with their cases, and the minutes."""

from lantoa.council.models.body import Council, CouncilMember, Relation
from lantoa.council.models.meetings import Interest, Meeting, MeetingCase, Presence
from lantoa.council.models.minutes import Minutes

__all__ = [
    "Council",
    "CouncilMember",
    "Interest",
    "Meeting",
    "MeetingCase",
    "Minutes",
    "Presence",
    "Relation",
]
