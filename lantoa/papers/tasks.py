"""Daily: remove files that no row names any more."""

from django.utils.timezone import now
from django_tasks import task

from lantoa.papers.attachments import sweep


@task()
def sweep_files() -> int:
    return sweep(at=now())
