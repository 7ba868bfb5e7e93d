"""How a plan edition is carried out: offices, days, quorum, thresholds and clocks, dated and with their source.

Law and plan leave these to the Council or change them by date (law.md sections 4-7): they are data of the edition.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from lantoa.domain.reading import Table
from lantoa.domain.records import Kind

DAY_NAMES = ("open", "meet", "send", "verify", "post", "council", "decide", "submit")
KIND_CHOICES = [kind.value for kind in Kind]


class Base(StrEnum):
    """Of whom a share is counted."""

    ALL_MEMBERS = "all_members"
    PRESENT = "present"

    @property
    def label(self) -> str:
        return {Base.ALL_MEMBERS: "tổng số thành viên", Base.PRESENT: "số thành viên có mặt"}[self]


class Station(StrEnum):
    """What a nomination of a tier passes through before the Council."""

    MEETING = "meeting"
    VERIFICATION = "verification"
    POSTING = "posting"


@dataclass(frozen=True, slots=True)
class Office:
    """A specialist office (personnel, science, party, union, inspection) and the criteria it verifies."""

    code: str
    name: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """How a tier is dealt with: its stations, the tier its nominees come from, and the days of its round.

    A day is (years after the year considered, month, day).
    """

    tier: str
    stations: frozenset[Station]
    proposed_from: str
    days: Mapping[str, tuple[int, int, int]]

    def day(self, name: str, year: int) -> date | None:
        """The day of that name for the round of a year; None when the calendar has none."""
        if name not in self.days:
            return None
        later, month, day = self.days[name]
        return date(year + later, month, day)


def percent(share: Fraction) -> str:
    """Like «62,5%»; a share that is no whole tenth of a percent stays a fraction, as «2/3»."""
    if (share * 1000).denominator != 1:
        return f"{share.numerator}/{share.denominator}"
    return f"{float(share) * 100:g}%".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Threshold:
    """The share of a base that a vote needs: `strictly` more than it, or at least it."""

    share: Fraction
    strictly: bool
    base: Base
    set_by: str
    source: str
    since: date | None = None
    until: date | None = None
    tier: str = ""
    kind: Kind | None = None

    def in_force(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def words(self) -> str:
        """Như «trên 50% tổng số thành viên», «từ 2/3 tổng số thành viên trở lên»."""
        if self.strictly:
            return f"trên {percent(self.share)} {self.base.label}"
        return f"từ {percent(self.share)} {self.base.label} trở lên"


@dataclass(frozen=True, slots=True)
class Ground:
    """A legal ground for revoking a recognition."""

    code: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """The settings of an edition, each with who set it or where it stands."""

    offices: Mapping[str, Office]
    paths: Mapping[str, Path]
    thresholds: tuple[Threshold, ...]
    quorum: Threshold
    conflict_leaves_base: bool
    ballots_at_most: int
    posting_days: int
    objection_days: int
    identity_kept_days: int  # of an objector, once the objection is settled
    complaint_within: int
    complaint_accept: int
    complaint_settle: int
    complaint_settle_complex: int
    grounds: Mapping[str, Ground]
    sources: Mapping[str, str] = field(default_factory=dict)
    unit_quorum: Threshold | None = None  # an edition that sets none leaves it to the unit
    unit_approval: Threshold | None = None
    correction_days: int | None = None  # working days; none: whoever asks sets the day
    correction_source: str = ""

    def path(self, tier: str) -> Path:
        return self.paths.get(tier, Path(tier, frozenset(Station), "", {}))

    def offices_of(self, criterion: str) -> list[Office]:
        """Which offices verify a criterion."""
        return [office for office in self.offices.values() if criterion in office.criteria]

    def threshold(self, tier: str, kind: Kind, day: date) -> Threshold:
        """The threshold of a tier in force on the day, the most particular one; LookupError when there is none."""
        fitting = [
            one for one in self.thresholds if one.in_force(day) and one.tier in ("", tier) and one.kind in (None, kind)
        ]
        if not fitting:
            raise LookupError(tier)
        return max(fitting, key=lambda one: (one.tier != "", one.kind is not None, one.since or date.min))


def read_procedure(table: Table, tiers: list[str], criteria: list[str]) -> Procedure:
    """Read the table [procedure] of a plan edition; BadFile names file, key and what was expected."""
    council, posting, complaints = table.table("council"), table.table("posting"), table.table("complaints")
    unit_quorum, unit_approval = _unit_meeting(table, tiers)
    correction_days, correction_source = _corrections(table)
    procedure = Procedure(
        offices={office.code: office for office in (_office(row, criteria) for row in table.tables("offices"))},
        paths={path.tier: path for path in (_path(row, tiers) for row in table.tables("paths"))},
        thresholds=tuple(read_threshold(row, tiers) for row in table.tables("thresholds")),
        quorum=read_threshold(council.table("quorum"), tiers),
        conflict_leaves_base=council.take("conflict_leaves_base", bool),
        ballots_at_most=_number(council, "ballots_at_most"),
        posting_days=_number(posting, "working_days"),
        objection_days=_number(posting, "objection_working_days"),
        identity_kept_days=_number(posting, "identity_kept_days"),
        complaint_within=_number(complaints, "within_days"),
        complaint_accept=_number(complaints, "accept_days"),
        complaint_settle=_number(complaints, "settle_days"),
        complaint_settle_complex=_number(complaints, "settle_complex_days"),
        grounds={ground.code: ground for ground in map(_ground, table.tables("grounds"))},
        sources={part.path.rpartition(".")[2]: part.take("source", str) for part in (council, posting, complaints)},
        unit_quorum=unit_quorum,
        unit_approval=unit_approval,
        correction_days=correction_days,
        correction_source=correction_source,
    )
    for part in (council, posting, complaints, table):
        part.finish()
    return procedure


def _unit_meeting(table: Table, tiers: list[str]) -> tuple[Threshold | None, Threshold | None]:
    """How many must be there, and how many must be for a nominee, when a unit meets."""
    if "unit_meeting" not in table.values:
        return None, None
    part = table.table("unit_meeting")
    settings = read_threshold(part.table("quorum"), tiers), read_threshold(part.table("approval"), tiers)
    part.finish()
    return settings


def _corrections(table: Table) -> tuple[int | None, str]:
    """How many working days a unit gets to correct a dossier sent back, and who says so."""
    if "corrections" not in table.values:
        return None, ""
    part = table.table("corrections")
    settings = _number(part, "working_days"), part.take("source", str)
    part.finish()
    return settings


def read_threshold(row: Table, tiers: list[str]) -> Threshold:
    """A share as "1/2" or "80%", its base, and since when."""
    threshold = Threshold(
        share=_share(row),
        strictly=row.take("strictly", bool, False),
        base=Base(row.choice("base", [base.value for base in Base])),
        set_by=row.take("set_by", str),
        source=row.take("source", str),
        since=row.day("from"),
        until=row.day("to"),
        tier=row.choice("tier", tiers, ""),
        kind=Kind(row.choice("kind", KIND_CHOICES)) if "kind" in row.values else None,
    )
    row.finish()
    return threshold


def _share(row: Table) -> Fraction:
    text = row.take("share", str)
    try:
        share = Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except (ValueError, ZeroDivisionError):
        raise row.refuse("share", 'một phần như "2/3" hoặc "80%"') from None
    if not 0 <= share <= 1:
        raise row.refuse("share", "từ 0 đến 1")
    return share


def _number(row: Table, name: str) -> int:
    number = row.take(name, int)
    if number < 1:
        raise row.refuse(name, "số nguyên từ 1 trở lên")
    return number


def _office(row: Table, criteria: list[str]) -> Office:
    office = Office(row.take("code", str), row.take("name", str), tuple(row.words("criteria", criteria)))
    row.finish()
    return office


def _path(row: Table, tiers: list[str]) -> Path:
    days = Table(row.take("days", dict, {}), row.file, row.key("days"))
    path = Path(
        tier=row.choice("tier", tiers),
        stations=frozenset(Station(word) for word in row.words("stations", [one.value for one in Station])),
        proposed_from=row.choice("proposed_from", tiers, ""),
        days={name: _day(days, name) for name in DAY_NAMES if name in days.values},
    )
    days.finish()
    row.finish()
    return path


def _day(days: Table, name: str) -> tuple[int, int, int]:
    """ "12-10" is in the year considered, "+1 01-15" in the year after."""
    later, _space, month_day = days.take(name, str).rpartition(" ")
    try:
        month, day = (int(part) for part in month_day.split("-"))
        date(2001, month, day)  # no leap day: it would be missing in most years
        return int(later or 0), month, day
    except ValueError:
        raise days.refuse(name, 'tháng-ngày như "12-10", hoặc "+1 01-15" của năm sau') from None


def _ground(row: Table) -> Ground:
    ground = Ground(row.take("code", str), row.take("text", str), row.take("source", str))
    row.finish()
    return ground
