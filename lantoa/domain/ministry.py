"""What goes up to the Ministry and what comes back, as values (clauses MA-2, MP-1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wording:
    """What is typed of a submission; number and day come together, or both later."""

    subject_line: str
    text: str
    number: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the Minister decided about one of the proposed; why not, when not."""

    is_recognised: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The Minister's decision: number, day, and what it says of each of the proposed, by its key."""

    number: str
    decided: date
    verdicts: Mapping[int, Verdict]
