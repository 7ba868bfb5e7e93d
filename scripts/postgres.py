"""Runs a command beside a PostgreSQL server of its own: `postgres.py COMMAND…` gets its address in DATABASE_URL.

The server lives in a throw-away folder and on a free port, belongs to an ordinary user (PostgreSQL refuses root),
and is stopped by the process number in its own folder.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from debian import ensure

INSTALLED = Path("/usr/lib/postgresql")
OLDEST = 15


def main(command: list[str]) -> int:
    binaries = found() or install()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="lantoa-postgres-"))
    try:
        return beside_a_server(binaries, folder, command)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def beside_a_server(binaries: Path, folder: Path, command: list[str]) -> int:
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data, port = folder / "data", free_port()
    as_owner(binaries / "initdb", "-D", data, "-U", "lantoa", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off"
    as_owner(binaries / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        address = f"postgres://lantoa@127.0.0.1:{port}/lantoa"
        return subprocess.run(command, check=False, env=os.environ | {"DATABASE_URL": address}).returncode
    finally:
        as_owner(binaries / "pg_ctl", "-D", data, "-m", "fast", "-w", "stop")


def found() -> Path | None:
    """The newest server on this machine that is new enough."""
    versions = [path for path in INSTALLED.glob("*/bin/initdb") if float(path.parts[-3]) >= OLDEST]
    return max(versions, key=lambda path: float(path.parts[-3])).parent if versions else None


def install() -> Path:
    ensure("postgresql")
    return found() or sys.exit(f"Cần PostgreSQL {OLDEST} trở lên.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def as_owner(*command: str | Path) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
