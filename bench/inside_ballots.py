"""A council of 25 measured from within: all vote in the same moment, then the box is opened."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone

from bench.timing import seconds
from lantoa.accounts.models import RoleGrant, User
from lantoa.council.actions.polls import counting, preparing
from lantoa.council.models import Council, CouncilMember, Meeting, MeetingCase, Poll, Presence
from lantoa.domain.authority import Role
from lantoa.domain.ballot import Mode
from lantoa.nomination.models import Nomination, Round
from lantoa.register.models import Person, Subject, Unit
from lantoa.server.statics import gather

THREADS = 8
EDITION, TIER, YEAR = "nganh-tu-phap-2021-2025", "school-annual", 2025
SINCE = date(2021, 1, 1)
Answer = dict[str, Any]


def ballots(members: str, cases: str) -> Answer:
    """Seconds from the first ballot sent to the last one answered, and of the count."""
    at = timezone.now()
    tellers, users, poll, keys = _session(int(members), int(cases), at)
    browsers = [_browser(user) for user in users]
    fields = {f"case_{place}": "for" for place in poll.cases.values_list("pk", flat=True)}
    address = f"/hoi-dong/{poll.meeting_id}/bo-phieu/{poll.number}/phieu/"

    def send(browser: Client) -> float:
        begin = perf_counter()
        answer = browser.post(address, fields)
        connection.close()
        assert answer.status_code == 302, answer.status_code
        return perf_counter() - begin

    gather()
    for browser in browsers:
        assert browser.get(address).status_code == 200  # everybody has the ballot before them
    begin = perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        took = sorted(pool.map(send, browsers))
    whole = perf_counter() - begin
    counted = seconds(lambda: counting.open_ballots(poll=poll, keys=keys, by=tellers[0], at=timezone.now()))
    poll.refresh_from_db()
    assert (poll.stage, poll.returned) == ("counted", len(users)), poll.returned
    return {"whole": whole, "slowest": took[-1], "counted": counted}


def _browser(user: User) -> Client:
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[-1])
    return browser


def _session(members: int, cases: int, at: datetime) -> tuple[list[User], list[User], Poll, list[str]]:
    """An open poll of a council that is all there."""
    tellers = [_account(f"kiem{place}", Role.OFFICER) for place in (1, 2)]
    made: dict[str, Any] = {"made_by": tellers[0], "made_at": at}
    council = Council.objects.create(name="Hội đồng", decision="1/QĐ", decided=SINCE, since=SINCE, **made)
    people = [_person(f"HD{place}", at) for place in range(members)]
    users = [_account(f"uv{place}", Role.MEMBER, of=person) for place, person in enumerate(people)]
    seats = [CouncilMember(council=council, person=person, since=SINCE, decision="1/QĐ", **made) for person in people]
    CouncilMember.objects.bulk_create(seats)
    meeting = Meeting.objects.create(
        council=council, edition=EDITION, name="Phiên họp", starts_at=at, place="Phòng họp", stage="open",
        opened_by=tellers[0], opened_at=at, presided_by=seats[0], secretary=seats[1], **made,
    )  # fmt: skip
    noted: dict[str, Any] = {"meeting": meeting, "state": "present", "noted_by": tellers[0], "noted_at": at}
    Presence.objects.bulk_create([Presence(member=seat, **noted) for seat in seats])
    agenda = [_case(meeting, place, tellers[0], at) for place in range(cases)]
    by: dict[str, Any] = {"by": tellers[0], "at": at}
    poll = preparing.prepare(meeting=meeting, cases=agenda, mode=Mode.SEALED, tellers=tellers, **by)
    keys = [preparing.make_key(poll=poll, by=teller, at=at) for teller in tellers]
    return tellers, users, preparing.open_poll(poll=poll, **by), keys


def _case(meeting: Meeting, place: int, by: User, at: datetime) -> MeetingCase:
    the_round, _made = Round.objects.get_or_create(
        edition=EDITION, tier=TIER, year=YEAR, defaults={"name": "Đợt xét", "search_key": "", "made_at": at}
    )
    unit, _made = Unit.objects.get_or_create(subject=_subject("DV", "collective"), defaults=_origin(at))
    nomination = Nomination.objects.create(
        subject=_person(f"DC{place}", at).subject, round=the_round, edition=EDITION, tier=TIER, year=YEAR, unit=unit,
        verdict={}, stage="cleared", made_by=by, made_at=at, written_by=by, written_at=at, sent_by=by, sent_at=at,
    )  # fmt: skip
    return MeetingCase.objects.create(meeting=meeting, nomination=nomination, order=place + 1)


def _subject(code: str, kind: str) -> Subject:
    known = {"name": code, "kind": kind, "search_key": code.lower(), "sort_key": code.lower()}
    return Subject.objects.get_or_create(code=code, defaults=known)[0]


def _person(code: str, at: datetime) -> Person:
    return Person.objects.create(subject=_subject(code, "individual"), **_origin(at))


def _origin(at: datetime) -> dict[str, Any]:
    return {"recorded_at": at}


def _account(name: str, role: Role, of: Person | None = None) -> User:
    user = User.objects.create(username=name, person=of)
    RoleGrant.objects.create(user=user, role=role.value)
    return user
