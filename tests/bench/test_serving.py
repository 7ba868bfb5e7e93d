"""The idle server stays small; how fast it starts is measured by the bench, on a quiet machine."""

import os
from pathlib import Path

import pytest

from bench.serving import megabytes, serving, settled

LIMIT = 180  # megabytes


def test_two_web_processes_and_their_parent_stay_under_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    settings = {"LANTOA_DATA": str(tmp_path / "data"), "DJANGO_SETTINGS_MODULE": "lantoa.settings"}

    with serving(settings) as server:
        processes, held = settled(server.process), megabytes(server.process)

    assert len(processes) == 3
    assert held < LIMIT


def test_memory_is_that_of_the_whole_family() -> None:
    assert megabytes(os.getpid()) > 10
