"""The sheet of a stock as it is drawn on its page: each field in its place, in mm, ready to be dragged."""

from collections.abc import Mapping
from dataclasses import dataclass

from lantoa.domain.papers.fields import Field, Picture, Shape
from lantoa.domain.papers.stocks import MM_PER_POINT, Align, Sheet, Spot
from lantoa.papers.pdf.overprinting import Layout

ANCHORS = {Align.LEFT: "start", Align.CENTER: "middle", Align.RIGHT: "end"}
TALL = 0.75  # of its size a capital letter with its mark stands above the line
DEEP = 0.22  # and a letter hangs beneath it


@dataclass(frozen=True, slots=True)
class Piece:
    """One field: what it is called, what it says, its box around the place where its first line stands."""

    spot: Spot
    words: str
    said: str
    is_picture: bool

    @property
    def size(self) -> float:
        return round(self.spot.size * MM_PER_POINT, 3)

    @property
    def top(self) -> float:
        return 0 if self.is_picture else round(-self.size * TALL, 3)

    @property
    def height(self) -> float:
        if self.is_picture:
            return self.spot.width
        return round(self.size * (TALL + DEEP) + (self.spot.lines - 1) * self.spot.step, 3)

    @property
    def anchor(self) -> str:
        return ANCHORS[self.spot.align]

    @property
    def edge(self) -> float:
        """Where the handle begins by which the width is dragged."""
        return self.spot.width - 1

    @property
    def start(self) -> float:
        return {"start": 0.0, "middle": self.spot.width / 2, "end": self.spot.width}[self.anchor]


@dataclass(frozen=True, slots=True)
class Stage:
    """The sheet with its pieces."""

    sheet: Sheet
    pieces: tuple[Piece, ...]


def stage(layout: Layout, said: Mapping[str, str | Picture]) -> Stage:
    fields = zip(layout.spots, layout.fields, strict=True)
    return Stage(layout.sheet, tuple(_piece(spot, field, said.get(spot.field)) for spot, field in fields))


def _piece(spot: Spot, field: Field, said: str | Picture | None) -> Piece:
    words = said if isinstance(said, str) else field.words.partition(",")[0]
    return Piece(spot, field.words, words, field.shape == Shape.PICTURE)
