"""What is said in verification, as values: an opinion on a criterion, a part flagged for correction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is said of one criterion; `seen` is the answer that stood there when the page was opened."""

    criterion: str
    answer: str
    grounds: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """One part of the dossier to correct; evidence is that of one criterion."""

    part: str
    criterion: str = ""
