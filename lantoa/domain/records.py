"""The facts on file, as tables: the rows of a record book (`workbook.md`) and the way to look them up."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, TypeVar

from lantoa.domain.calendar import PartialDate


class Kind(StrEnum):
    """Who a record or a tier is about (Law 06/2022/QH15: individuals, collectives)."""

    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"


class Ledger(StrEnum):
    """The books that are closed year by year; from then on "no row" means "there was none"."""

    RATINGS = "ratings"
    AWARDS = "awards"
    SANCTIONS = "sanctions"
    INITIATIVES = "initiatives"
    RECOGNITIONS = "recognitions"


class Level(StrEnum):
    """Who stands behind an award."""

    SCHOOL = "school"
    MINISTRY = "ministry"
    SECTOR = "sector"
    PROVINCE = "province"
    STATE = "state"


class AwardStatus(StrEnum):
    """Awarded by a decision, or found eligible by a signed worksheet (the plan says *eligible for*)."""

    AWARDED = "awarded"
    ELIGIBLE = "eligible"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row stands: sheet and row of a workbook, or sheet and record id of the register."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Unit:
    code: str
    name: str
    parent: str | None
    since: PartialDate | None
    until: PartialDate | None
    origin: Origin

    def in_force(self, day: date) -> bool:
        return in_force(self.since, self.until, day)


@dataclass(frozen=True, slots=True)
class Person:
    code: str
    name: str
    origin: Origin
    sex: str = ""
    born: PartialDate | None = None
    employment: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    person: str
    unit: str
    position: str
    is_head: bool
    since: PartialDate | None
    until: PartialDate | None
    origin: Origin

    def in_force(self, day: date) -> bool:
        return in_force(self.since, self.until, day)


@dataclass(frozen=True, slots=True)
class Rating:
    subject: str
    year: int
    grade: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Award:
    """A title or a commendation; `title` is the code of a ladder title, empty for other forms."""

    subject: str
    year: int
    text: str
    title: str
    level: Level
    status: AwardStatus
    origin: Origin
    decision: str = ""
    decided: PartialDate | None = None
    issuer: str = ""

    @property
    def decision_year(self) -> int:
        return self.decided.year if self.decided else self.year


@dataclass(frozen=True, slots=True)
class Sanction:
    person: str
    form: str
    effective: PartialDate
    origin: Origin
    unit: str | None = None
    decision: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Initiative:
    person: str
    year: int
    name: str
    origin: Origin
    level: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    subject: str
    tier: str
    year: int
    origin: Origin
    decision: str = ""
    decided: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    subject: str
    criterion: str
    year: int
    passed: bool
    origin: Origin
    grounds: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    subject: str
    reason: str
    since: PartialDate
    until: PartialDate | None
    origin: Origin

    def in_force(self, day: date) -> bool:
        return in_force(self.since, self.until, day)


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed book: of the whole organisation when `unit` is None."""

    ledger: Ledger
    year: int
    unit: str | None
    closed: PartialDate
    origin: Origin


Record: TypeAlias = (
    Unit | Person | Post | Rating | Award | Sanction | Initiative | Recognition | Attestation | Hold | Closing
)


def in_force(since: PartialDate | None, until: PartialDate | None, day: date) -> bool:
    """Whether a life from `since` to `until` (both included, None is open) covers the day."""
    return (since is None or since.first_day <= day) and (until is None or day <= until.last_day)


@dataclass(frozen=True)
class RecordBook:
    """All rows, or all the rows that matter for one subject, with the look-ups that a check needs.

    Rows keep the order in which they were written: of two attestations the later one stands.
    """

    units: dict[str, Unit] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)
    awards: list[Award] = field(default_factory=list)
    sanctions: list[Sanction] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    recognitions: list[Recognition] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)
    closings: list[Closing] = field(default_factory=list)

    @cached_property
    def posts_of(self) -> dict[str, list[Post]]:
        return grouped(self.posts, lambda post: post.person)

    @cached_property
    def awards_of(self) -> dict[str, list[Award]]:
        return grouped(self.awards, lambda award: award.subject)

    @cached_property
    def recognitions_of(self) -> dict[str, list[Recognition]]:
        return grouped(self.recognitions, lambda recognition: recognition.subject)

    @cached_property
    def initiatives_of(self) -> dict[str, list[Initiative]]:
        return grouped(self.initiatives, lambda initiative: initiative.person)

    @cached_property
    def holds_of(self) -> dict[str, list[Hold]]:
        return grouped(self.holds, lambda hold: hold.subject)

    @cached_property
    def rating_of(self) -> dict[tuple[str, int], Rating]:
        return {(rating.subject, rating.year): rating for rating in self.ratings}

    @cached_property
    def standing_attestation(self) -> dict[tuple[str, str, int], Attestation]:
        """The newest row of every subject, criterion and year."""
        return {(row.subject, row.criterion, row.year): row for row in self.attestations}

    @cached_property
    def sanctions_against(self) -> dict[str, list[Sanction]]:
        """Sanctions by the unit they count against, units above included; cancelled ones left out.

        A row that names the unit of the violation counts there and nowhere else; otherwise it counts
        against the units the person belonged to on the effective date.
        """
        against: dict[str, list[Sanction]] = defaultdict(list)
        for sanction in self.sanctions:
            if sanction.cancelled:
                continue
            units = [sanction.unit] if sanction.unit else self.units_of(sanction.person, sanction.effective.first_day)
            for unit in dict.fromkeys(above for one in units for above in self.line(one)):
                against[unit].append(sanction)
        return dict(against)

    @cached_property
    def closed(self) -> frozenset[tuple[Ledger, int, str | None]]:
        return frozenset((closing.ledger, closing.year, closing.unit) for closing in self.closings)

    def line(self, unit: str) -> Iterator[str]:
        """The unit and the units above it, upwards; ends where a unit is missing or met again."""
        seen: set[str] = set()
        above: str | None = unit
        while above is not None and above in self.units and above not in seen:
            seen.add(above)
            yield above
            above = self.units[above].parent

    def units_of(self, person: str, day: date) -> list[str]:
        """The units of a person's posts in force on that day, each once."""
        posts = self.posts_of.get(person, [])
        return list(dict.fromkeys(post.unit for post in posts if post.in_force(day)))

    def units_headed(self, person: str, day: date) -> list[str]:
        """The units the person heads on that day, each once; heading two is allowed, both count."""
        posts = self.posts_of.get(person, [])
        return list(dict.fromkeys(post.unit for post in posts if post.is_head and post.in_force(day)))

    def is_closed(self, ledger: Ledger, year: int, units: Iterable[str]) -> bool:
        """Whether the book of that year is closed for the organisation, or for one of the units or above."""
        if (ledger, year, None) in self.closed:
            return True
        return any((ledger, year, above) in self.closed for unit in units for above in self.line(unit))

    def subjects(self, kind: Kind, day: date) -> list[str]:
        """Codes of those a tier concerns on that day: people with a post, units in force but the root."""
        if kind is Kind.INDIVIDUAL:
            return [code for code in self.people if self.units_of(code, day)]
        return [unit.code for unit in self.units.values() if unit.parent is not None and unit.in_force(day)]


RecordType = TypeVar("RecordType")


def grouped(rows: Iterable[RecordType], key: Callable[[RecordType], str]) -> dict[str, list[RecordType]]:
    groups: dict[str, list[RecordType]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)
