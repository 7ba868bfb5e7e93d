"""Counts of verdicts by unit, and the units that a reader may choose from."""

from dataclasses import dataclass

import numpy as np

from lantoa.discovery.queries.crowd import Crowd
from lantoa.discovery.queries.sieve import Sieve, units_mask
from lantoa.domain.authority import Scope
from lantoa.domain.screening import MET, NOT_MET, UNKNOWN, Mask, Positions
from lantoa.register.models import Subject

SHOWN = 200


@dataclass(frozen=True, slots=True)
class UnitCount:
    """How many of each verdict a unit has, those under it included."""

    unit: Subject
    met: int
    not_met: int
    unknown: int

    @property
    def everyone(self) -> int:
        return self.met + self.not_met + self.unknown


@dataclass(frozen=True, slots=True)
class Nearby:
    """The chosen unit with the line above it, and the units next below."""

    line: list[Subject]
    below: list[Subject]

    @property
    def options(self) -> list[Subject]:
        return self.line + self.below


def nearby(everybody: Crowd, scope: Scope, unit: int | None) -> Nearby:
    """Where the reader stands in the unit tree, as far as the scope reaches; at most SHOWN units below."""
    allowed = _allowed(everybody, scope)
    line = _line(everybody, unit, allowed)
    below = _below(everybody, line[-1] if line else None, allowed)
    place = {int(key): number for number, key in enumerate(everybody.order)}
    shown = sorted(below.tolist(), key=lambda key: place.get(key, 0))[:SHOWN]
    subjects = Subject.objects.in_bulk([*line, *shown])
    return Nearby([subjects[key] for key in line], [subjects[key] for key in shown])


def _allowed(everybody: Crowd, scope: Scope) -> Mask:
    if not scope.everything:
        return units_mask(everybody, scope)
    return everybody.mask(everybody.posted[everybody.posted == everybody.posted_in])


def _line(everybody: Crowd, unit: int | None, allowed: Mask) -> list[int]:
    """The unit and those above it that are allowed, from the top."""
    line: list[int] = []
    while unit and unit not in line and allowed[unit]:
        line.insert(0, unit)
        unit = int(everybody.parents[unit])
    return line


def _below(everybody: Crowd, unit: int | None, allowed: Mask) -> Positions:
    """Allowed units next below; without a unit those whose own superior is not allowed, or under the root."""
    if unit:
        return np.flatnonzero(allowed & (everybody.parents == unit))
    tops = np.flatnonzero(allowed & ~allowed[everybody.parents])
    if len(tops) == 1 and everybody.parents[tops[0]] == 0:
        return np.flatnonzero(allowed & (everybody.parents == tops[0]))
    return tops


def count_by_unit(sieve: Sieve, units: list[Subject]) -> list[UnitCount]:
    """Counts of the kind and scope that the reader looks at, for each of those units with all under it."""
    everybody = sieve.crowd
    inside = sieve.seen[everybody.members]
    members, member_of = everybody.members[inside], everybody.member_of[inside]
    verdicts = sieve.verdicts[members]
    by_verdict = {
        verdict: np.bincount(member_of[verdicts == verdict], minlength=everybody.size)
        for verdict in (MET, NOT_MET, UNKNOWN)
    }
    return [
        UnitCount(
            unit, int(by_verdict[MET][unit.pk]), int(by_verdict[NOT_MET][unit.pk]), int(by_verdict[UNKNOWN][unit.pk])
        )
        for unit in units
    ]
