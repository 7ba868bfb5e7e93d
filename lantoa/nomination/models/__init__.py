"""What is on file of rounds and nominations, and of what happens to them before the Council."""

from lantoa.nomination.models.nominations import Nomination
from lantoa.nomination.models.rounds import Round
from lantoa.nomination.models.unit_meetings import Attendance, UnitMeeting, UnitVote
from lantoa.nomination.models.verification import CorrectionPart, CorrectionRequest, OfficeAnswer, VerificationEnd

__all__ = [
    "Attendance",
    "CorrectionPart",
    "CorrectionRequest",
    "Nomination",
    "OfficeAnswer",
    "Round",
    "UnitMeeting",
    "UnitVote",
    "VerificationEnd",
]
