"""The server is killed while a vote is being closed: no ballot is lost, none counts twice."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lantoa.audit.models import Event
from lantoa.council.actions.polls import counting
from lantoa.council.models import Poll, SealedBallot, Teller
from tests.cast import NOW, assemble
from tests.council.chamber import A, Chamber, F, opened, seat, totals, vote
from tests.worker.conftest import database_url

STATEMENTS = [
    'DELETE FROM "lantoa_sealedballot"',
    'UPDATE "lantoa_teller"',
    'UPDATE "lantoa_pollcase"',
    'UPDATE "lantoa_poll" ',
    'INSERT INTO "lantoa_event"',
]


def session() -> tuple[Chamber, Poll, list[str]]:
    chamber = seat(assemble(), size=5)
    poll, keys = opened(chamber)
    for user in chamber.users:
        vote(poll, user, F, A)
    return chamber, poll, keys


def on_file(poll: Poll) -> tuple[object, ...]:
    poll.refresh_from_db()
    return (
        poll.stage,
        poll.receipts,
        totals(poll),
        sorted(bytes(one) for one in SealedBallot.objects.values_list("sealed", flat=True)),
        [bytes(teller.public_key or b"") for teller in Teller.objects.order_by("place")],
        Event.objects.count(),
    )


def counted_and_killed(chamber: Chamber, poll: Poll, keys: list[str], statement: str, folder: Path) -> int:
    """How the process ended."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lantoa.settings",
        "DATABASE_URL": database_url(),
        "LANTOA_DATA": str(folder),
    }
    arguments = [str(poll.pk), str(chamber.tellers[0].pk), NOW.isoformat(), statement, *keys]
    command = [sys.executable, "-m", "tests.council.killed", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=False, timeout=120).returncode


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_process_killed_in_the_middle_of_a_count_leaves_the_box_as_it_was_and_the_next_count_is_whole(
    tmp_path: Path, statement: str
) -> None:
    chamber, poll, keys = session()
    before = on_file(poll)

    assert counted_and_killed(chamber, poll, keys, statement, tmp_path) == -signal.SIGKILL
    assert on_file(poll) == before

    counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)
    assert (totals(poll), SealedBallot.objects.count()) == ({1: (5, 0, 0, 0), 2: (0, 5, 0, 0)}, 0)


@pytest.mark.django_db(transaction=True)
def test_the_same_process_left_alone_counts(tmp_path: Path) -> None:
    """The control: what ended the others was the kill."""
    chamber, poll, keys = session()

    assert counted_and_killed(chamber, poll, keys, "NO SUCH STATEMENT", tmp_path) == 0

    assert totals(poll) == {1: (5, 0, 0, 0), 2: (0, 5, 0, 0)}
