"""The long work on papers, done in the background, and the daily sweep; each may run again after a killed worker."""

from django.utils.timezone import now
from django_tasks import task

from lantoa.accounts.models import User
from lantoa.papers import trials
from lantoa.papers.actions import jobs, making
from lantoa.papers.attachments import sweep
from lantoa.papers.composing import Convert
from lantoa.papers.models import Paper, PaperJob
from lantoa.papers.pdf.office import Converter, is_there
from lantoa.papers.queries.jobs import is_cancelled, left_of


@task()
def sweep_files() -> int:
    return sweep(at=now()) + trials.sweep(at=now())


@task()
def sweep_jobs() -> int:
    return jobs.sweep(at=now())


@task()
def make_papers(job: int) -> int:
    """Make what is left of a job, one paper after the other; how many were taken up."""
    asked = PaperJob.objects.select_related("made_by").get(pk=job)
    if not asked.with_pdf or not is_there():
        count = _make(asked, None)
    else:
        with Converter() as converter:
            count = _make(asked, converter.to_pdf)
    jobs.end(job=asked, at=now())
    return count


@task()
def put_into_pdf(paper: int, by: int) -> bool:
    """Whether the paper has a PDF afterwards."""
    made = making.add_pdf(paper=Paper.objects.get(pk=paper), by=User.objects.get(pk=by), at=now())
    return bool(made.pdf_path)


def _make(asked: PaperJob, convert: Convert | None) -> int:
    """One by one, until all are made or somebody cancels."""
    count = 0
    for item in list(left_of(asked)):
        if is_cancelled(asked):
            break
        jobs.make_item(item=item, by=asked.made_by, at=now(), convert=convert)
        count += 1
    return count
