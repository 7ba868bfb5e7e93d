"""One page of the list as rows and columns of verdicts."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from lantoa.discovery.queries.crowd import Crowd
from lantoa.discovery.queries.sieve import Choice, Sieve
from lantoa.domain.plan import Criterion
from lantoa.domain.screening import MET, Positions
from lantoa.domain.verdict import Verdict
from lantoa.register.models import Hold, Subject
from lantoa.register.queries.figures import in_force


@dataclass(frozen=True, slots=True)
class Cell:
    """One subject before one criterion."""

    criterion: Criterion
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """One subject: who, where, the verdict of the tier and of every criterion."""

    subject: Subject
    units: str
    verdict: Verdict
    is_on_hold: bool
    hold: str
    cells: tuple[Cell, ...]

    @property
    def missing(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.verdict < Verdict.MET]


def columns(choice: Choice) -> list[Criterion]:
    """The criteria that concern the chosen kind, in the plan's order."""
    criteria = choice.plan.criteria_of(choice.tier)
    return [criterion for criterion in criteria if choice.kind is None or choice.kind in criterion.concerns]


def lines(sieve: Sieve, ids: Positions) -> list[Line]:
    """The rows of those subjects, in that order; as many queries for one as for all."""
    keys = [int(key) for key in ids]
    subjects = Subject.objects.in_bulk(keys)
    units = unit_names(sieve.crowd, ids)
    holds = _holds(sieve, keys)
    shown = columns(sieve.choice)
    return [
        Line(
            subject=subjects[key],
            units=", ".join(units.get(key, [])),
            verdict=Verdict(int(sieve.verdicts[key])),
            is_on_hold=bool(sieve.screening.on_hold[key]),
            hold=holds.get(key, ""),
            cells=tuple(
                Cell(criterion, Verdict(int(sieve.screening.criteria[criterion.code][key]))) for criterion in shown
            ),
        )
        for key in keys
        if key in subjects
    ]


def unit_names(everybody: Crowd, ids: Positions) -> dict[int, list[str]]:
    """Names of the units of each person on the day; of a unit the one above it."""
    above = everybody.parents[ids]
    chosen = np.isin(everybody.posted, ids) & (everybody.posted != everybody.posted_in)
    people, posts = everybody.posted[chosen], everybody.posted_in[chosen]
    subjects = np.concatenate([people, ids[above > 0]])
    units = np.concatenate([posts, above[above > 0]])
    names = names_of(units)
    found: dict[int, list[str]] = {}
    for subject, unit in zip(subjects.tolist(), units.tolist(), strict=True):
        found.setdefault(subject, []).append(names[unit])
    return {subject: list(dict.fromkeys(words)) for subject, words in found.items()}


def names_of(ids: Iterable[int]) -> dict[int, str]:
    wanted = {int(key) for key in ids}
    return dict(Subject.objects.filter(pk__in=wanted).values_list("id", "name")) if wanted else {}


def _holds(sieve: Sieve, keys: list[int]) -> dict[int, str]:
    held = [key for key in keys if sieve.screening.on_hold[key]]
    if not held:
        return {}
    rows = Hold.objects.filter(in_force(sieve.choice.day), subject_id__in=held)
    return dict(rows.values_list("subject_id", "reason"))


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the way from everyone to eligible."""

    criterion: Criterion | None
    left: int  # certainly past this and every criterion before
    perhaps: int  # besides those, the ones still unknown somewhere so far


def funnel(sieve: Sieve) -> list[Stage]:
    """From everyone through each criterion, one after the other, to the eligible."""
    left, possible = sieve.base.copy(), sieve.base.copy()
    stages = [Stage(None, int(left.sum()), 0)]
    for criterion in columns(sieve.choice):
        verdicts = sieve.screening.criteria[criterion.code]
        left &= verdicts >= MET
        possible &= verdicts != Verdict.NOT_MET
        stages.append(Stage(criterion, int(left.sum()), int(possible.sum() - left.sum())))
    return stages
