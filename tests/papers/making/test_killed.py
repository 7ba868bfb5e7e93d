"""The worker is killed in the middle of a job: nothing is lost, and no paper is made twice."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings

from lantoa.audit.models import Event
from lantoa.papers import attachments
from lantoa.papers.models import Paper, PaperJob
from lantoa.papers.queries.jobs import Progress, progress_of
from lantoa.papers.tasks import make_papers
from tests.cast import assemble
from tests.papers.making.asking import ask
from tests.papers.making.desk import keep_template, make_round
from tests.papers.word.letters import texts
from tests.worker.conftest import database_url

STATEMENTS = ['INSERT INTO "lantoa_paper" ', 'INSERT INTO "lantoa_event"', 'UPDATE "lantoa_paperjobitem"']
THIRD = 3


def made_and_killed(job: PaperJob, statement: str) -> int:
    """How the process ended."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lantoa.settings",
        "DATABASE_URL": database_url(),
        "LANTOA_DATA": str(settings.DATA),
    }
    command = [sys.executable, "-m", "tests.papers.making.killed", str(job.pk), statement, str(THIRD)]
    ended = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=120)
    return ended.returncode


def asked() -> PaperJob:
    cast = assemble()
    keep_template(cast.officer)
    return ask(make_round(cast.officer), cast.officer)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_job_killed_in_the_middle_goes_on_where_it_stopped(statement: str) -> None:
    job = asked()

    assert made_and_killed(job, statement) == -signal.SIGKILL
    assert progress_of(job) == Progress(asked=6, made=2, refused=1)
    assert Paper.objects.count() == 2

    make_papers.call(job.pk)

    assert progress_of(job) == Progress(asked=6, made=5, refused=1)
    assert list(Paper.objects.values_list("number", flat=True)) == [1] * 5
    assert Event.objects.filter(deed="paper_made").count() == 5
    assert len({texts(attachments.read(paper.word_path))[0] for paper in Paper.objects.all()}) == 5


@pytest.mark.django_db(transaction=True)
def test_the_same_process_left_alone_makes_all_of_them() -> None:
    """The control: what ended the others was the kill."""
    job = asked()

    assert made_and_killed(job, "NO SUCH STATEMENT") == 0

    assert progress_of(job) == Progress(asked=6, made=5, refused=1)
