"""The product's own server, started as a user starts it and stopped at the end."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.inside import ROOT
from bench.ports import free_port

REST, IDLE = 4.0, 3  # seconds; two web processes and their parent
SIGN_IN = "/dang-nhap/"
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Serving:
    """A running server: its address, its first process, and how long it took to the first answer."""

    address: str
    process: int
    seconds: float


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[Serving]:
    """`lantoa serve` with two workers on a free port."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    begin = time.perf_counter()
    command = [sys.executable, "-m", "lantoa", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, env={**os.environ, **environment}, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait(address + SIGN_IN)
            yield Serving(address, server.pid, time.perf_counter() - begin)
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _wait(address: str) -> None:
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  (our own server)
                if answer.status == 200:
                    return
        except (URLError, ConnectionError):
            time.sleep(0.02)
    raise TimeoutError(address)


def family(process: int) -> list[int]:
    """The process and all below it."""
    below = [
        int(child)
        for task in Path(f"/proc/{process}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]
    return [process, *(one for child in below for one in family(child))]


def settled(process: int, *, patience: float = 60.0) -> list[int]:
    """Its family once the daily work of the start is done and nobody works in the background any more."""
    until = time.monotonic() + patience
    time.sleep(REST)
    while len(found := family(process)) > IDLE and time.monotonic() < until:
        time.sleep(REST / 4)
    return found


def megabytes(process: int) -> float:
    """Memory of the process and all below it, each shared page counted once (proportional set size)."""
    total = 0
    for one in family(process):
        lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024
