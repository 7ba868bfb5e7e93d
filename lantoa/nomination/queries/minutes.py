"""A unit's minutes as they are read and printed: who was there, and how each nominee fared."""

from dataclasses import dataclass

from lantoa.nomination.models import Attendance, UnitMeeting
from lantoa.nomination.queries.rounds.reading import procedure_of
from lantoa.nomination.queries.unit_meetings import MeetingVote
from lantoa.register.models import Subject


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything on the sheet; votes only of nominees whose votes are counted."""

    meeting: UnitMeeting
    present: list[Attendance]
    absent: list[Attendance]
    votes: list[tuple[Subject, MeetingVote | None]]

    @property
    def members(self) -> int:
        return len(self.present) + len(self.absent)


def minutes_of(meeting: UnitMeeting) -> Minutes:
    seats = list(meeting.attendances.select_related("person__subject").order_by("person__subject__sort_key"))
    present = [one for one in seats if one.is_present]
    approval = procedure_of(meeting.round).unit_approval
    rows = meeting.votes.select_related("subject").order_by("subject__kind", "subject__sort_key")
    votes = [
        (
            row.subject,
            None
            if row.votes_for is None
            else MeetingVote(
                meeting,
                row.votes_for,
                row.votes_against or 0,
                row.votes_blank or 0,
                len(present),
                len(seats),
                approval,
            ),
        )
        for row in rows
    ]
    return Minutes(meeting, present, [one for one in seats if not one.is_present], votes)
