"""Some of the things of a kind: those that hold the words, of a unit, made or not yet; in the order asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lantoa.domain.vietnamese import fold, sort_key
from lantoa.papers.queries.rounds import Row
from lantoa.register.models import Unit
from lantoa.register.queries.tree import lines_of, subtrees_of


class State(StrEnum):
    """How far a thing is: its paper is made, could be, or something is missing first."""

    MADE = "da-lap"
    READY = "chua-lap"
    MISSING = "con-thieu"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list; a unit stands for all under it."""

    words: str = ""
    state: str = ""
    unit: int | None = None
    sort: str = ""


SORTS: dict[str, Callable[[Row], Any]] = {
    "ten": lambda row: sort_key(row.thing.words),
    "ngay": lambda row: row.thing.day,
    "lap": lambda row: row.paper.made_at.isoformat() if row.paper else "",
}


def state_of(row: Row) -> State:
    if row.paper:
        return State.MADE
    return State.MISSING if row.thing.missing else State.READY


def picked(rows: Sequence[Row], asked: Asked) -> list[Row]:
    """In their lasting order unless asked otherwise; equals stay in it."""
    wanted, units = fold(asked.words).split(), _codes_under(asked.unit)
    found = [row for row in rows if all(word in fold(row.thing.words) for word in wanted)]
    if asked.state:
        found = [row for row in found if state_of(row) == asked.state]
    if units is not None:
        found = [row for row in found if row.thing.unit in units]
    order = SORTS.get(asked.sort.removeprefix("-"))
    return sorted(found, key=order, reverse=asked.sort.startswith("-")) if order else found


def units_of(rows: Sequence[Row]) -> list[tuple[int, str]]:
    """Id and name of the units that the things are about, and of those above them."""
    codes = {row.thing.unit for row in rows if row.thing.unit}
    return list(lines_of(codes).order_by("subject__sort_key").values_list("pk", "subject__name")) if codes else []


def unit_names(rows: Sequence[Row]) -> dict[str, str]:
    """Name by code of the units that the things are about."""
    codes = {row.thing.unit for row in rows if row.thing.unit}
    return dict(Unit.objects.filter(subject__code__in=codes).values_list("subject__code", "subject__name"))


def _codes_under(unit: int | None) -> set[str] | None:
    return None if unit is None else set(subtrees_of([], unit).values_list("subject__code", flat=True))
