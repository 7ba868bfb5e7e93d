"""What is on file of decisions, their numbers and rewards, of submissions to the Ministry and of complaints."""

from lantoa.recognition.models.complaints import Complaint, ComplaintFile
from lantoa.recognition.models.credentials import Credential
from lantoa.recognition.models.decisions import Decision, DecisionItem, DecisionScan, Difference
from lantoa.recognition.models.numbers import NumberSeries, TakenNumber
from lantoa.recognition.models.rewards import Reward, RoundBudget
from lantoa.recognition.models.submissions import Submission, SubmissionItem
from lantoa.recognition.models.verification import VerificationCode
from lantoa.recognition.models.yearbooks import YearbookText

__all__ = [
    "Complaint",
    "ComplaintFile",
    "Credential",
    "Decision",
    "DecisionItem",
    "DecisionScan",
    "Difference",
    "NumberSeries",
    "Reward",
    "RoundBudget",
    "Submission",
    "SubmissionItem",
    "TakenNumber",
    "VerificationCode",
    "YearbookText",
]
