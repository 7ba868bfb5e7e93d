"""What is said in a complaint and how it ends, as values (Luật Khiếu nại 02/2011/QH13)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Telling:
    """What is complained about, what is asked for; why so late, if it is."""

    text: str
    wish: str
    contact: str = ""
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A complaint that came on paper: who complains, and on which day it arrived."""

    name: str
    filed_on: date


@dataclass(frozen=True, slots=True)
class Conclusion:
    """How it ends: the outcome's code, what was found, what the complainant is answered; the ground of a revocation."""

    outcome: str
    findings: str
    answer: str
    ground: str = ""
