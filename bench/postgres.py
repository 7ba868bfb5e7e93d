"""A PostgreSQL server of the bench's own: in the folder it is given, on a free port, stopped at the end."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from bench.ports import free_port

USER = "postgres"


class NoServer(RuntimeError):
    """Debian's PostgreSQL programs are not installed."""


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a running server, without a database name; its databases are kept for the next run."""
    programs = _programs()
    data, port = folder / "data", free_port()
    if not (data / "PG_VERSION").exists():
        _make(programs, folder, data)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    _run([programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], folder)
    try:
        yield f"postgres://{USER}@127.0.0.1:{port}"
    finally:
        _run([programs / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop"], folder)


def database(address: str, name: str) -> str:
    """The address of a database of that name, made when it is missing."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{address}/{name}"


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not found:
        raise NoServer("apt-get install postgresql")
    return found[-1].parent


def _make(programs: Path, folder: Path, data: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if os.getuid() == 0:
        shutil.chown(folder, USER)
    _run([programs / "initdb", "-D", data, "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"], folder)


def _run(command: list[str | Path], folder: Path) -> None:
    """As the user postgres when we are root, whom the server refuses."""
    prefix = ["runuser", "-u", USER, "--"] if os.getuid() == 0 else []
    subprocess.run([*prefix, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd=folder)
