"""Loaded databases by size, made when first asked for and kept until the schema or the generator changes."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.inside import ROOT
from bench.postgres import database, drop_others
from bench.prepare import READY

HOME = Path(tempfile.gettempdir()) / "lantoa-bench"
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


@dataclass(frozen=True, slots=True)
class Databases:
    """The folder of this schema and generator; databases of older ones are removed."""

    folder: Path
    server: str  # address of a PostgreSQL server, empty for none

    @classmethod
    def here(cls, server: str) -> "Databases":
        folder = HOME / fingerprint()
        folder.mkdir(parents=True, exist_ok=True)
        for other in HOME.iterdir():
            if other.is_dir() and other != folder:
                shutil.rmtree(other)
        if server:
            drop_others(server, f"lantoa_{folder.name}")
        return cls(folder, server)

    def sqlite(self, people: int) -> dict[str, str]:
        """The environment in which the product finds an SQLite database with so many people."""
        return self._prepared(people, {"LANTOA_DATA": str(self.folder / f"sqlite-{people}"), "DATABASE_URL": ""})

    def postgresql(self, people: int) -> dict[str, str]:
        """The same for PostgreSQL."""
        address = database(self.server, f"lantoa_{self.folder.name}_{people}")
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
