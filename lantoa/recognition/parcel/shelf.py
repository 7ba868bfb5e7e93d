"""Where packages lie: under the hash of their bytes, so that the same package is there once.

A package that no submission names any more, and one whose making was killed, go a day later.
"""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import BinaryIO
from zipfile import ZipFile

from django.conf import settings

from lantoa.papers.contents import CONTENTS

PIECE = 1 << 20
SPARED_FOR = timedelta(days=1)  # one that is just being made, or handed out


def place_of(sha256: str) -> Path:
    return Path(settings.DATA) / "packages" / f"{sha256}.zip"


def part_of(sha256: str, name: str) -> bytes | None:
    """One paper of a package that lies here; None for what is no paper, and for what is not in it."""
    place = place_of(sha256)
    if PurePosixPath(name).suffix.removeprefix(".") not in CONTENTS or not place.exists():
        return None
    with ZipFile(place) as archive:
        return archive.read(name) if name in archive.NameToInfo else None


def beside() -> Path:
    """A new file for a package in the making; `keep` takes it from there."""
    folder = place_of("").parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{token_hex(8)}.making"


def keep(made: Path) -> tuple[str, int]:
    """Put a finished package in its place; its hash and size."""
    with made.open("rb") as file:
        sha256 = file_digest(file, "sha256").hexdigest()
    size = made.stat().st_size
    made.chmod(0o600)
    made.replace(place_of(sha256))
    return sha256, size


def keep_given(file: BinaryIO) -> tuple[str, int]:
    """The same for one that was handed in."""
    making = beside()
    with making.open("wb") as target:
        file.seek(0)
        while piece := file.read(PIECE):
            target.write(piece)
    return keep(making)


def sweep(wanted: Collection[str], *, at: datetime) -> int:
    """Remove what is neither wanted nor new; how many."""
    removed = 0
    for file in place_of("").parent.glob("*"):
        written = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC)
        if file.stem not in wanted and written < at - SPARED_FOR:
            file.unlink(missing_ok=True)
            removed += 1
    return removed
