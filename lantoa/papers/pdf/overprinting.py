"""Papers on pre-printed stock as one PDF, a page for each: the words alone, for the printer, or upon its picture."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lantoa.domain.papers.fields import Field, Picture, Shape
from lantoa.domain.papers.stocks import Sheet, Spot
from lantoa.papers.pdf.typesetting import typeset

FILE = "phoi"
PICTURE = "to-phoi.jpg"


@dataclass(frozen=True, slots=True)
class Layout:
    """A stock as it is printed on: its size, where the fields go, how far the printer is off."""

    name: str
    sheet: Sheet
    fields: Sequence[Field]
    spots: Sequence[Spot]
    shift: tuple[float, float] = (0, 0)


def overprint(layout: Layout, said: Iterable[Mapping[str, str | Picture]], *, picture: bytes = b"") -> bytes:
    """A page for each paper; the picture of the stock lies beneath it when it is given."""
    names = {one.name: one.words for one in layout.fields}
    shown = [spot for spot in layout.spots if spot.is_shown]
    sheets = [[_filled(spot, one[spot.field], names) for spot in shown if spot.field in one] for one in said]
    return _set(layout, sheets, picture=picture)


def trial_sheet(layout: Layout) -> bytes:
    """Rulers from the edges of the paper, and where the fields go: to be held against the stock before a window."""
    names = {one.name: one.words for one in layout.fields}
    pictures = {one.name for one in layout.fields if one.shape == Shape.PICTURE}
    spots = [_filled(spot, "", names) | {"la_hinh": spot.field in pictures} for spot in layout.spots if spot.is_shown]
    return _set(layout, [spots], has_rulers=True)


def _set(
    layout: Layout, sheets: list[list[dict[str, Any]]], *, picture: bytes = b"", has_rulers: bool = False
) -> bytes:
    data = {
        "ten": layout.name,
        "rong": layout.sheet.width,
        "cao": layout.sheet.height,
        "lech_x": layout.shift[0],
        "lech_y": layout.shift[1],
        "nen": PICTURE if picture else None,
        "luoi": has_rulers,
        "to": sheets,
    }
    return typeset(FILE, data, pictures={PICTURE: picture} if picture else {})


def _filled(spot: Spot, what: str | Picture, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "ten": names.get(spot.field, spot.field),
        "x": spot.x,
        "y": spot.y,
        "rong": spot.width,
        "co": spot.size,
        "dong": spot.lines,
        "buoc": spot.step,
        "can": spot.align.value,
        "dam": spot.is_bold,
        "nghieng": spot.is_italic,
        "mau": spot.colour,
        "chu": what if isinstance(what, str) else "",
        "hinh": what if isinstance(what, Picture) else None,
    }
