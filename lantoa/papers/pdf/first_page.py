"""The first page of a PDF as a picture, drawn by a process of its own with bounded time and memory.

The file comes from outside; whatever it makes the reader do, the process that asked goes on.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from lantoa.papers.pdf import cage

SECONDS = 30
MEMORY = 2 * 1024**3
DOTS_PER_INCH = 220
PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("paper.pdf", page: 1, width: 297mm)'
KEPT = (*cage.KEPT, "PYTHONPATH")


class NoPage(ValueError):
    """The file is no PDF that can be drawn, or it takes too long or too much."""


def first_page(data: bytes, *, seconds: float = SECONDS) -> bytes:
    """The page as PNG, as wide as a sheet of A4 across."""
    with TemporaryDirectory(prefix="lantoa-page-") as made:
        (Path(made) / "paper.pdf").write_bytes(data)
        try:
            done = subprocess.run(  # noqa: S603  (our own words)
                [*cage.limits(MEMORY), sys.executable, "-m", __name__, made],
                check=False, capture_output=True, timeout=seconds, env=_environment(),
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise NoPage from None
        if done.returncode != 0:
            raise NoPage
        return (Path(made) / "page.png").read_bytes()


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in KEPT if name in os.environ}


def draw(folder: Path) -> None:
    """What the other process does."""
    import typst  # noqa: PLC0415  (only there)

    page = folder / "page.typ"
    page.write_text(PAGE)
    typst.compile(page, root=folder, output=folder / "page.png", format="png", ppi=DOTS_PER_INCH)


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
