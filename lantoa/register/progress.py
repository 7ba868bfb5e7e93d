"""How far a long import is: kept beside the file, for what runs in one transaction cannot tell the database."""

from contextlib import suppress
from pathlib import Path

from django.conf import settings

from lantoa.register.models import Import


def report(book: Import, percent: int) -> None:
    """Say how far the work on that file is; seen at once by every process of the installation."""
    path = _path(book)
    beside = path.with_suffix(".new")
    beside.write_text(str(percent), encoding="ascii")
    beside.replace(path)


def percent_of(book: Import) -> int:
    """How far the work is: what was last reported, or what the finished work left in the database."""
    with suppress(OSError, ValueError):
        return int(_path(book).read_text(encoding="ascii"))
    return book.progress


def forget(book: Import) -> None:
    """The work has ended."""
    _path(book).unlink(missing_ok=True)


def _path(book: Import) -> Path:
    return Path(settings.DATA) / "imports" / f"{book.pk}.progress"
