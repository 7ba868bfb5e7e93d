"""What an emulation movement lays down: its name, aims, targets and days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Terms:
    """What a movement is about, and its days."""

    name: str
    kind: str
    aims: str
    targets: str
    since: date
    until: date
    pledges_due: date | None = None
