"""Meetings for the walk through every page: what stands in the table, what to open instead."""

from datetime import timedelta

from lantoa.council.actions import agenda, attending, body, meetings
from lantoa.council.models import Meeting
from lantoa.domain.ballot import Mode
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, cleared, interest, nominee, opened, seat
from tests.council.sessions import LATER, PRESENT, terms


def rows(cast: Cast) -> list[tuple[str, str]]:
    """One meeting that goes on with a poll by paper, one that is called, one that is over."""
    chamber = seat(cast)
    interest(chamber.cases[1], chamber.members[4], cast.officer)
    poll, _keys = opened(chamber, Mode.PAPER, chamber.cases[:1])
    body.declare(subject=cast.lecturer.subject, kind="family", note="em ruột", by=chamber.users[3], at=NOW)
    coming, over = _called(chamber, "Phiên sắp họp"), _over(cast, chamber)
    going = f"/hoi-dong/{chamber.meeting.pk}/"
    return [
        ("/hoi-dong/1/ho-so/1/", f"{going}ho-so/{chamber.cases[1].pk}/"),
        ("/hoi-dong/1/bo-phieu/1/", f"{going}bo-phieu/{poll.number}/"),
        ("/hoi-dong/1/bien-ban/", f"/hoi-dong/{over.pk}/bien-ban/"),
        ("/hoi-dong/1/sua/", f"/hoi-dong/{coming.pk}/sua/"),
        ("/hoi-dong/1/", going),
        ("/thanh-phan/1/", f"/thanh-phan/{chamber.meeting.council_id}/"),
        ("/thanh-vien/1/", f"/thanh-vien/{chamber.members[5].pk}/"),
    ]


def _called(chamber: Chamber, name: str, *, days: int = 1) -> Meeting:
    when = terms(name=name, starts_at=NOW + timedelta(days=days))
    return meetings.prepare(council=chamber.meeting.council, terms=when, by=chamber.officer, at=NOW)


def _over(cast: Cast, chamber: Chamber) -> Meeting:
    """With the minutes to be signed."""
    meeting = _called(chamber, "Phiên đã họp", days=0)
    nomination = cleared(cast, nominee(cast, 9), cast.officer)
    agenda.put_on(meeting=meeting, nominations=[nomination.pk], by=cast.officer, at=NOW)
    noted = {member.pk: PRESENT for member in chamber.members}
    attending.call_roll(meeting=meeting, noted=noted, by=cast.officer, at=NOW)
    first, second = chamber.members[:2]
    meetings.open_meeting(meeting=meeting, presided_by=first, secretary=second, by=cast.officer, at=NOW)
    return meetings.end(meeting=meeting, by=cast.officer, at=LATER)
