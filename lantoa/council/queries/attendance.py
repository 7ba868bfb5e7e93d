"""Who of the Council is there, and whether that is enough to sit."""

from dataclasses import dataclass

from lantoa import plans
from lantoa.council.models import CouncilMember, Meeting, Presence
from lantoa.council.queries.body import day_of, sitting
from lantoa.domain.ballot import is_quorate, needed
from lantoa.domain.procedure import Threshold


@dataclass(frozen=True, slots=True)
class Seated:
    """A member of the day with what was noted of them; nothing while nobody has asked."""

    member: CouncilMember
    presence: Presence | None

    @property
    def is_here(self) -> bool:
        """There now: noted as present, and not gone since."""
        return self.has_come and self.presence is not None and self.presence.left_at is None

    @property
    def has_come(self) -> bool:
        return self.presence is not None and self.presence.state == Presence.State.PRESENT


@dataclass(frozen=True, slots=True)
class Attendance:
    """The members of the meeting's day, present or not, against the quorum of the plan edition."""

    rows: tuple[Seated, ...]
    quorum: Threshold

    @property
    def members(self) -> int:
        return len(self.rows)

    @property
    def present(self) -> int:
        return sum(row.is_here for row in self.rows)

    @property
    def is_noted(self) -> bool:
        return bool(self.rows) and all(row.presence is not None for row in self.rows)

    @property
    def has_quorum(self) -> bool:
        return bool(self.rows) and is_quorate(self.quorum, members=self.members, present=self.present)

    @property
    def needed(self) -> int:
        """The smallest number of members present that is enough."""
        return needed(self.quorum, self.members)

    @property
    def here(self) -> tuple[CouncilMember, ...]:
        return tuple(row.member for row in self.rows if row.is_here)

    @property
    def away(self) -> tuple[Seated, ...]:
        return tuple(row for row in self.rows if not row.has_come)


def attendance(meeting: Meeting) -> Attendance:
    """Two queries, however many sit."""
    noted = {one.member_id: one for one in meeting.presences.all()}
    members = sitting(meeting.council, day_of(meeting))
    rows = tuple(Seated(member, noted.get(member.pk)) for member in members)
    return Attendance(rows, plans.load(meeting.edition).procedure.quorum)
