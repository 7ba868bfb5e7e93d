"""What is on file of rounds and nominations, and of what happens to them before the Council."""

from lantoa.nomination.models.nominations import Nomination
from lantoa.nomination.models.rounds import Round
from lantoa.nomination.models.unit_meetings import Attendance, UnitMeeting, UnitVote

__all__ = ["Attendance", "Nomination", "Round", "UnitMeeting", "UnitVote"]
