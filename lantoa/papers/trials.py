"""What a template was tried out with, for whoever tried it, so that every web process can hand it on; for a day."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from django.conf import settings

FOLDER = "trials"
KEPT_FOR = timedelta(days=1)  # it is filled with what is true of somebody


def keep(trial: str, files: Mapping[str, bytes]) -> None:
    """In place of the former trial of that name; each file is there whole or not at all."""
    place = _place(trial)
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    for name, data in files.items():
        _write(place / name, data)
    for file in place.iterdir():
        if file.name not in files:
            file.unlink(missing_ok=True)


def read(trial: str, name: str) -> bytes | None:
    try:
        return (_place(trial) / name).read_bytes()
    except FileNotFoundError:
        return None


def sweep(*, at: datetime) -> int:
    """Remove the files of trials that are over; how many."""
    removed = 0
    for file in (settings.DATA / FOLDER).glob("*/*"):
        if datetime.fromtimestamp(file.stat().st_mtime, tz=UTC) < at - KEPT_FOR:
            file.unlink(missing_ok=True)
            removed += 1
    return removed


def _write(place: Path, data: bytes) -> None:
    fresh = place.with_name(f".{token_hex(8)}")
    fresh.touch(mode=0o600)
    fresh.write_bytes(data)
    fresh.replace(place)


def _place(trial: str) -> Path:
    folder: Path = settings.DATA / FOLDER / trial
    return folder
