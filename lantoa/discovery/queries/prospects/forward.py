"""Which units put somebody forward in a year, which said why not, and which have long been silent."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from lantoa.discovery.models import NobodyPutForward, Prospect
from lantoa.domain.authority import Scope
from lantoa.domain.vietnamese import fold
from lantoa.register.models import Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.tree import subtrees_of


@dataclass(frozen=True, slots=True)
class UnitYear:
    """One unit in one year: how many it chose (units under it included), or its reason for choosing nobody."""

    year: int
    chosen: int
    said: NobodyPutForward | None

    @property
    def is_silent(self) -> bool:
        return not self.chosen and self.said is None


@dataclass(frozen=True, slots=True)
class UnitYears:
    """One unit over some years, the latest first."""

    unit: Unit
    years: tuple[UnitYear, ...]

    @property
    def is_silent(self) -> bool:
        """Nobody chosen and nothing said in this year and the one before."""
        return all(one.is_silent for one in self.years[:2])

    @property
    def had_nobody(self) -> bool:
        """Nobody chosen in two years, whatever was said."""
        return not any(one.chosen for one in self.years[:2])


def put_forward_in(unit: Unit, year: int) -> int:
    """How many prospects the unit and those under it chose in the year."""
    units = subtrees_of([], unit.pk)
    return Prospect.objects.filter(unit__in=units, chosen_at__year=year).count()


def units_of(scope: Scope, day: date, words: str = "") -> list[Unit]:
    """Units in force in the scope but the root, by name."""
    units = Unit.objects.filter(in_force(day), parent__isnull=False).select_related("subject")
    if not scope.everything:
        units = units.filter(subject__code__in=scope.units)
    for word in fold(words).split():
        units = units.filter(subject__search_key__contains=word)
    return list(units.order_by("subject__sort_key", "pk"))


def years_of(units: Collection[Unit], years: Iterable[int]) -> list[UnitYears]:
    """Each unit over the years, in three queries."""
    wanted = sorted(years, reverse=True)
    parents: dict[int, int | None] = dict(Unit.objects.values_list("subject_id", "parent_id"))
    chosen: dict[tuple[int, int], int] = {}
    for unit, at in Prospect.objects.filter(chosen_at__year__in=wanted).values_list("unit_id", "chosen_at__year"):
        for above in _line(unit, parents):
            chosen[above, at] = chosen.get((above, at), 0) + 1
    rows = NobodyPutForward.objects.filter(year__in=wanted, unit__in=[unit.pk for unit in units])
    said = {(row.unit_id, row.year): row for row in rows.select_related("said_by")}
    return [
        UnitYears(
            unit,
            tuple(UnitYear(year, chosen.get((unit.pk, year), 0), said.get((unit.pk, year))) for year in wanted),
        )
        for unit in units
    ]


def _line(unit: int, parents: dict[int, int | None]) -> list[int]:
    """The unit and those above it; a loop in the tree ends."""
    line: list[int] = []
    above: int | None = unit
    while above is not None and above not in line:
        line.append(above)
        above = parents.get(above)
    return line
