"""Every role against every deed about a poll: who may, may; all others are refused and leave nothing behind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.council.actions.polls import counting, opinions, papers, preparing
from lantoa.council.actions.polls.concluding import conclude
from lantoa.council.actions.polls.voting import cast_ballot
from lantoa.council.models import MeetingCase, Poll, Presence, Teller
from lantoa.domain.authority import PERMISSIONS, Deed, Role
from lantoa.domain.ballot import Choice, Count, Mode
from lantoa.papers.attachments import check
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW
from tests.council.chamber import Chamber, opened, prepared

Doing = Callable[[Chamber, User], Any]
SEALED, PAPER, HANDS = Mode.SEALED, Mode.PAPER, Mode.HANDS


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def as_teller(poll: Poll, user: User) -> Poll:
    """The poll with that user in the place of the first teller, so that only the role is asked."""
    Teller.objects.filter(poll=poll, place=1).update(user=user)
    return poll


def prepare(chamber: Chamber, by: User) -> None:
    preparing.prepare(meeting=chamber.meeting, cases=chamber.cases, mode=HANDS, by=by, at=NOW)


def make_key(chamber: Chamber, by: User) -> None:
    preparing.make_key(poll=as_teller(prepared(chamber), by), by=by, at=NOW)


def open_poll(chamber: Chamber, by: User) -> None:
    preparing.open_poll(poll=prepared(chamber, HANDS), by=by, at=NOW)


def void(chamber: Chamber, by: User) -> None:
    preparing.void(poll=prepared(chamber, HANDS), reason="Nhầm", by=by, at=NOW)


def put_in(chamber: Chamber, by: User) -> None:
    poll, _keys = opened(chamber)
    chamber.users[3].person, by.person = None, chamber.members[3].person
    chamber.users[3].save()
    by.save()
    choices = dict.fromkeys(poll.cases.values_list("pk", flat=True), Choice.FOR)
    cast_ballot(poll=poll, choices=choices, by=by, at=NOW)


def open_ballots(chamber: Chamber, by: User) -> None:
    poll, keys = opened(chamber)
    counting.open_ballots(poll=as_teller(poll, by), keys=keys, by=by, at=NOW)


def nines(poll: Poll) -> dict[int, Count]:
    return dict.fromkeys(poll.cases.values_list("pk", flat=True), Count(9))


def enter_count(chamber: Chamber, by: User) -> None:
    poll = as_teller(opened(chamber, PAPER)[0], by)
    papers.enter_count(poll=poll, counts=nines(poll), returned=9, by=by, at=NOW)


def attach(chamber: Chamber, by: User) -> None:
    scan = check(SimpleUploadedFile("bb.pdf", b"%PDF-1.7"))
    papers.attach_scan(poll=as_teller(opened(chamber, PAPER)[0], by), scan=scan, by=by, at=NOW)


def settle(chamber: Chamber, by: User) -> None:
    poll, _none = opened(chamber, PAPER)
    for teller in chamber.tellers:
        papers.enter_count(poll=poll, counts=nines(poll), returned=9, by=teller, at=NOW)
    scan = check(SimpleUploadedFile("bb.pdf", b"%PDF-1.7"))
    papers.attach_scan(poll=poll, scan=scan, by=chamber.tellers[0], at=NOW)
    papers.settle_papers(poll=as_teller(poll, by), by=by, at=NOW)


def count_hands(chamber: Chamber, by: User) -> None:
    poll, _none = opened(chamber, HANDS)
    counting.count_hands(poll=poll, counts=nines(poll), by=by, at=NOW)


def note(chamber: Chamber, by: User) -> None:
    Presence.objects.filter(member=chamber.members[8]).update(state="excused", reason="Đi công tác")
    choices = {chamber.cases[0].pk: Choice.FOR}
    opinions.note_opinions(meeting=chamber.meeting, member=chamber.members[8], choices=choices, by=by, at=NOW)


def postpone(chamber: Chamber, by: User) -> None:
    conclude(case=chamber.cases[0], outcome=MeetingCase.Outcome.POSTPONE, reason="Chờ", by=by, at=NOW)


DEEDS: dict[Doing, Deed] = {
    prepare: Deed.RUN_MEETING,
    open_poll: Deed.RUN_MEETING,
    void: Deed.RUN_MEETING,
    note: Deed.RUN_MEETING,
    postpone: Deed.RUN_MEETING,
    put_in: Deed.VOTE,
    make_key: Deed.COUNT_BALLOTS,
    open_ballots: Deed.COUNT_BALLOTS,
    enter_count: Deed.COUNT_BALLOTS,
    attach: Deed.COUNT_BALLOTS,
    settle: Deed.COUNT_BALLOTS,
    count_hands: Deed.COUNT_BALLOTS,
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("doing", DEEDS, ids=lambda doing: doing.__name__)
def test_the_table_of_permissions_is_what_happens(chamber: Chamber, doing: Doing, role: Role) -> None:
    user = User.objects.create_user("ai-do", "ai-do@songlam.example")
    where: dict[str, Any] = {"unit": chamber.cases[0].nomination.unit} if role is Role.HEAD else {}
    office = "personnel" if role is Role.SPECIALIST else ""
    RoleGrant.objects.create(user=user, role=role.value, office=office, **where)

    if role in PERMISSIONS[DEEDS[doing]]:
        doing(chamber, user)
        assert Event.objects.filter(by=user).count() == 1
    else:
        with pytest.raises(NotAllowed):
            doing(chamber, user)
        assert Event.objects.filter(by=user).count() == 0
