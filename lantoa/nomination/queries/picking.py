"""Whom the records let a unit nominate in a round: live verdicts, what is missing, and who can settle it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.discovery.queries.matrix import Cell, Line, lines
from lantoa.discovery.queries.sieve import Choice, Order, Sieve, sieve
from lantoa.domain.authority import Deed
from lantoa.domain.plan import Criterion
from lantoa.domain.records import Kind
from lantoa.domain.screening import MET, NOT_MET, UNKNOWN, Mask, Positions
from lantoa.domain.spelling import attested_criteria
from lantoa.domain.verdict import Verdict
from lantoa.nomination.models import Nomination, Round


class Wanted(StrEnum):
    """Whom the list shows; the value is the word in the address."""

    POSSIBLE = ""  # nothing on file says no
    MET = "dat"
    UNKNOWN = "chua-ro"
    EVERYONE = "tat-ca"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list."""

    words: str = ""
    kind: Kind | None = None
    unit: int | None = None
    wanted: Wanted = Wanted.POSSIBLE
    sort: str = "ket_qua"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may be nominated, or why not."""

    line: Line
    nomination: Nomination | None

    @property
    def open_cells(self) -> list[Cell]:
        return [cell for cell in self.line.cells if cell.verdict is Verdict.UNKNOWN]

    @property
    def failing(self) -> list[Cell]:
        return [cell for cell in self.line.cells if cell.verdict is Verdict.NOT_MET]

    @property
    def can_be_picked(self) -> bool:
        return self.nomination is None and not self.failing and not self.line.is_on_hold


@dataclass(frozen=True, slots=True)
class Settler:
    """A criterion that is still open for somebody on the page, and who can settle it."""

    criterion: Criterion
    is_attested: bool
    offices: tuple[str, ...]


def screened_for(found: Round, user: User, asked: Asked) -> Sieve:
    """The screening of the round's tier and year, as far as the user may nominate."""
    plan = plans.load(found.edition)
    choice = Choice(
        plan=plan,
        tier=plan.tier(found.tier),
        year=found.year,
        kind=asked.kind,
        unit=asked.unit,
        words=asked.words,
        order=Order(asked.sort.removeprefix("-")),
        is_descending=asked.sort.startswith("-"),
    )
    return sieve(choice, scope_of(user, Deed.NOMINATE))


def listed(found: Sieve, user: User, wanted: Wanted) -> Positions:
    """Subject ids in the order asked for; never oneself."""
    mask = _of(found, wanted)
    ids = found.listed()
    keep: Mask = mask[ids]
    if user.person_id is not None:
        keep &= ids != user.person_id
    return ids[keep]


def candidates(found: Sieve, of: Round, ids: Positions) -> list[Candidate]:
    """The rows of those subjects, each with the nomination that there is already."""
    known = Nomination.objects.filter(
        subject__in=[int(key) for key in ids], edition=of.edition, tier=of.tier, year=of.year
    ).exclude(stage="withdrawn")
    nominated = {one.subject_id: one for one in known}
    return [Candidate(line, nominated.get(line.subject.pk)) for line in lines(found, ids)]


def settlers(of: Round, rows: Iterable[Candidate]) -> list[Settler]:
    """The open criteria of those rows, each once, in the plan's order."""
    plan = plans.load(of.edition)
    missing = {cell.criterion.code for row in rows for cell in row.open_cells}
    return [
        Settler(
            one,
            one.code in attested_criteria(one.checks[of.tier]),
            tuple(office.name for office in plan.procedure.offices_of(one.code)),
        )
        for one in plan.criteria_of(plan.tier(of.tier))
        if one.code in missing
    ]


def _of(found: Sieve, wanted: Wanted) -> Mask:
    verdicts = found.verdicts
    match wanted:
        case Wanted.MET:
            return np.equal(verdicts, MET) & ~found.screening.on_hold
        case Wanted.UNKNOWN:
            return np.equal(verdicts, UNKNOWN) & ~found.screening.on_hold
        case Wanted.POSSIBLE:
            return np.not_equal(verdicts, NOT_MET) & ~found.screening.on_hold
    return np.ones(len(verdicts), dtype=np.bool_)
