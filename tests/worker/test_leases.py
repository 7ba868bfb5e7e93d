"""A living worker keeps its tasks; a dead one's go back to the queue, and after three tries they have failed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lantoa.worker.leases import Returned, drop, forget_old, give_back, is_work_waiting, renew, take
from tests.worker.tasks import trace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued_tasks")]
NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
LATER = NOON + settings.TASK_LEASE + timedelta(seconds=1)


def a_task_claimed_by(*workers: str) -> DBTaskResult[..., Any]:
    trace.enqueue("/nowhere", 0)
    task = DBTaskResult.objects.get()
    for worker in workers:
        task.claim(worker)
    return task


def test_a_free_lease_can_be_taken() -> None:
    assert take(name="embedded", holder="một", at=NOON)


def test_a_held_lease_cannot_be_taken() -> None:
    take(name="embedded", holder="một", at=NOON)

    assert not take(name="embedded", holder="hai", at=NOON)


def test_a_lease_that_ran_out_can_be_taken_by_another() -> None:
    take(name="embedded", holder="một", at=NOON)

    assert take(name="embedded", holder="hai", at=LATER)
    assert not renew(holder="một", at=LATER)


def test_a_renewed_lease_lasts() -> None:
    take(name="embedded", holder="một", at=NOON)
    renew(holder="một", at=NOON + settings.TASK_LEASE / 2)

    assert not take(name="embedded", holder="hai", at=LATER)


def test_a_dropped_lease_is_free() -> None:
    take(name="embedded", holder="một", at=NOON)
    drop(holder="một")

    assert take(name="embedded", holder="hai", at=NOON)


def test_a_living_worker_keeps_its_task() -> None:
    take(name="embedded", holder="một", at=NOON)
    a_task_claimed_by("một")

    assert give_back(at=NOON) == Returned(again=0, failed=0)


def test_a_dead_workers_task_goes_back_to_the_queue() -> None:
    take(name="embedded", holder="một", at=NOON)
    task = a_task_claimed_by("một")

    assert give_back(at=LATER) == Returned(again=1, failed=0)
    task.refresh_from_db()
    assert (task.status, task.started_at, task.worker_ids) == (TaskResultStatus.READY, None, ["một"])


def test_the_life_of_an_earlier_worker_does_not_count() -> None:
    take(name="một", holder="một", at=NOON)
    a_task_claimed_by("một", "hai")

    assert give_back(at=NOON) == Returned(again=1, failed=0)


def test_a_task_that_ended_its_worker_three_times_has_failed() -> None:
    task = a_task_claimed_by("một", "hai", "ba")

    assert give_back(at=NOON) == Returned(again=0, failed=1)
    task.refresh_from_db()
    assert (task.status, task.finished_at) == (TaskResultStatus.FAILED, NOON)
    assert task.task_result.errors[0].exception_class_path == "lantoa.worker.leases.GaveUp"


def test_work_waits_while_a_task_is_ready_or_running() -> None:
    assert not is_work_waiting()

    task = a_task_claimed_by()
    assert is_work_waiting()

    task.claim("một")
    assert is_work_waiting()

    task.set_successful("done")
    assert not is_work_waiting()


def test_what_was_finished_a_month_ago_is_forgotten() -> None:
    task = a_task_claimed_by("một")
    task.set_successful("done")
    DBTaskResult.objects.update(finished_at=NOON)

    forget_old(at=NOON + timedelta(days=29))
    assert DBTaskResult.objects.count() == 1

    forget_old(at=NOON + timedelta(days=31))
    assert DBTaskResult.objects.count() == 0
