"""The product's processes, working on the database of the running test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from lantoa.worker.models import Turn

Start = Callable[..., "subprocess.Popen[bytes]"]


def database_url() -> str:
    """The address of the database that this test is on."""
    found: dict[str, Any] = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    login = f"{found['USER']}:{found['PASSWORD']}" if found["PASSWORD"] else found["USER"]
    return f"postgres://{login}@{found['HOST'] or 'localhost'}:{found['PORT'] or 5432}/{found['NAME']}"


@pytest.fixture
def environment(transactional_db: None, queued_tasks: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs started now run the product's own settings on this test's database."""
    for name, value in {
        "DJANGO_SETTINGS_MODULE": "lantoa.settings",
        "DATABASE_URL": database_url(),
        "LANTOA_DATA": str(tmp_path / "data"),
        "LANTOA_TASK_LEASE": "4",
    }.items():
        monkeypatch.setenv(name, value)
    Turn.objects.bulk_create(Turn(task=path, day=timezone.localdate()) for path in settings.DAILY_TASKS)


@pytest.fixture
def lantoa(environment: None) -> Iterator[Start]:
    """Start the command with these arguments; whatever still runs at the end of the test is ended."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **options: Any) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "lantoa", *arguments]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=os.environ, **options)
        started.append(process)
        return process

    yield start

    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def eventually() -> Callable[[Callable[[], object]], None]:
    """Wait until something becomes true, for half a minute at most."""

    def wait(is_so: Callable[[], object]) -> None:
        until = time.monotonic() + 30
        while not is_so():
            assert time.monotonic() < until, "it never came about"
            time.sleep(0.05)

    return wait
