"""Meetings for the walk through every page: what stands in the table, what to open instead."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.council.actions import agenda, attending, body, meetings
from lantoa.council.actions.polls import papers
from lantoa.council.models import Meeting, Poll
from lantoa.domain.ballot import Count, Mode
from lantoa.papers.attachments import check
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, cleared, interest, nominee, opened, seat
from tests.council.sessions import LATER, PRESENT, terms


def rows(cast: Cast) -> list[tuple[str, str]]:
    """One meeting that goes on with a poll that is open and one that is counted, one called, one that is over."""
    chamber = seat(cast)
    interest(chamber.cases[0], chamber.members[4], cast.officer)
    poll, _keys = opened(chamber, Mode.PAPER, chamber.cases[1:])
    counted = _counted(chamber)
    body.declare(subject=cast.lecturer.subject, kind="family", note="em ruột", by=chamber.users[3], at=NOW)
    coming, over = _called(chamber, "Phiên sắp họp"), _over(cast, chamber)
    going = f"/hoi-dong/{chamber.meeting.pk}/"
    return [
        ("/hoi-dong/1/ho-so/1/", f"{going}ho-so/{chamber.cases[0].pk}/"),
        ("/hoi-dong/1/bo-phieu/1/bien-ban/", f"{going}bo-phieu/{counted.number}/bien-ban/"),
        ("/hoi-dong/1/bo-phieu/1/", f"{going}bo-phieu/{poll.number}/"),
        ("/hoi-dong/1/bien-ban/", f"/hoi-dong/{over.pk}/bien-ban/"),
        ("/hoi-dong/1/sua/", f"/hoi-dong/{coming.pk}/sua/"),
        ("/hoi-dong/1/", going),
        ("/thanh-phan/1/", f"/thanh-phan/{chamber.meeting.council_id}/"),
        ("/thanh-vien/1/", f"/thanh-vien/{chamber.members[5].pk}/"),
    ]


def _counted(chamber: Chamber) -> Poll:
    """Counted twice alike, with the signed record."""
    poll, _keys = opened(chamber, Mode.PAPER, chamber.cases[:1])
    counts = {poll.cases.get().pk: Count(7, 1)}
    for teller in chamber.tellers:
        papers.enter_count(poll=poll, counts=counts, returned=8, by=teller, at=NOW)
    paper = check(SimpleUploadedFile("kiem-phieu.pdf", b"%PDF-1.7"))
    papers.attach_scan(poll=poll, scan=paper, by=chamber.tellers[0], at=NOW)
    return papers.settle_papers(poll=poll, by=chamber.tellers[1], at=NOW)


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
