"""The idle server stays small; how fast it starts is measured by the bench, on a quiet machine."""

import os
import time
from pathlib import Path

import pytest

from bench.serving import MEGABYTES, SETTLE_SECONDS, memory, served, tree


@pytest.fixture(autouse=True)
def own_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


def test_two_web_processes_and_their_parent_stay_under_the_limit(tmp_path: Path) -> None:
    with served(tmp_path / "data") as (process, _):
        time.sleep(SETTLE_SECONDS)
        processes, held = list(tree(process)), memory(process)

    assert len(processes) == 3
    assert held < MEGABYTES


def test_memory_is_that_of_the_whole_tree() -> None:
    assert memory(os.getpid()) > 10
