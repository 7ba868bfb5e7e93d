"""The cage LibreOffice works in: a folder of its own, our fonts only, no network, bounded memory and output."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from lantoa.papers.pdf import fonts

PROFILE = Path(__file__).resolve().parent / "profile"
PLACES = (  # beside the search path: where Windows and macOS put it
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
MEMORY = 2 * 1024**3  # bytes, of addresses: a paper needs half of it
LARGEST_FILE = 256 * 1024**2
CPU_SECONDS = 900  # of one run with all its papers; a paper that hangs is ended by the clock long before
KEPT = ("PATH", "SYSTEMROOT", "WINDIR")  # of our own environment; secrets stay with us


def program() -> str | None:
    """The LibreOffice of this machine."""
    return shutil.which("soffice") or next((place for place in PLACES if Path(place).exists()), None)


def furnish(folder: Path) -> Path:
    """Lay the profile out in the folder; the place where papers come in and go out."""
    shutil.copytree(PROFILE, folder / "profile")
    for name in ("papers", "tmp"):
        (folder / name).mkdir()
    return folder / "papers"


def command(office: str, folder: Path, memory: int) -> list[str]:
    profile, papers = (folder / "profile").as_uri(), (folder / "papers").as_uri()
    options = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard"]
    serve = f'macro:///Standard.Desk.Serve("{papers}")'
    return [*limits(memory), office, f"-env:UserInstallation={profile}", *options, serve]


def environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    own = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR", "TMP", "TEMP"), str(folder / "tmp"))
    config = str(fonts.FOLDER / "fonts.conf")
    return kept | own | {"LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp", "FONTCONFIG_FILE": config}


@cache
def limits(memory: int) -> tuple[str, ...]:
    """What stands before the program: limits of the system, and a network of its own where the system lets us."""
    if sys.platform != "linux":
        return ()
    bounds = (f"--as={memory}", f"--fsize={LARGEST_FILE}", f"--cpu={CPU_SECONDS}", "--core=0")
    tried = [("prlimit", *bounds), ("unshare", "--net"), ("unshare", "--net", "--map-current-user")]
    prefix, alone, mapped = (words if _runs(words) else () for words in tried)
    return (*prefix, *(alone or mapped))


def _runs(words: tuple[str, ...]) -> bool:
    if shutil.which(words[0]) is None:
        return False
    tried = subprocess.run([*words, "true"], check=False, capture_output=True)  # noqa: S603  (our own words)
    return tried.returncode == 0
