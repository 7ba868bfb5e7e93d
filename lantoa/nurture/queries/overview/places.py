"""The unit tree as the overview walks it: in which row of the reader a unit is counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lantoa.domain.authority import Scope
from lantoa.register.models import Unit


@dataclass(frozen=True, slots=True)
class Place:
    """One unit of the tree."""

    id: int
    parent: int | None
    code: str
    name: str


@dataclass(frozen=True)
class Places:
    """All units by name, and how far the reader's scope reaches."""

    units: dict[int, Place]
    scope: Scope

    @cached_property
    def allowed(self) -> frozenset[int]:
        if self.scope.everything:
            return frozenset(self.units)
        return frozenset(key for key, one in self.units.items() if one.code in self.scope.units)

    @cached_property
    def below(self) -> dict[int | None, list[int]]:
        """The allowed units next under each, by name; under None those with nothing allowed above them."""
        found: dict[int | None, list[int]] = {}
        for key in self.units:
            if key in self.allowed:
                parent = self.units[key].parent
                found.setdefault(parent if parent in self.allowed else None, []).append(key)
        return found

    def by_code(self, code: str) -> int | None:
        return next((key for key in self.allowed if self.units[key].code == code), None)

    def top(self, unit: int | None) -> int | None:
        """The unit itself; without one the only unit at the top of the scope, if there is only one."""
        tops = self.below.get(None, [])
        return unit or (tops[0] if len(tops) == 1 else None)

    def rows(self, unit: int | None) -> list[int]:
        """The units under which the reader counts: those next under the chosen one, after it itself."""
        top = self.top(unit)
        return self.below.get(None, []) if top is None else [top, *self.below.get(top, [])]

    def within(self, unit: int | None) -> frozenset[int]:
        """The chosen unit and all under it, as far as the scope reaches."""
        if unit is None:
            return self.allowed
        found, climbing = {unit}, [unit]
        while climbing:
            climbing = [child for one in climbing for child in self.below.get(one, []) if child not in found]
            found.update(climbing)
        return frozenset(found)

    def row_of(self, rows: Iterable[int]) -> dict[int, int]:
        """Unit -> the nearest of the rows at or above it; units under none of them are left out."""
        wanted = set(rows)
        found: dict[int, int] = {}
        for key in self.allowed:
            place: int | None = key
            seen: set[int] = set()
            while place is not None and place not in wanted and place not in seen:
                seen.add(place)
                place = self.units[place].parent if place in self.units else None
            if place in wanted and place is not None:
                found[key] = place
        return found

    def line(self, unit: int | None) -> list[Place]:
        """The unit and those above it in the scope, from the top."""
        line: list[Place] = []
        while unit is not None and unit in self.allowed and self.units[unit] not in line:
            line.insert(0, self.units[unit])
            unit = self.units[unit].parent
        return line

    def offered(self, unit: int | None) -> list[Place]:
        """The units to choose from: the line above, and those next below."""
        line = self.line(self.top(unit))
        return [*line, *(self.units[key] for key in self.rows(unit) if self.units[key] not in line)]


def places(scope: Scope) -> Places:
    """In one query."""
    rows = Unit.objects.order_by("subject__sort_key", "pk")
    names = rows.values_list("subject_id", "parent_id", "subject__code", "subject__name")
    return Places({row[0]: Place(*row) for row in names}, scope)
