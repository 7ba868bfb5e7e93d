"""Leases: taken, renewed, dropped; and the tasks of dead workers given back to the queue."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lantoa.worker.models import Lease

KEPT_FOR = timedelta(days=30)
LONG_WAIT = 0.2  # seconds


class GaveUp(Exception):
    """A task whose worker died each time it was tried."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What became of the tasks of dead workers."""

    again: int
    failed: int


def take(*, name: str, holder: str, at: datetime) -> bool:
    """Take the lease called `name` if nobody living holds it."""
    if Lease.objects.filter(name=name, until__gte=at).exists():
        return False
    began = time.monotonic()
    with transaction.atomic():
        if _was_locked(began):
            return False
        Lease.objects.filter(name=name, until__lt=at).delete()
        _, is_ours = Lease.objects.get_or_create(
            name=name, defaults={"holder": holder, "until": at + settings.TASK_LEASE}
        )
    return is_ours


def renew(*, holder: str, at: datetime) -> bool:
    """Hold on; False when the lease has been lost to another."""
    return Lease.objects.filter(holder=holder).update(until=at + settings.TASK_LEASE) == 1


def drop(*, holder: str) -> None:
    Lease.objects.filter(holder=holder).delete()


def is_work_waiting() -> bool:
    """Is there a task to take, or one that may have lost its worker?"""
    return DBTaskResult.objects.ready().exists() or DBTaskResult.objects.running().exists()


def give_back(*, at: datetime) -> Returned:
    """Put the running tasks of dead workers back into the queue; after TASK_MOST_CLAIMS tries they have failed."""
    if not DBTaskResult.objects.running().exists():
        return Returned(again=0, failed=0)
    began = time.monotonic()
    with transaction.atomic():
        if _was_locked(began):
            return Returned(again=0, failed=0)
        living = set(Lease.objects.filter(until__gte=at).values_list("holder", flat=True))
        running = DBTaskResult.objects.running().select_for_update(skip_locked=True)
        orphans = [task for task in running if task.worker_ids[-1] not in living]
        failed = [task for task in orphans if len(task.worker_ids) >= settings.TASK_MOST_CLAIMS]
        for task in failed:
            _fail(task, at)
        again = _ready_again([task for task in orphans if task not in failed])
    return Returned(again=again, failed=len(failed))


def forget_old(*, at: datetime) -> None:
    """Remove what was finished long ago."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEPT_FOR).delete()


def _was_locked(began: float) -> bool:
    """Did SQLite make us wait for a long write? Then the writer's own renewal is waiting too: look again later."""
    return time.monotonic() - began > LONG_WAIT


def _ready_again(tasks: Collection[DBTaskResult[..., Any]]) -> int:
    ids = [task.pk for task in tasks]
    return DBTaskResult.objects.filter(pk__in=ids).update(status=TaskResultStatus.READY, started_at=None)


def _fail(task: DBTaskResult[..., Any], at: datetime) -> None:
    task.status = TaskResultStatus.FAILED
    task.finished_at = at
    task.exception_class_path = f"{GaveUp.__module__}.{GaveUp.__qualname__}"
    task.traceback = f"{len(task.worker_ids)} lần giao, lần nào tiến trình cũng dừng giữa chừng."
    task.save(update_fields=["status", "finished_at", "exception_class_path", "traceback"])
