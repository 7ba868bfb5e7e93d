"""The source of the running product, as licence AGPL section 13 wants it offered: packed from its own files."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings

BESIDE = (
    "*.md",
    "LICENSE",
    "MANIFEST.in",
    "Makefile",
    "pyproject.toml",
    "setup.py",
    ".importlinter",
    *(f"{folder}/**/*" for folder in ("requirements", "scripts", "docs", "tests", "bench")),
)  # what a working copy has besides the package
BUILT = {"__pycache__"}


def pack(target: IO[bytes]) -> None:
    """Write the zip; every file under one folder, named as it is installed or as it stands in the working copy."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, path in files():
            archive.write(path, f"lan-toa/{name}")


def files() -> Iterator[tuple[str, Path]]:
    """Name and place of every file: the package itself, and what it was built from or installed with."""
    home = settings.PACKAGE.parent
    for path in sorted(settings.PACKAGE.rglob("*")):
        if _is_source(path):
            yield path.relative_to(home).as_posix(), path
    if (home / "pyproject.toml").exists():
        beside = {path for pattern in BESIDE for path in home.glob(pattern)}
        yield from ((path.relative_to(home).as_posix(), path) for path in sorted(beside) if _is_source(path))
    else:
        yield from _installed_with()


def _is_source(path: Path) -> bool:
    return path.is_file() and not BUILT & set(path.parts)


def _installed_with() -> Iterator[tuple[str, Path]]:
    """Licence, dependencies and commands, which an installed package keeps beside itself."""
    try:
        kept = distribution("lantoa").files or []
    except PackageNotFoundError:
        return
    for one in kept:
        if ".dist-info" in one.parts[0] and one.name in {"LICENSE", "METADATA", "entry_points.txt"}:
            yield one.name, Path(str(one.locate()))
