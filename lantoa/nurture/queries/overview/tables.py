"""A table of the overview: one definition that the page, the Excel file and later the paper show."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from lantoa.domain.cohorts import Spread
from lantoa.nurture.pictures import Picture

Value: TypeAlias = str | int | float | Spread | None
NOTHING = "–"


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"  # of one
    DAYS = "days"  # a spread of days
    MONTHS = "months"  # a spread of months


@dataclass(frozen=True, slots=True)
class Column:
    heading: str
    kind: Kind = Kind.NUMBER
    width: int = 12

    @property
    def is_number(self) -> bool:
        return self.kind is not Kind.TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, and where its rows are."""

    value: Value
    address: str = ""
    kind: Kind = Kind.NUMBER

    @property
    def words(self) -> str:
        return in_words(self.value, self.kind)

    @property
    def is_zero(self) -> bool:
        return self.value == 0

    @property
    def count(self) -> int:
        return self.value.count if isinstance(self.value, Spread) else 0

    @property
    def is_number(self) -> bool:
        return self.kind is not Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, rows and perhaps a last row of totals; the first cell of a row names it."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its sentence, a picture where there is one, the table beside it, and where there is more."""

    id: str
    heading: str
    sentence: str
    table: Table
    picture: Picture | None = None
    empty: str = ""  # the sentence in place of a table without rows
    more: Link | None = None


def row(columns: Sequence[Column], *values: Value | Cell) -> tuple[Cell, ...]:
    """Values under their columns; a cell keeps its address and takes the kind of the column."""
    pairs = zip(values, columns, strict=True)
    return tuple(
        Cell(value.value, value.address, column.kind) if isinstance(value, Cell) else Cell(value, "", column.kind)
        for value, column in pairs
    )


def in_words(value: Value, kind: Kind) -> str:
    """As an office writes it: 1.234 - 12,5 % - 30 (12–75)."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, Spread):
        places = 0 if kind is Kind.DAYS else 1
        return f"{decimal(value.median, places)} ({decimal(value.lower, places)}–{decimal(value.upper, places)})"
    if isinstance(value, str):
        return value
    return f"{decimal(value * 100, 1)} %" if kind is Kind.SHARE else decimal(value, 0)


def decimal(value: float, places: int) -> str:
    """1.234,5"""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))
