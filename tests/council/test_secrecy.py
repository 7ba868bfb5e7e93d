"""Playing the database administrator: everything on file, at every moment, and still no better than guessing."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any, TypeAlias

import numpy as np
import pytest
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.http import HttpRequest
from django.test import Client
from django.views.debug import ExceptionReporter

from lantoa.audit.models import Event
from lantoa.council.actions.polls import counting
from lantoa.council.actions.polls.voting import cast_ballot
from lantoa.council.models import MeetingCase, Poll, PollCase, SealedBallot, Teller, Voter
from lantoa.council.queries.polls.results import frozen
from lantoa.council.sealing import new_pair
from lantoa.domain.ballot import Choice
from lantoa.domain.procedure import Base, Threshold
from lantoa.domain.slip import write
from tests.cast import NOW, Cast, assemble
from tests.council.chamber import A, Chamber, F, opened, prepared, seat, totals, vote

POLLS, SEATS = 200, 6
BYTES = 24  # of each end of an envelope that the administrator looks at
GUESSING = 0.57  # of 600 guesses: three and a half standard deviations above one half

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[np.floating[Any]]]"


@dataclass(frozen=True)
class Seen:
    """What the administrator has of one ballot before the count: its row, its bytes, its event, its place."""

    poll: int
    row: int
    member: int
    version: int
    sealed: bytes
    receipt: str
    at: float
    event_hash: str

    @property
    def numbers(self) -> list[float]:
        ends = [*self.sealed[:BYTES], *self.sealed[-BYTES:]]
        letters = [ord(letter) for letter in self.receipt.ljust(19)[:19]]
        digest = [int(digit, 16) for digit in self.event_hash[:16]]
        whole = [float(len(self.sealed)), float(np.mean(list(self.sealed))), float(len(set(self.sealed)))]
        return [1.0, self.row, self.member, self.version, self.at, *whole, *ends, *letters, *digest]


def polls_of(chamber: Chamber, number: int) -> tuple[list[Poll], list[list[str]]]:
    """So many open polls on one case each, without the pages before them."""
    [case] = chamber.cases
    keys = []
    threshold = frozen(Threshold(2, True, Base.ALL_MEMBERS, "Hội đồng", "Quy chế"))  # type: ignore[arg-type]
    polls = [
        Poll(
            meeting=chamber.meeting, number=place, mode="sealed", stage="open", issued=SEATS,
            made_by=chamber.officer, made_at=NOW, opened_by=chamber.officer, opened_at=NOW,
        )
        for place in range(1, number + 1)
    ]  # fmt: skip
    for poll in Poll.objects.bulk_create(polls):
        pairs = [new_pair() for _teller in chamber.tellers]
        keys.append([private for _public, private in pairs])
        PollCase.objects.create(poll=poll, case=case, order=1, threshold=threshold, members=SEATS, voters=SEATS)
        Voter.objects.bulk_create([Voter(poll=poll, member=member, is_present=True) for member in chamber.members])
        Teller.objects.bulk_create(
            [
                Teller(poll=poll, user=user, place=place, public_key=public)
                for place, (user, (public, _private)) in enumerate(zip(chamber.tellers, pairs, strict=True), 1)
            ]
        )
    return polls, keys


def cast_all(chamber: Chamber, poll: Poll, random: Random) -> dict[int, Choice]:
    """Half for it and half against, so that the totals tell nothing, in any order and at any time; by member."""
    choices = [F, A] * (SEATS // 2)
    random.shuffle(choices)
    chosen = dict(zip((member.pk for member in chamber.members), choices, strict=True))
    places = list(range(SEATS))
    random.shuffle(places)
    case = poll.cases.get().pk
    for minute, place in enumerate(places):
        choice = chosen[chamber.members[place].pk]
        at = NOW + timedelta(minutes=minute, seconds=random.random() * 50)
        cast_ballot(poll=poll, choices={case: choice}, by=chamber.users[place], at=at)
    return chosen


def look(poll: Poll) -> list[Seen]:
    """Everything on file about each ballot that is in the box."""
    events = {
        event.by_id: event
        for event in Event.objects.filter(target=f"poll:{poll.pk}", deed="ballot_cast").order_by("pk")
    }
    rows = SealedBallot.objects.filter(voter__poll=poll).select_related("voter__member__person__account")
    return [
        Seen(
            poll=poll.number,
            row=place,
            member=row.voter.member_id,
            version=row.version,
            sealed=bytes(row.sealed),
            receipt=row.receipt,
            at=(events[row.voter.member.person.account.pk].at - NOW).total_seconds(),
            event_hash=events[row.voter.member.person.account.pk].hash,
        )
        for place, row in enumerate(rows.order_by("pk"))
    ]


def guessed_right(seen: list[Seen], truth: list[dict[int, Choice]]) -> float:
    """Learn from the first half of the polls what goes with a vote for it; how much of the second is guessed right.

    The administrator knows the totals too: of each poll the half that looks most like «for» is guessed to be so.
    """
    table = np.array([one.numbers for one in seen])
    spread = table.std(axis=0)
    table = (table - table.mean(axis=0)) / np.where(spread == 0, 1, spread)
    table[:, 0] = 1.0
    real = np.array([1.0 if truth[one.poll - 1][one.member] is F else -1.0 for one in seen])
    number = np.array([one.poll for one in seen])
    half = number.max() // 2
    learnt = _weights(table[number <= half], real[number <= half])
    right = [_right(table[number == poll] @ learnt, real[number == poll]) for poll in range(half + 1, number.max() + 1)]
    return float(np.mean(right))


def _weights(table: Numbers, real: Numbers) -> Numbers:
    """A ridge, so that noise is not learnt by heart."""
    return np.linalg.solve(table.T @ table + 50 * np.eye(table.shape[1]), table.T @ real)


def _right(scores: Numbers, real: Numbers) -> float:
    guess = np.full(len(scores), -1.0)
    guess[np.argsort(scores)[len(scores) // 2 :]] = 1.0
    return float((guess == real).mean())


def test_the_administrator_of_the_database_does_no_better_than_guessing_over_200_polls(cast: Cast) -> None:
    chamber = seat(cast, size=SEATS, nominees=1)
    polls, keys = polls_of(chamber, POLLS)
    random = Random(20260115)  # noqa: S311  (the same every time)
    truth = [cast_all(chamber, poll, random) for poll in polls]
    seen = [one for poll in polls for one in look(poll)]
    for poll, pair in zip(polls, keys, strict=True):
        counting.open_ballots(poll=poll, keys=pair, by=chamber.tellers[0], at=NOW)

    assert guessed_right(seen, truth) < GUESSING
    assert {tuple(totals(poll)[1]) for poll in polls} == {(3, 3, 0, 0)}
    assert (SealedBallot.objects.count(), Teller.objects.exclude(public_key=None).count()) == (0, 0)


@pytest.mark.parametrize("leak", ["length", "last byte", "order", "time"])
def test_the_same_administrator_finds_a_leak_when_there_is_one(leak: str) -> None:
    """The control: the attack above works where something shows through."""
    random = Random(7)  # noqa: S311  (the same every time)
    truth, seen = [], []
    for poll in range(1, POLLS + 1):
        choices = [F, A] * (SEATS // 2)
        random.shuffle(choices)
        truth.append(dict(enumerate(choices)))
        for member, choice in enumerate(choices):
            seen.append(leaking(leak, poll, member, choice, random))

    assert guessed_right(seen, truth) > 0.9


def leaking(leak: str, poll: int, member: int, choice: Choice, random: Random) -> Seen:
    is_for = choice is F
    sealed = random.randbytes(112)
    if leak == "length":
        sealed += b"x" * is_for
    elif leak == "last byte":
        sealed = sealed[:-1] + write(poll, member, [choice])[-1:]
    return Seen(
        poll=poll,
        row=(0 if is_for else 3) + random.randrange(3) if leak == "order" else random.randrange(6),
        member=member,
        version=1,
        sealed=sealed,
        receipt="ABCD-EFGH-IJKL-MNOP",
        at=random.random() * 300 + (300 if leak == "time" and is_for else 0),
        event_hash=random.randbytes(32).hex(),
    )


def test_after_the_count_the_whole_database_is_the_same_whoever_chose_what(cast: Cast) -> None:
    chamber = seat(cast, size=SEATS, nominees=1)
    poll, keys = opened(chamber)
    dumps = [after(poll, keys, chamber, choices) for choices in ([F, F, F, A, A, A], [A, F, A, F, A, F])]

    assert dumps[0] == dumps[1]


def after(poll: Poll, keys: list[str], chamber: Chamber, choices: list[Choice]) -> dict[str, list[Any]]:
    """Every table after a count with those choices, which is taken back afterwards."""
    held: dict[str, list[Any]] = {}
    with transaction.atomic():
        for user, choice in zip(chamber.users, choices, strict=True):
            vote(poll, user, choice)
        counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)
        held = {table: sorted(map(repr, rows)) for table, rows in everything()}
        transaction.set_rollback(True)
    return held


def everything() -> Iterator[tuple[str, list[Any]]]:
    """All rows of all tables, but for what is drawn by lot: receipts, hashes and the numbers of events."""
    lots = {"receipts", "hash", "previous_hash"}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  (names of our tables)
            names = [column[0] for column in cursor.description]
            drawn = lots | ({"id"} if table == "lantoa_event" else set())
            kept = [place for place, name in enumerate(names) if name not in drawn]
            if table != "sqlite_sequence":
                yield table, [tuple(row[place] for place in kept) for row in cursor.fetchall()]


@pytest.mark.django_db(transaction=True)
def test_no_slip_and_no_key_is_in_the_bytes_of_the_database_before_or_after() -> None:
    """Files and write-ahead log on SQLite; on PostgreSQL every column of every table, as bytes."""
    chamber = seat(assemble(), size=SEATS)
    poll, keys = opened(chamber)
    voters = {voter.member.person_id: voter.pk for voter in Voter.objects.select_related("member")}
    slips = [write(poll.pk, voters[user.person_id or 0], [F, A]) for user in chamber.users]
    for user in chamber.users:
        vote(poll, user, F, A)
    before = raw_bytes()
    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    secrets = [*slips, *(key.encode() for key in keys), *(key.replace("-", "").encode() for key in keys)]
    assert [secret for secret in secrets if secret in before + raw_bytes()] == []


def raw_bytes() -> bytes:
    if connection.vendor != "sqlite":
        return b"\n".join(b"".join(map(as_bytes, row)) for _table, rows in everything() for row in rows)
    name = connection.settings_dict["NAME"]
    found = b""
    for ending in ("", "-wal", "-journal"):
        try:
            with open(f"{name}{ending}", "rb") as file:  # noqa: PTH123 - its name is a text of the settings
                found += file.read()
        except FileNotFoundError:
            continue
    return found


def as_bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def test_no_log_line_has_a_choice_or_a_key(chamber: Chamber, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    prepared(chamber)
    pages: list[str] = []
    officer, address = signed(chamber, 0), f"/hoi-dong/{chamber.meeting.pk}/bo-phieu/1/"
    keys = [made_key(signed_in_as(teller), address) for teller in chamber.tellers]
    pages.append(officer.post(f"{address}mo/").headers["Location"])
    fields = {f"case_{case.pk}": "against" for case in PollCase.objects.all()}
    officer.post(f"{address}phieu/", fields)
    signed_in_as(chamber.tellers[0]).post(f"{address}kiem/", {"key_1": keys[0], "key_2": keys[1]})

    assert totals(Poll.objects.get())[1] == (0, 1, 0, 0)
    assert [word for word in ("against", *keys) if word in caplog.text] == []


def signed(chamber: Chamber, place: int) -> Client:
    return signed_in_as(chamber.users[place])


def signed_in_as(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def made_key(client: Client, address: str) -> str:
    page = client.post(f"{address}khoa/").content.decode()
    return page.split('id="key-text">')[1].split("<")[0]


@pytest.mark.parametrize("page", ["phieu", "kiem"])
def test_no_error_report_has_a_choice_or_a_key(chamber: Chamber, page: str) -> None:
    """The report of a failure goes out by mail: what was sent with the request is starred out in it."""
    poll, keys = opened(chamber)
    fields = {"key_1": keys[0], "key_2": keys[1]}
    if page == "phieu":
        fields = {f"case_{case.pk}": Choice.AGAINST.value for case in poll.cases.all()}
    client = signed_in_as(chamber.users[2])  # a member, and a teller
    client.raise_request_exception = False

    with reports() as told, transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE lantoa_sealedballot RENAME TO away")
        client.post(f"/hoi-dong/{chamber.meeting.pk}/bo-phieu/1/{page}/", fields)
        transaction.set_rollback(True)

    [report] = told
    assert "lantoa_sealedballot" in report
    assert [value for value in fields.values() if f"'{value}'" in report or f"= {value}" in report] == []


@contextmanager
def reports() -> Iterator[list[str]]:
    """What an error report would say, for every failure within."""
    told: list[str] = []

    def tell(request: HttpRequest, **_rest: Any) -> None:
        told.append(ExceptionReporter(request, *sys.exc_info()).get_traceback_text())

    receiver: Callable[..., None] = tell
    got_request_exception.connect(receiver)
    try:
        yield told
    finally:
        got_request_exception.disconnect(receiver)


def test_a_case_of_the_meeting_keeps_no_trace_of_who_voted_how() -> None:
    """The columns themselves: no row of a vote beside the totals, but the sealed one."""
    columns = {
        field.name for model in (Voter, SealedBallot, PollCase, MeetingCase) for field in model._meta.get_fields()
    }

    assert columns & {"choice", "vote", "choices"} == set()
