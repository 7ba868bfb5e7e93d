"""Loaded databases by size, made when first asked for and kept until the schema or the generator changes."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.inside import ROOT
from bench.postgres import database
from bench.prepare import READY

HOME = Path(tempfile.gettempdir()) / "lantoa-bench"
A_DAY = 24 * 60 * 60  # seconds
MADE_FROM = [
    "lantoa/migrations/*.py",
    *(f"bench/{name}.py" for name in ("columns", "words", "tree", "rows", "sector", "load")),
]


def fingerprint() -> str:
    """Changes with the schema and with the generator."""
    digest = hashlib.sha256()
    for pattern in MADE_FROM:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def home() -> Path:
    """The folder of this schema and generator; those of older ones that nobody used for a day are removed."""
    folder = HOME / fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    for other in HOME.iterdir():
        if time.time() - other.stat().st_mtime > A_DAY:
            shutil.rmtree(other)
    return folder


@dataclass(frozen=True, slots=True)
class Databases:
    """Databases of one schema and generator."""

    folder: Path
    server: str  # address of a PostgreSQL server, empty for none

    def sqlite(self, people: int) -> dict[str, str]:
        """The environment in which the product finds an SQLite database with so many people."""
        return self._prepared(people, {"LANTOA_DATA": str(self.folder / f"sqlite-{people}"), "DATABASE_URL": ""})

    def postgresql(self, people: int) -> dict[str, str]:
        """The same for PostgreSQL."""
        address = database(self.server, f"lantoa_{people}")
        return self._prepared(
            people, {"LANTOA_DATA": str(self.folder / f"postgresql-{people}"), "DATABASE_URL": address}
        )

    def empty(self) -> dict[str, str]:
        """An SQLite database with nothing in it, made anew."""
        data = self.folder / "empty"
        shutil.rmtree(data, ignore_errors=True)
        return self._prepared(0, {"LANTOA_DATA": str(data), "DATABASE_URL": ""})

    def _prepared(self, people: int, environment: dict[str, str]) -> dict[str, str]:
        if not (Path(environment["LANTOA_DATA"]) / READY).exists():
            command = [sys.executable, "-m", "bench.prepare", str(people)]
            subprocess.run(command, env={**os.environ, **environment}, cwd=ROOT, check=True)
        return environment
