"""A PostgreSQL server of the bench's own: made in a temporary folder, on a free port, stopped at the end."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

FOLDER = Path(tempfile.gettempdir()) / "lantoa-bench-postgres"
USER = "postgres"


class NoServer(RuntimeError):
    """Debian's PostgreSQL programs are not installed."""


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, without a database name; its databases are kept for the next run."""
    programs = _programs()
    data, port = FOLDER / "data", _free_port()
    if not (data / "PG_VERSION").exists():
        _make(programs, data)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={FOLDER} -c fsync=off"
    _run([programs / "pg_ctl", "-D", data, "-w", "-l", FOLDER / "log", "-o", options, "start"])
    try:
        yield f"postgres://{USER}@127.0.0.1:{port}"
    finally:
        _run([programs / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop"])


def database(address: str, name: str) -> str:
    """The address of a database of that name, made when it is missing."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return f"{address}/{name}"


def drop_others(address: str, prefix: str) -> None:
    """Drop the databases of older schemas and generators."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as server:
        names = [name for (name,) in server.execute("SELECT datname FROM pg_database WHERE NOT datistemplate")]
        for name in names:
            if name != "postgres" and not name.startswith(prefix):
                server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not found:
        raise NoServer("apt-get install postgresql")
    return found[-1].parent


def _make(programs: Path, data: Path) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    if os.getuid() == 0:
        shutil.chown(FOLDER, USER)
    _run([programs / "initdb", "-D", data, "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "--auth=trust"])


def _run(command: list[str | Path]) -> None:
    """As the user postgres when we are root, whom the server refuses."""
    prefix = ["runuser", "-u", USER, "--"] if os.getuid() == 0 else []
    subprocess.run([*prefix, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd=FOLDER)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
