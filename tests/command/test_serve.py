"""The server for real: comes up, answers, does long work, stops when told; both servers."""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SERVERS = ["gunicorn", "waitress"]
Serve = Callable[..., "tuple[subprocess.Popen[str], str]"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def settings_for(data: Path) -> dict[str, str]:
    without = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "LANTOA_SECRET_KEY")}
    return without | {"DJANGO_SETTINGS_MODULE": "lantoa.settings", "LANTOA_DATA": str(data)}


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Start `lantoa serve`; gives the process and its address once it says that it is there."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> "tuple[subprocess.Popen[str], str]":
        port = free_port()
        command = [sys.executable, "-m", "lantoa", "serve", "--port", str(port), *arguments]
        process = subprocess.Popen(
            command, env=settings_for(tmp_path / "data"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(process)
        assert process.stdout
        assert process.stdout.readline() == f"Lan Tỏa: http://127.0.0.1:{port}/   (Ctrl-C để dừng)\n"
        return process, f"http://127.0.0.1:{port}"

    yield start

    for process in started:
        process.terminate()
        process.communicate()


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310  (our own server)
            code: int = answer.status
    except urllib.error.HTTPError as refused:
        with refused:
            code = refused.code
    return code


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_answers_and_stops_when_told(serve: Serve, server: str) -> None:
    process, address = serve("--server", server)

    assert status(f"{address}/dang-nhap/") == 200

    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


@pytest.mark.parametrize("server", SERVERS)
def test_ctrl_c_ends_a_server_politely(serve: Serve, server: str) -> None:
    process, _ = serve("--server", server)

    process.send_signal(signal.SIGINT)

    assert process.wait(20) == 0


@pytest.mark.parametrize("server", SERVERS)
def test_pages_come_with_the_strict_policy_and_no_servers_name(serve: Serve, server: str) -> None:
    _, address = serve("--server", server)

    with urllib.request.urlopen(f"{address}/dang-nhap/", timeout=10) as answer:  # noqa: S310  (our own server)
        headers = answer.headers

    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert sorted(headers["Content-Security-Policy"].split("; ")) == [
        "base-uri 'none'",
        "default-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ]


def test_a_host_nobody_named_is_refused(serve: Serve) -> None:
    _, address = serve()
    request = urllib.request.Request(f"{address}/", headers={"Host": "elsewhere.example"})  # noqa: S310  (our own server)

    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)  # noqa: S310  (our own server)

    refused.value.close()
    assert refused.value.code == 400


def test_the_first_start_makes_a_secret_key_for_its_owner_only(serve: Serve, tmp_path: Path) -> None:
    serve()

    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600


def test_a_second_start_gathers_nothing_and_keeps_the_key(serve: Serve, tmp_path: Path) -> None:
    first, _ = serve()
    first.terminate()
    first.wait(20)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "data").rglob("*") if path.is_file()}

    serve()

    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "data").rglob("*") if path.is_file()}
    assert {path.name for path in after if after[path] != before.get(path)} <= {
        "lantoa.sqlite3-shm",
        "lantoa.sqlite3-wal",
    }


def test_a_taken_port_is_a_sentence(serve: Serve, tmp_path: Path) -> None:
    _, address = serve()
    port = address.rsplit(":", 1)[1]

    second = subprocess.run(
        [sys.executable, "-m", "lantoa", "serve", "--port", port],
        env=settings_for(tmp_path / "other"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert second.returncode == 1
    assert second.stderr.startswith(f"Không lắng nghe được ở 127.0.0.1:{port}")
    assert len(second.stderr.splitlines()) == 1


def test_a_killed_server_leaves_nobody_listening(serve: Serve) -> None:
    process, address = serve()

    process.kill()
    process.wait()

    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            status(address)
        except urllib.error.URLError:
            return
        time.sleep(0.1)
    pytest.fail("a web process still answers")
