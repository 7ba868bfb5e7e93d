"""The working process for real: tasks done, failures kept, a killed worker's task taken up again."""

import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django_tasks_db.models import DBTaskResult

from lantoa.worker.keeper import Keeper
from lantoa.worker.models import Lease, Turn
from tests.worker.conftest import Start
from tests.worker.tasks import stumble, trace, write_for_long

Eventually = Callable[[Callable[[], object]], None]


def states() -> list[str]:
    return list(DBTaskResult.objects.values_list("status", flat=True))


@pytest.fixture
def keeper(environment: None) -> Iterator[Keeper]:
    keeper = Keeper()
    keeper.start()
    yield keeper
    keeper.stop()


def test_a_worker_of_its_own_does_what_waits(lantoa: Start, tmp_path: Path, eventually: Eventually) -> None:
    trace.enqueue(str(tmp_path / "trace"), 0)

    lantoa("work")

    eventually(lambda: states() == ["SUCCESSFUL"])
    assert (tmp_path / "trace").read_text() == "began\nended\n"


def test_a_worker_does_the_tasks_of_the_day(
    lantoa: Start, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANTOA_DAILY_HOUR", "0")
    Turn.objects.all().delete()

    lantoa("work")

    eventually(lambda: states() == ["SUCCESSFUL"] * len(settings.DAILY_TASKS))
    assert Turn.objects.count() == len(settings.DAILY_TASKS)


def test_told_to_stop_a_worker_finishes_the_task_in_hand(lantoa: Start, tmp_path: Path, eventually: Eventually) -> None:
    trace.enqueue(str(tmp_path / "trace"), 1)
    worker = lantoa("work")
    eventually((tmp_path / "trace").exists)

    worker.send_signal(signal.SIGTERM)

    assert worker.wait(20) == 0
    assert (states(), Lease.objects.count()) == (["SUCCESSFUL"], 0)


def test_a_task_that_fails_says_why(lantoa: Start, eventually: Eventually) -> None:
    result = stumble.enqueue()

    lantoa("work", stderr=-3)

    eventually(lambda: states() == ["FAILED"])
    result.refresh()
    assert result.errors[0].exception_class_path == "builtins.ValueError"


def test_a_killed_workers_task_is_taken_up_by_the_next(lantoa: Start, tmp_path: Path, eventually: Eventually) -> None:
    trace.enqueue(str(tmp_path / "trace"), 6)
    killed = lantoa("work")
    eventually((tmp_path / "trace").exists)
    killed.kill()
    killed.wait()

    lantoa("work")

    eventually(lambda: states() == ["SUCCESSFUL"])
    assert (tmp_path / "trace").read_text() == "began\nbegan\nended\n"


def test_the_keeper_starts_a_worker_when_there_is_work(keeper: Keeper, tmp_path: Path, eventually: Eventually) -> None:
    trace.enqueue(str(tmp_path / "trace"), 0)

    eventually(lambda: states() == ["SUCCESSFUL"])

    assert [lease.name for lease in Lease.objects.all()] == ["embedded"]


def test_of_two_keepers_one_works(keeper: Keeper, tmp_path: Path, eventually: Eventually) -> None:
    other = Keeper()
    other.start()
    for number in range(4):
        trace.enqueue(str(tmp_path / f"trace-{number}"), 0.2)

    eventually(lambda: states() == ["SUCCESSFUL"] * 4)

    assert len({tuple(task.worker_ids) for task in DBTaskResult.objects.all()}) == 1
    other.stop()


def test_the_keeper_notices_a_killed_worker_at_once(keeper: Keeper, tmp_path: Path, eventually: Eventually) -> None:
    trace.enqueue(str(tmp_path / "trace"), 3)
    eventually((tmp_path / "trace").exists)
    assert keeper.worker is not None

    keeper.worker.kill()

    eventually(lambda: states() == ["SUCCESSFUL"])
    assert len(DBTaskResult.objects.get().worker_ids) == 2


def test_a_stopped_keeper_leaves_no_thread_and_no_lease(environment: None, tmp_path: Path) -> None:
    keeper = Keeper()
    keeper.start()

    keeper.stop()

    assert (keeper in threading.enumerate(), Lease.objects.count()) == (False, 0)


def test_a_write_longer_than_the_lease_is_done_once(keeper: Keeper, eventually: Eventually) -> None:
    write_for_long.enqueue(7)

    eventually(lambda: states() == ["SUCCESSFUL"])

    assert len(DBTaskResult.objects.get().worker_ids) == 1
