"""Tasks that leave a trace, for the tests of the worker."""

import time
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from lantoa.worker.models import Lease


@task()
def trace(path: str, seconds: float) -> str:
    """Write that it began, take its time, write that it ended."""
    with Path(path).open("a", encoding="ascii") as file:
        print("began", file=file, flush=True)
        time.sleep(seconds)
        print("ended", file=file)
    return "done"


@task()
def stumble() -> None:
    raise ValueError("hỏng")


@task()
def write_for_long(seconds: float) -> None:
    """One transaction that keeps SQLite's only write lock for so long."""
    with transaction.atomic():
        Lease.objects.create(name="long write", holder="long write", until=timezone.now())
        time.sleep(seconds)
