"""The environment .venv from a lock with hashes: `install.py run` or `install.py dev`; nothing to do, nothing done.

Needs the standard library alone. Uses uv when it is there, otherwise venv and pip.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from debian import ensure

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STATE = VENV / "lantoa-installed.json"
MADE_FROM = ("pyproject.toml", "setup.py", "CHANGELOG.md")
LOCKS = {"run": "requirements/run.lock", "dev": "requirements/dev.lock"}


def main(kind: str) -> None:
    os.chdir(ROOT)
    wanted = fingerprint(kind)
    if is_usable() and installed().get(kind) == wanted:
        return
    if not is_usable():
        shutil.rmtree(VENV, ignore_errors=True)
        make()
    fill(LOCKS[kind])
    kinds = ["run", "dev"] if kind == "dev" else ["run"]
    STATE.write_text(json.dumps(installed() | {done: fingerprint(done) for done in kinds}), encoding="utf-8")


def fingerprint(kind: str) -> str:
    """One hash of everything that decides what is installed."""
    digest = hashlib.sha256()
    for name in (LOCKS[kind], *MADE_FROM):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def installed() -> dict[str, str]:
    found: dict[str, str] = json.loads(STATE.read_text(encoding="utf-8")) if STATE.exists() else {}
    return found


def is_usable() -> bool:
    return (
        PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False, stderr=subprocess.DEVNULL).returncode == 0
    )


def make() -> None:
    print("Tạo môi trường .venv …", flush=True)
    if shutil.which("uv"):
        run("uv", "venv", "--quiet", "--python", sys.executable, str(VENV))
        return
    if importlib.util.find_spec("ensurepip") is None:
        ensure(f"python3.{sys.version_info.minor}-venv")
    run(sys.executable, "-m", "venv", str(VENV))


def fill(lock: str) -> None:
    """What the lock names, then the product itself, all without asking for anything the lock does not name."""
    print(f"Cài các gói trong {lock} …", flush=True)
    itself = ("--no-deps", "--no-build-isolation", "--editable", ".")
    if shutil.which("uv"):
        uv = ("uv", "pip", "install", "--quiet", "--python", str(PYTHON))
        run(*uv, "--require-hashes", "--compile-bytecode", "-r", lock)
        run(*uv, *itself)
        return
    pip = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock)
    run(*pip, *itself)


def run(*command: str) -> None:
    quiet = os.environ | {"UV_LINK_MODE": "copy", "PIP_ROOT_USER_ACTION": "ignore"}
    result = subprocess.run(command, check=False, env=quiet)
    if result.returncode != 0:
        sys.exit(f"Chưa cài được (lệnh: {' '.join(command)}). Kiểm tra mạng rồi chạy lại, việc đã xong không làm lại.")


if __name__ == "__main__":
    main(sys.argv[1])
