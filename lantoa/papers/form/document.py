"""A Word document as its reader sees it: paragraphs with the looks that count, in cells and sections."""

from dataclasses import dataclass
from functools import cached_property

FRAGMENT = 40
WIDE, NARROW, SPACE, PLAIN = 0.70, 0.30, 0.25, 0.48  # of the size, in Times New Roman
NARROW_LETTERS = frozenset("iljtfrI.,:;-()'/")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is printed; `size` in half points, `color` empty where none is set."""

    fonts: frozenset[str]
    size: int
    bold: bool
    italic: bool
    underlined: bool
    color: str
    capitals: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paragraph stands: its section; its table, row and column where it is in one, of so many `columns`."""

    section: int
    width: int
    table: int | None = None
    row: int = 0
    column: int = 0
    columns: int = 1

    @property
    def is_left(self) -> bool:
        return self.table is not None and self.column == 0

    @property
    def is_right(self) -> bool:
        return self.table is not None and self.column > 0 and self.column == self.columns - 1


@dataclass(frozen=True)
class Paragraph:
    """Measures in twentieths of a point; `drawn` is the length of a drawing in it, -1 when it cannot be measured."""

    number: int
    runs: tuple[Run, ...]
    spot: Spot
    align: str
    before: int
    after: int
    line: int
    line_rule: str
    first: int
    left: int
    right: int
    bordered: bool
    drawn: int

    @cached_property
    def text(self) -> str:
        return "".join(run.text.upper() if run.look.capitals else run.text for run in self.runs).strip()

    @cached_property
    def seen(self) -> tuple[Run, ...]:
        """Runs that print something."""
        return tuple(run for run in self.runs if run.text.strip())

    @property
    def is_upper(self) -> bool:
        return self.text == self.text.upper()

    @property
    def is_bold(self) -> bool:
        return bool(self.seen) and all(run.look.bold for run in self.seen)

    @property
    def is_rule(self) -> bool:
        """A line drawn on its own: a border of an empty paragraph, a drawing, or a row of underscores."""
        return (not self.text and (self.bordered or self.drawn != 0)) or bool(self.text and not self.text.strip("_"))

    @property
    def rule_length(self) -> int:
        """How long that line is; 0 when it cannot be measured."""
        if self.text:
            return self.text_width
        if self.bordered:
            return self.spot.width - self.left - self.right
        return max(0, self.drawn)

    @cached_property
    def text_width(self) -> int:
        """About how wide the text is, on as many lines as its column needs at most one column wide."""
        return min(round(sum(map(_width, self.seen))), self.spot.width or 10**6)

    @property
    def where(self) -> str:
        fragment = self.text if len(self.text) <= FRAGMENT else f"{self.text[:FRAGMENT].rstrip()}…"
        return f"đoạn {self.number}: “{fragment}”" if fragment else f"đoạn {self.number}"


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page in twentieths of a point and its header; `start` is the number its pages begin with."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    hides_first: bool
    start: int | None
    numerals: str
    header: tuple[Paragraph, ...]
    pages: bool
    first_pages: bool


@dataclass(frozen=True, slots=True)
class Document:
    """All that is printed, in order; tables nested in a cell count as that cell."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]


def _width(run: Run) -> float:
    text = run.text.upper() if run.look.capitals else run.text
    return sum(map(_letter, text)) * run.look.size * 10


def _letter(letter: str) -> float:
    if letter.isspace():
        return SPACE
    if letter in NARROW_LETTERS:
        return NARROW
    return WIDE if letter.isupper() else PLAIN
