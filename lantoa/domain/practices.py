"""A good way of working (mô hình, cách làm hay) on one page: what others need to know to follow it (clause I.2)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PracticeText:
    """What others need to know to follow it."""

    title: str
    problem: str
    done: str
    result: str
    resources: str = ""
    risks: str = ""
    learning: str = ""
