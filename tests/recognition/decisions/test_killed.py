"""The server is killed while a decision is being issued: nothing is lost, and nothing happens twice."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lantoa.audit.models import Event
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination
from lantoa.recognition.models import Decision, NumberSeries, TakenNumber
from lantoa.register.models import Recognition
from tests.cast import NOW, assemble
from tests.recognition.decisions.deciding import Desk, desk_of
from tests.worker.conftest import database_url

STATEMENTS = [
    'INSERT INTO "lantoa_takennumber"',
    'UPDATE "lantoa_decision"',
    'INSERT INTO "lantoa_recognition"',
    'UPDATE "lantoa_nomination"',
    'INSERT INTO "lantoa_event"',
]


def on_file() -> tuple[object, ...]:
    return (
        list(Decision.objects.values_list("stage", "reference")),
        list(Nomination.objects.order_by("pk").values_list("stage", "version")),
        TakenNumber.objects.count(),
        list(NumberSeries.objects.values_list("last", flat=True)),
        Recognition.objects.count(),
        Event.objects.count(),
    )


def issued_and_killed(desk: Desk, decision: Decision, statement: str, folder: Path) -> int:
    """How the process ended."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lantoa.settings",
        "DATABASE_URL": database_url(),
        "LANTOA_DATA": str(folder),
    }
    command = [sys.executable, "-m", "tests.recognition.decisions.killed"]
    arguments = [str(decision.pk), str(desk.clerk.pk), NOW.isoformat(), statement]
    ended = subprocess.run([*command, *arguments], env=environment, capture_output=True, check=False, timeout=120)
    return ended.returncode


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_process_killed_in_the_middle_of_an_issue_leaves_nothing_and_the_next_issue_is_whole(
    tmp_path: Path, statement: str
) -> None:
    desk = desk_of(assemble())
    decision = desk.at(DecisionStage.APPROVED)
    before = on_file()

    assert issued_and_killed(desk, decision, statement, tmp_path) == -signal.SIGKILL
    assert on_file() == before

    again = desk.issue(decision)
    assert (again.reference, TakenNumber.objects.count(), Recognition.objects.count()) == ("01/QĐ-ĐHTT", 1, 2)


@pytest.mark.django_db(transaction=True)
def test_the_same_process_left_alone_issues_the_decision(tmp_path: Path) -> None:
    """The control: what ended the others was the kill."""
    desk = desk_of(assemble())
    decision = desk.at(DecisionStage.APPROVED)

    assert issued_and_killed(desk, decision, "NO SUCH STATEMENT", tmp_path) == 0

    assert (Decision.objects.get().reference, Recognition.objects.count()) == ("01/QĐ-ĐHTT", 2)
