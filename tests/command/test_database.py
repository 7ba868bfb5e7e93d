"""The database is brought up to date with a copy beside it, and can be copied while it is written to."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from lantoa.command.database import is_changed_only_when_asked, pending


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *command: str) -> subprocess.CompletedProcess[str]:
    settings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    settings |= {"DJANGO_SETTINGS_MODULE": "lantoa.settings", "LANTOA_DATA": str(data)}
    words = [sys.executable, "-m", *command]
    return subprocess.run(words, env=settings, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def lantoa(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(data, "lantoa", *arguments)


def applied(database: Path) -> int:
    connection = sqlite3.connect(database)
    try:
        found: int = connection.execute("SELECT count(*) FROM django_migrations WHERE app = 'lantoa'").fetchone()[0]
    finally:
        connection.close()
    return found


def test_a_new_database_is_made_without_a_copy(data: Path) -> None:
    answer = lantoa(data, "migrate")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert sorted(path.name for path in data.iterdir()) == ["lantoa.sqlite3"]


def test_an_older_database_in_use_is_copied_before_it_is_changed(data: Path) -> None:
    data.mkdir()
    run(data, "django", "migrate", "lantoa", "0001_record_book")

    answer = lantoa(data, "migrate")

    assert (answer.returncode, answer.stderr) == (0, "")
    assert applied(data / "lantoa.sqlite3") > 1
    assert [applied(copy) for copy in (data / "backup").iterdir()] == [1]


def test_up_to_date_nothing_is_done(data: Path) -> None:
    lantoa(data, "migrate")
    before = (data / "lantoa.sqlite3").stat().st_mtime_ns

    assert lantoa(data, "migrate").returncode == 0
    assert (data / "lantoa.sqlite3").stat().st_mtime_ns == before


def test_a_backup_is_whole(data: Path, tmp_path: Path) -> None:
    lantoa(data, "migrate")

    answer = lantoa(data, "backup", "-o", str(tmp_path / "copies" / "copy.sqlite3"))

    assert (answer.returncode, answer.stderr) == (0, "")
    assert applied(tmp_path / "copies" / "copy.sqlite3") == applied(data / "lantoa.sqlite3")


def test_a_backup_overwrites_nothing(data: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("")

    answer = lantoa(data, "backup", "-o", str(tmp_path / "copy"))

    assert (answer.returncode, answer.stderr) == (1, f"Đã có tệp {tmp_path / 'copy'}; hãy chọn tên khác.\n")


@pytest.mark.django_db
def test_a_migrated_database_waits_for_nothing() -> None:
    assert not pending()


@pytest.mark.django_db
def test_a_database_server_in_use_is_changed_only_when_asked() -> None:
    assert is_changed_only_when_asked() == (connection.vendor == "postgresql")
