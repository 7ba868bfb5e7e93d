"""What is on file of rounds and nominations, and of what happens to them before the Council."""

from lantoa.nomination.models.dossier import (
    Consent,
    Evidence,
    NomineeCorrection,
    Sending,
    Statement,
    UsedInitiative,
)
from lantoa.nomination.models.nominations import Nomination
from lantoa.nomination.models.posting import Objection, ObjectorIdentity, PostedCandidate, Posting
from lantoa.nomination.models.rounds import Round
from lantoa.nomination.models.unit_meetings import Attendance, UnitMeeting, UnitVote
from lantoa.nomination.models.verification import CorrectionPart, CorrectionRequest, OfficeAnswer, VerificationEnd

__all__ = [
    "Attendance",
    "Consent",
    "CorrectionPart",
    "CorrectionRequest",
    "Evidence",
    "Nomination",
    "NomineeCorrection",
    "Objection",
    "ObjectorIdentity",
    "OfficeAnswer",
    "PostedCandidate",
    "Posting",
    "Round",
    "Sending",
    "Statement",
    "UnitMeeting",
    "UnitVote",
    "UsedInitiative",
    "VerificationEnd",
]
