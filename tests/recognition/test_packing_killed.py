"""The worker is killed while it packs: the papers that are made stay, and the package is whole when it is there."""

import os
import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.timezone import now

from lantoa.audit.models import Event
from lantoa.papers.models import Paper
from lantoa.recognition.actions.submissions import packing
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel import shelf
from lantoa.recognition.parcel.opening import open_parcel
from lantoa.recognition.parcel.shelf import place_of
from lantoa.recognition.tasks import sweep_packages
from tests.cast import NOW, Cast, assemble
from tests.recognition.test_parcel_papers import numbered, packed
from tests.worker.conftest import database_url

# statement, at which time it comes, and how many papers are there then
STATEMENTS = [
    ('INSERT INTO "lantoa_paper" ', 3, 2),
    ('UPDATE "lantoa_submissionitem"', 1, 4),
    ('UPDATE "lantoa_submission" SET "package_percent"', 8, 4),  # the zip is half written
]


def packed_and_killed(submission: Submission, cast: Cast, statement: str, turn: int) -> int:
    """How the process ended."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lantoa.settings",
        "DATABASE_URL": database_url(),
        "LANTOA_DATA": str(settings.DATA),
    }
    command = [sys.executable, "-m", "tests.recognition.packing_killed"]
    arguments = [str(submission.pk), str(cast.officer.pk), statement, str(turn)]
    ended = subprocess.run([*command, *arguments], env=environment, capture_output=True, check=False, timeout=120)
    return ended.returncode


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("statement", "turn", "papers"), STATEMENTS)
def test_a_packing_killed_in_the_middle_goes_on_where_it_stopped(statement: str, turn: int, papers: int) -> None:
    cast = assemble()
    submission = numbered(cast)

    assert packed_and_killed(submission, cast, statement, turn) == -signal.SIGKILL
    assert (Paper.objects.count(), Submission.objects.get().package_sha256) == (papers, "")

    done = packing.pack(submission=Submission.objects.get(), by=cast.officer, at=NOW)

    assert (Paper.objects.count(), Event.objects.filter(deed="paper_made").count()) == (4, 4)
    with place_of(done.package_sha256).open("rb") as parcel:
        assert [len(one.papers) for one in open_parcel(parcel).dossiers] == [1, 1]


@pytest.mark.django_db(transaction=True)
def test_the_same_process_left_alone_packs_it() -> None:
    """The control: what ended the others was the kill."""
    cast = assemble()

    assert packed_and_killed(numbered(cast), cast, "NO SUCH STATEMENT", 1) == 0
    assert Submission.objects.get().has_package is True


def test_what_a_kill_left_and_packages_of_before_go_a_day_later(cast: Cast) -> None:
    first = packed(cast)
    stray = shelf.beside()
    stray.write_bytes(b"PK")
    Submission.objects.update(package_contents=None, subject_line="Đề nghị khác")
    second = packed(cast, Submission.objects.get())
    old = (now() - timedelta(days=2)).timestamp()

    assert sweep_packages.call() == 0
    for file in (stray, place_of(first.package_sha256), place_of(second.package_sha256)):
        os.utime(file, (old, old))
    sweep_packages.call()

    assert [file.exists() for file in (stray, place_of(first.package_sha256))] == [False, False]
    assert place_of(second.package_sha256).exists() is True
