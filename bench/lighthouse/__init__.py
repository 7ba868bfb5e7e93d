"""Google's Lighthouse, as locked beside this file: the accessibility score of a page, and what it finds wanting."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

LOCK = Path(__file__).parent
CHROMIUM = os.environ.get("LANTOA_CHROMIUM", "/usr/bin/chromium")
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu"
SCREENS = {"điện thoại": [], "máy tính": ["--preset=desktop"]}


class NotThere(Exception):
    """Lighthouse cannot be run here; the message says why."""


class NotMeasured(Exception):
    """A page could not be judged; the message is Lighthouse's."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The score of a page, 0 to 100, and the rules that it breaks."""

    score: int
    broken: tuple[str, ...]


def installed(folder: Path) -> Path:
    """The program, put into the folder by `npm ci` unless it is there; NotThere when that cannot be done."""
    target = folder / "lighthouse"
    program = target / "node_modules" / ".bin" / "lighthouse"
    if not (shutil.which("node") and shutil.which("npm")):
        raise NotThere("máy này không có node và npm")
    if not program.exists():
        target.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(LOCK / name, target)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=target, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotThere("npm ci không cài được Lighthouse")
    return program


BELL = "*/thong-bao/so-moi/"  # what a script asks for goes without the heads to send, and would be sent to the door


def judge(program: Path, address: str, screen: str, heading: Path) -> Judgement:
    """Judge one page in a fresh browser; `heading` is a file of the heads to send, with the session."""
    command = [
        str(program),
        address,
        "--quiet",
        "--only-categories=accessibility",
        "--output=json",
        f"--chrome-flags={FLAGS}",
        f"--extra-headers={heading}",
        f"--blocked-url-patterns={BELL}",
        *SCREENS[screen],
    ]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotMeasured(f"{address}: {done.stderr.strip().splitlines()[-1:]}")
    return read(json.loads(done.stdout), address)


def read(report: dict[str, Any], address: str) -> Judgement:
    """The judgement in a report; NotMeasured when another page was shown or a rule could not be tried."""
    audits = report["audits"].values()
    failed = [audit["id"] for audit in audits if audit["scoreDisplayMode"] == "error"]
    if report["finalDisplayedUrl"] != address or report.get("runtimeError") or failed:
        raise NotMeasured(f"{address}: {report['finalDisplayedUrl']} {report.get('runtimeError')} {failed}")
    broken = tuple(audit["id"] for audit in audits if audit["score"] is not None and audit["score"] < 1)
    return Judgement(round(100 * report["categories"]["accessibility"]["score"]), broken)


@contextmanager
def heads(folder: Path, cookie: str) -> Iterator[Path]:
    """A file with the head of that session (empty: nobody's), readable to us alone and gone at the end."""
    with NamedTemporaryFile("w", dir=folder, suffix=".json") as file:
        json.dump({"Cookie": f"sessionid={cookie}"} if cookie else {}, file)
        file.flush()
        yield Path(file.name)
