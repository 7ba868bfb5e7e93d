"""What a user may do about the Council: the table of permissions says it, the meeting says in which seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.council.models import CouncilMember, Meeting
from lantoa.council.queries.body import seat_of
from lantoa.domain.authority import Allowed, Deed, Refused, may

Answer: TypeAlias = Allowed | Refused


@dataclass(frozen=True, slots=True)
class Rights:
    """Who runs the meeting, who signs, and the seat in which the user takes part; none for a guest or the officer."""

    run: Answer
    sign: Answer
    seat: CouncilMember | None

    def signs_as(self, meeting: Meeting) -> str:
        """`chair` or `secretary` of that meeting, or nothing."""
        if not self.sign or self.seat is None:
            return ""
        if self.seat.person_id == _person(meeting.presided_by):
            return "chair"
        return "secretary" if self.seat.person_id == _person(meeting.secretary) else ""


def rights_of(meeting: Meeting, user: User, members: Sequence[CouncilMember] | None = None) -> Rights:
    """`members` are those who sit on the meeting's day, when they were read already."""
    actor = actor_of(user)
    own = (one for one in members or () if user.person_id is not None and one.person_id == user.person_id)
    seat = seat_of(user, meeting) if members is None else next(own, None)
    return Rights(may(actor, Deed.RUN_MEETING), may(actor, Deed.SIGN_MINUTES), seat)


def may_appoint(user: User) -> Answer:
    return may(actor_of(user), Deed.APPOINT_COUNCIL)


def _person(member: CouncilMember | None) -> int | None:
    return member.person_id if member is not None else None
