"""Printing on stock that a printing house has printed before: where on the sheet each field of the paper goes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from lantoa.domain.papers.fields import Field, Picture, Shape, Value, fields_of, filled

MM_PER_POINT = 25.4 / 72
RANGE = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")
DAY = re.compile(r"ngày (\d+) tháng (\d+) năm (\d+)")
PARTS_OF_DAY = ("ngay", "thang", "nam")
NUMBER = re.compile(r"số (\S+)")


class Align(StrEnum):
    """How the words stand in the width that they have."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one field is printed, in mm from the upper left corner of the sheet.

    `y` is where the first line stands on: the dotted line of the stock. A picture hangs from `y` and is `width` wide.
    Further lines follow every `step`; what is longer becomes smaller until it fits, and never leaves its width.
    """

    field: str
    x: float
    y: float
    width: float
    size: float = 14  # pt
    lines: int = 1
    step: float = 8
    align: Align = Align.CENTER
    is_bold: bool = False
    is_italic: bool = False
    colour: str = "#000000"
    is_shown: bool = True

    def shift(self, across: float, down: float) -> "Spot":
        return replace(self, x=round(self.x + across, 2), y=round(self.y + down, 2))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of the paper, in mm."""

    width: float
    height: float


A4 = Sheet(297, 210)
# The lines that a printing house leaves free on a certificate, on A4 across, as our own certificate has them.
START = (
    Spot("ho_ten", 32, 107, 233, 27, is_bold=True),
    Spot("chuc_vu_don_vi", 32, 118, 233, 15),
    Spot("thanh_tich", 32, 130, 233, 17, lines=2, is_bold=True, is_italic=True),
    Spot("quyet_dinh", 27, 173, 110, 12.5, align=Align.LEFT, is_bold=True, is_italic=True),
    Spot("so_vang", 50, 179, 30, 12.5, align=Align.LEFT, is_bold=True, is_italic=True),
    Spot("dia_danh_ngay", 165, 149, 105, 14, is_bold=True, is_italic=True),
    Spot("chuc_vu", 165, 156, 105, 14, is_bold=True),
    Spot("nguoi_ky", 165, 187, 105, 15, is_bold=True),
    Spot("ma_xac_thuc", 27, 146, 20, align=Align.LEFT),
)
WAITING = Spot("", 32, 20, 100, is_shown=False)  # where the spot of any other field waits to be dragged
MORE = (
    Field("", "dia_danh_ngay", "Địa danh, ngày tháng năm", Shape.TEXT),
    Field("", "ngay", "Ngày, chỉ chữ số", Shape.TEXT),
    Field("", "thang", "Tháng, chỉ chữ số", Shape.TEXT),
    Field("", "nam", "Năm, chỉ chữ số", Shape.TEXT),
    Field("", "so_quyet_dinh", "Số, ký hiệu quyết định, không kèm ngày", Shape.TEXT),
    Field("", "chi_so_quyet_dinh", "Số quyết định, chỉ chữ số", Shape.TEXT),
    Field("", "ngay_quyet_dinh", "Ngày của quyết định, chỉ chữ số", Shape.TEXT),
    Field("", "thang_quyet_dinh", "Tháng của quyết định, chỉ chữ số", Shape.TEXT),
    Field("", "nam_quyet_dinh", "Năm của quyết định, chỉ chữ số", Shape.TEXT),
)


def printable(sheet: type) -> tuple[Field, ...]:
    """The fields of a paper that can have a spot, and those made of parts of them, for stock that has the rest."""
    own = tuple(one for one in fields_of(sheet) if one.shape in (Shape.TEXT, Shape.PICTURE))
    return own + tuple(one for one in MORE if one.name not in {field.name for field in own})


def said(contents: Any) -> dict[str, "str | Picture"]:
    """What is printed at each spot: one line of words, or a picture; nothing where there is nothing to say."""
    values: Mapping[str, Value] = filled(contents)
    words = {name: " ".join(value.split()) for name, value in values.items() if isinstance(value, str)}
    pictures = {name: value for name, value in values.items() if isinstance(value, Picture)}
    every = _parts(words) | words | pictures
    return {name: value for name, value in every.items() if value}


def laid_out(fields: Iterable[Field], sheet: Sheet) -> tuple[Spot, ...]:
    """Where the fields of a new stock are to begin with: the usual ones in their places, the others not printed."""
    usual = {spot.field: spot for spot in START}
    across, down = sheet.width / A4.width, sheet.height / A4.height
    return tuple(_scaled(usual.get(one.name, replace(WAITING, field=one.name)), across, down) for one in fields)


def written(spots: Iterable[Spot]) -> list[dict[str, Any]]:
    """The spots as they are kept."""
    return [asdict(spot) for spot in spots]


def read(kept: Iterable[Mapping[str, Any]], fields: Sequence[Field], sheet: Sheet) -> tuple[Spot, ...]:
    """The spots of the fields that the paper has now, in its order; a field of a later version waits, not printed."""
    known = {str(one["field"]): _spot(one) for one in kept}
    return tuple(known.get(one.field, replace(one, is_shown=False)) for one in laid_out(fields, sheet))


def sheets_asked(words: str, count: int) -> list[int]:
    """`1-20, 57` as places from 1 to `count`, each once; all of them for nothing said; ValueError for anything else."""
    if not words.strip():
        return list(range(1, count + 1))
    found: dict[int, None] = {}
    for part in words.replace(";", ",").split(","):
        match = RANGE.fullmatch("".join(part.split()))
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= count:
            raise ValueError(part.strip())
        found |= dict.fromkeys(range(first, last + 1))
    return list(found)


def _parts(words: Mapping[str, str]) -> dict[str, str]:
    day, decision = words.get("ngay_thang", ""), words.get("quyet_dinh", "")
    found = {"dia_danh_ngay": ", ".join(filter(None, (words.get("dia_danh", ""), day)))}
    for said, ending in ((day, ""), (decision, "_quyet_dinh")):
        if match := DAY.search(said):
            found |= {f"{part}{ending}": value for part, value in zip(PARTS_OF_DAY, match.groups(), strict=True)}
    if number := NUMBER.search(decision):
        found |= {"so_quyet_dinh": number[1], "chi_so_quyet_dinh": number[1].partition("/")[0]}
    return found


def _scaled(spot: Spot, across: float, down: float) -> Spot:
    moved = replace(spot, x=round(spot.x * across, 1), y=round(spot.y * down, 1), width=round(spot.width * across, 1))
    return replace(moved, size=max(6, round(spot.size * min(across, down) * 2) / 2))


def _spot(kept: Mapping[str, Any]) -> Spot:
    names = {one.name for one in fields(Spot)}
    given = {name: value for name, value in kept.items() if name in names}
    return Spot(**given | {"align": Align(given.get("align", Align.CENTER))})
