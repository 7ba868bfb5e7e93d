"""The rows of the result: printed as a table, written to docs/reference/speed.md and quoted by the README."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference" / "speed.md"
README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured: what, what came out, what was asked for (empty: nothing), and whether that is kept."""

    what: str
    measured: str
    target: str = ""
    kept: bool = True
    headline: bool = False  # quoted by the README

    @property
    def verdict(self) -> str:
        return "" if not self.target else "đạt" if self.kept else "CHƯA ĐẠT"


HEAD = ("Đo gì", "Kết quả", "Yêu cầu", "")


def at_most(what: str, value: float, limit: float, unit: str, *, headline: bool = False, note: str = "") -> Row:
    """A row whose number must not exceed the limit."""
    measured = f"{spell(value)} {unit}".strip() + (f" ({note})" if note else "")
    return Row(what, measured, f"≤ {spell(limit)} {unit}".strip(), value <= limit, headline)


def spell(value: float) -> str:
    """A whole number as it is, another with three figures and a decimal comma."""
    if isinstance(value, int):
        return str(value)
    if value and abs(value) < 0.001:
        return f"{value:.1g}".replace(".", ",")
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:.{digits}f}".replace(".", ",")


def cells(row: Row) -> tuple[str, str, str, str]:
    return (row.what, row.measured, row.target, row.verdict)


def as_text(rows: Sequence[Row]) -> str:
    """Columns in line, for the terminal."""
    lines = [HEAD, *map(cells, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def as_markdown(rows: Sequence[Row]) -> str:
    lines = [HEAD, ("---",) * len(HEAD), *map(cells, rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def write(rows: Sequence[Row], about: str, day: date) -> None:
    """The reference page, whole, and the block of the README when it has the marks."""
    REFERENCE.parent.mkdir(parents=True, exist_ok=True)
    parts = [
        "# Tốc độ và kích thước",
        fill(about, 118),
        f"Đo ngày {day:%d/%m/%Y} bằng `make bench`.",
        as_markdown(rows),
    ]
    REFERENCE.write_text("\n\n".join(parts), encoding="utf-8")
    quote([row for row in rows if row.headline])


def quote(rows: Sequence[Row]) -> None:
    """Put the headline rows between the README's marks `<!-- bench -->` and `<!-- /bench -->`."""
    if not README.exists():
        return
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(lambda marks: marks[1] + as_markdown(rows) + marks[2], text), encoding="utf-8")
