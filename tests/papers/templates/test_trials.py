"""What was tried out is kept for whoever tried it, for a day, where every web process finds it."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from lantoa.papers import trials
from tests.cast import NOW


@pytest.fixture
def data(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA = tmp_path
    return tmp_path


def test_a_later_trial_takes_the_place_of_the_former(data: Path) -> None:
    trials.keep("1-2", {"thu.pdf": b"a", "trang-1.png": b"b", "trang-2.png": b"c"})
    trials.keep("1-2", {"thu.pdf": b"A", "trang-1.png": b"B"})

    names = ("thu.pdf", "trang-1.png", "trang-2.png")
    assert [trials.read("1-2", name) for name in names] == [b"A", b"B", None]
    assert trials.read("1-3", "thu.pdf") is None
    assert sorted(file.name for file in (data / "trials" / "1-2").iterdir()) == ["thu.pdf", "trang-1.png"]


def test_only_the_server_may_read_it(data: Path) -> None:
    trials.keep("1-2", {"thu.pdf": b"a"})

    folder = data / "trials" / "1-2"
    assert [oct(place.stat().st_mode)[-3:] for place in (folder, folder / "thu.pdf")] == ["700", "600"]


def test_it_is_gone_after_a_day(data: Path) -> None:
    trials.keep("1-2", {"thu.pdf": b"a", "trang-1.png": b"b"})
    old = (NOW - timedelta(hours=25)).timestamp()
    fresh = (NOW - timedelta(hours=23)).timestamp()
    os.utime(data / "trials" / "1-2" / "thu.pdf", (old, old))
    os.utime(data / "trials" / "1-2" / "trang-1.png", (fresh, fresh))

    assert (trials.sweep(at=NOW), trials.sweep(at=NOW)) == (1, 0)
    assert [trials.read("1-2", name) for name in ("thu.pdf", "trang-1.png")] == [None, b"b"]
