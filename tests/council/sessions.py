"""A meeting that is called through its actions: seven who sit, the roll, the opening, the end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from lantoa.accounts.models import RoleGrant, User
from lantoa.council.actions import agenda, attending, body, meetings
from lantoa.council.models import Council, CouncilMember, Meeting, MeetingCase
from lantoa.domain.authority import Role
from lantoa.domain.council import CouncilTerm, MeetingTerms, Noted
from lantoa.nomination.models import Nomination
from tests import cast as people
from tests.cast import NOW, Cast
from tests.council.chamber import EDITION, cleared, nominee

SEATS = ("chair", "deputy", "secretary", "member", "member", "member", "member")
DAY = date(2026, 1, 15)
LATER = NOW + timedelta(hours=2)
PRESENT, EXCUSED, ABSENT = Noted("present"), Noted("excused", "Đi công tác"), Noted("absent")


@dataclass(frozen=True)
class Session:
    """The Council with its members in the order of their seats, a meeting called for today, what waits for it."""

    council: Council
    members: list[CouncilMember]
    users: list[User]
    officer: User
    meeting: Meeting
    nominations: list[Nomination]

    @property
    def cases(self) -> list[MeetingCase]:
        return list(self.meeting.cases.select_related("nomination__subject", "meeting"))


def holder(role: Role) -> User:
    """Somebody who holds that role and no other."""
    user = people.account("ai")
    office = "personnel" if role is Role.SPECIALIST else ""
    RoleGrant.objects.create(user=user, role=role.value, office=office)
    return user


def terms(**other: object) -> MeetingTerms:
    told: dict[str, object] = {
        "name": "Phiên họp xét năm 2025",
        "edition": EDITION,
        "starts_at": datetime(2026, 1, 15, 1, 30, tzinfo=UTC),
        "place": "Phòng họp A",
    }
    return MeetingTerms(**(told | other))  # type: ignore[arg-type]


def established(cast: Cast, since: date = date(2025, 1, 2)) -> Council:
    term = CouncilTerm("Hội đồng Thi đua - Khen thưởng", "12/QĐ-TSL", since, since)
    return body.establish(term=term, by=cast.officer, at=NOW)


def called(cast: Cast, *, nominees: int = 2) -> Session:
    """Nothing on the agenda yet, nobody noted."""
    council, members, users = established(cast), [], []
    for place, seat in enumerate(SEATS):
        someone = people.person(f"HD{place}", f"Uỷ viên Thứ {place}", cast.school, "Uỷ viên")
        users.append(people.account(f"uv{place}", Role.CHAIR if place == 0 else Role.MEMBER, of=someone))
        members.append(
            body.appoint(
                council=council,
                person=someone,
                seat=seat,
                since=council.since,
                decision="12/QĐ-TSL",
                by=cast.officer,
                at=NOW,
            )
        )
    meeting = meetings.prepare(council=council, terms=terms(), by=cast.officer, at=NOW)
    nominations = [cleared(cast, nominee(cast, place), cast.officer) for place in range(nominees)]
    return Session(council, members, users, cast.officer, meeting, nominations)


def with_agenda(session: Session) -> Session:
    chosen = [one.pk for one in session.nominations]
    agenda.put_on(meeting=session.meeting, nominations=chosen, by=session.officer, at=NOW)
    return session


def roll(session: Session, other: Mapping[int, Noted] | None = None) -> None:
    """Everybody is there but those named otherwise, by the place of their seat."""
    noted = {member.pk: (other or {}).get(place, PRESENT) for place, member in enumerate(session.members)}
    attending.call_roll(meeting=session.meeting, noted=noted, by=session.officer, at=NOW)


def open_it(session: Session, presided_by: int = 0, secretary: int = 2) -> Meeting:
    meeting = meetings.open_meeting(
        meeting=session.meeting,
        presided_by=session.members[presided_by],
        secretary=session.members[secretary],
        by=session.officer,
        at=NOW,
    )
    session.meeting.refresh_from_db()
    return meeting


def going(cast: Cast) -> Session:
    """Opened, everybody there."""
    session = with_agenda(called(cast))
    roll(session)
    open_it(session)
    return session


def ended(cast: Cast) -> Session:
    """Over, its minutes drafted."""
    session = going(cast)
    meetings.end(meeting=session.meeting, by=session.officer, at=LATER)
    session.meeting.refresh_from_db()
    return session
