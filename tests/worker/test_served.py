"""`lantoa serve` does long work by itself, on the database of the running test: no worker needs to be started."""

import signal
import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError

import pytest
from django_tasks_db.models import DBTaskResult

from tests.worker.conftest import Start
from tests.worker.tasks import trace

Eventually = Callable[[Callable[[], object]], None]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  (our own server)
            return bool(answer.status == 200)
    except URLError:
        return False


@pytest.mark.parametrize("server", ["gunicorn", "waitress"])
def test_a_server_does_the_work_that_waits(server: str, lantoa: Start, tmp_path: Path, eventually: Eventually) -> None:
    port = free_port()
    process = lantoa("serve", "--port", str(port), "--server", server)
    eventually(lambda: answers(f"http://127.0.0.1:{port}/dang-nhap/"))

    trace.enqueue(str(tmp_path / "trace"), 0)

    eventually(lambda: DBTaskResult.objects.get().status == "SUCCESSFUL")
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


def test_a_task_cut_off_by_the_end_of_the_server_goes_on_with_the_next(
    lantoa: Start, tmp_path: Path, eventually: Eventually
) -> None:
    first = lantoa("serve", "--port", str(free_port()))
    trace.enqueue(str(tmp_path / "trace"), 12)
    eventually((tmp_path / "trace").exists)
    first.send_signal(signal.SIGTERM)
    assert first.wait(20) == 0
    assert DBTaskResult.objects.get().status == "RUNNING"

    lantoa("serve", "--port", str(free_port()))

    eventually(lambda: (tmp_path / "trace").read_text() == "began\nbegan\nended\n")
