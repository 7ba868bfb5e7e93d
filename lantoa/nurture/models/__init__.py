"""What nurture keeps: the plan of a prospect, its goals and measures, what was given, what fell short, who looked."""

from lantoa.nurture.models.plans import Goal, NurturePlan, PersonRemark, Transfer
from lantoa.nurture.models.work import Encouragement, Measure, MentorNote, QuarterReview, Shortcoming, Support

__all__ = [
    "Encouragement",
    "Goal",
    "Measure",
    "MentorNote",
    "NurturePlan",
    "PersonRemark",
    "QuarterReview",
    "Shortcoming",
    "Support",
    "Transfer",
]
