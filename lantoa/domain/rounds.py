"""A round: what it lays down, and how far a unit has come with it (clause II.1.đ)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import combinations


@dataclass(frozen=True, slots=True)
class RoundTerms:
    """Its name, guidance and days, each day by the name of its column; a day left out says nothing."""

    name: str
    note: str = ""
    days: Mapping[str, date | None] = field(default_factory=dict)

    def disorder(self, order: Iterable[str]) -> tuple[str, str] | None:
        """The first pair of days of which the later one in that order comes before the earlier one."""
        for earlier, later in combinations(order, 2):
            first, second = self.days.get(earlier), self.days.get(later)
            if first is not None and second is not None and second < first:
                return earlier, later
        return None


class UnitState(StrEnum):
    """How far a unit has come with a round."""

    NOTHING = "nothing"
    DRAFT = "draft"
    MET = "met"
    SENT = "sent"
    NOBODY = "nobody"

    @property
    def label(self) -> str:
        return STATE_LABELS[self]


STATE_LABELS = {
    UnitState.NOTHING: "chưa làm",
    UnitState.DRAFT: "đang soạn",
    UnitState.MET: "đã họp",
    UnitState.SENT: "đã gửi",
    UnitState.NOBODY: "không giới thiệu ai",
}


@dataclass(frozen=True, slots=True)
class UnitWork:
    """What a unit and those under it have on file about a round."""

    drafts: int = 0
    sent: int = 0
    has_notes: bool = False
    has_met: bool = False
    says_nobody: bool = False

    @property
    def state(self) -> UnitState:
        if self.sent:
            return UnitState.SENT
        if self.has_met:
            return UnitState.NOBODY if self.says_nobody else UnitState.MET
        return UnitState.DRAFT if self.drafts or self.has_notes else UnitState.NOTHING

    def is_late(self, day: date, meet_by: date | None, send_by: date | None) -> bool:
        """Whether the unit let the day of meeting or of sending go by."""
        is_done = self.state in (UnitState.SENT, UnitState.NOBODY)
        missed_meeting = not is_done and not self.has_met and meet_by is not None and meet_by < day
        return missed_meeting or (not is_done and send_by is not None and send_by < day)
