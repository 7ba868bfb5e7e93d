"""Columns of generated tables: kept as small NumPy arrays, turned into values a slice at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Integers: TypeAlias = NDArray[np.integer[Any]]
NO_DAY = -1
FIRST_DAY, LAST_DAY = date(1980, 1, 1), date(2030, 12, 31)


class Column(Protocol):
    """Anything that gives the values of a slice of rows."""

    def take(self, rows: slice) -> list[Any]: ...


@dataclass(frozen=True, slots=True)
class Numbers:
    values: Integers

    def take(self, rows: slice) -> list[Any]:
        return list(self.values[rows].tolist())


@dataclass(frozen=True, slots=True)
class Words:
    """One of a few words (or None) a row."""

    codes: Integers
    words: Sequence[Any]

    def take(self, rows: slice) -> list[Any]:
        return list(np.array(self.words, dtype=object)[self.codes[rows]])


@dataclass(frozen=True, slots=True)
class Codes:
    """A letter prefix and a padded number: CB0000001."""

    prefix: str
    values: Integers

    def take(self, rows: slice) -> list[Any]:
        return [f"{self.prefix}{number:07}" for number in self.values[rows].tolist()]


@dataclass(frozen=True, slots=True)
class Days:
    """Days since FIRST_DAY as ISO dates; NO_DAY is None."""

    values: Integers

    def take(self, rows: slice) -> list[Any]:
        return Words(self.values, iso_days()).take(rows)


@dataclass(frozen=True, slots=True)
class Joined:
    """Two columns with a space between."""

    left: Column
    right: Column

    def take(self, rows: slice) -> list[Any]:
        return [f"{left} {right}" for left, right in zip(self.left.take(rows), self.right.take(rows), strict=True)]


def day_number(day: date) -> int:
    return (day - FIRST_DAY).days


@cache
def iso_days() -> list[str | None]:
    """Every day as text by its number; the last entry, which NO_DAY picks, is None."""
    span = (LAST_DAY - FIRST_DAY).days
    return [*((FIRST_DAY + timedelta(days=number)).isoformat() for number in range(span + 1)), None]
