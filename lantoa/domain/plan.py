"""A plan edition: its tiers, criteria, milestones and settings, read from one TOML file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lantoa.domain.calendar import Window
from lantoa.domain.checks import Check
from lantoa.domain.law import Catalogue
from lantoa.domain.phrasing import Phrasebook, read_check
from lantoa.domain.procedure import Procedure, read_procedure
from lantoa.domain.reading import Table, parse
from lantoa.domain.records import Kind

KIND_CHOICES = [kind.value for kind in Kind]


class Term(StrEnum):
    """Whether a tier looks at one year or at the whole period."""

    YEAR = "year"
    PERIOD = "period"


class PlanStatus(StrEnum):
    IN_FORCE = "in_force"
    DRAFT = "draft"


class OutsidePlan(ValueError):
    """A tier or a year that the plan does not have."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A number that the plan leaves open; who set it is always shown."""

    code: str
    value: int
    meaning: str
    set_by: str


@dataclass(frozen=True, slots=True)
class Tier:
    """One of the four steps: school or sector, year or period."""

    code: str
    name: str
    term: Term
    recognised_by: str
    clause: str
    subjects: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A condition of the plan; `checks` says by tier how it is decided, `steps` who settles it instead."""

    code: str
    clause: str
    place: str
    text: str
    concerns: frozenset[Kind]
    checks: Mapping[str, Check]
    steps: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date in the plan's calendar: a day, or a month and day that come back every year."""

    code: str
    name: str
    clause: str
    due: date | None
    every_year: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """What the plan asks of whom, beside the criteria."""

    code: str
    clause: str
    text: str
    who: str


@dataclass(frozen=True)
class Plan:
    """A whole edition."""

    code: str
    name: str
    source: str
    status: PlanStatus
    period: Window
    settings: dict[str, Setting]
    tiers: dict[str, Tier]
    criteria: dict[str, Criterion]
    milestones: tuple[Milestone, ...]
    obligations: tuple[Obligation, ...]
    procedure: Procedure

    def tier(self, code: str) -> Tier:
        """The tier by its code; OutsidePlan when there is none."""
        if code not in self.tiers:
            raise OutsidePlan(f"Kế hoạch {self.code} không có bậc «{code}». Các bậc: {', '.join(self.tiers)}.")
        return self.tiers[code]

    def window(self, tier: Tier, year: int) -> Window:
        """The years a tier looks at; OutsidePlan for a year the plan does not cover."""
        first, last = self.period.first_year, self.period.last_year
        if tier.term is Term.PERIOD:
            if year != last:
                raise OutsidePlan(
                    f"Bậc {tier.name} xét một lần cho {self.period}: năm phải là {last}, không phải {year}."
                )
            return self.period
        if year not in self.period:
            raise OutsidePlan(f"Năm {year} nằm ngoài kế hoạch {self.code} ({first}-{last}).")
        return Window(year, year)

    def years(self, tier: Tier) -> list[int]:
        """The years for which the tier can be screened."""
        return [self.period.last_year] if tier.term is Term.PERIOD else list(self.period.years)

    def criteria_of(self, tier: Tier) -> list[Criterion]:
        """The criteria that decide the tier, in the plan's order; steps that people take are left out."""
        return [criterion for criterion in self.criteria.values() if tier.code in criterion.checks]

    def steps_of(self, tier: Tier) -> list[Criterion]:
        """What people decide for the tier after the criteria: deliberation, recommendation, recognition."""
        return [criterion for criterion in self.criteria.values() if tier.code in criterion.steps]


def read_plan(text: str, file: str, catalogue: Catalogue) -> Plan:
    """Read a plan edition; BadFile names file, key and what was expected."""
    table = parse(text, file)
    head = table.table("plan")
    settings = {row.code: row for row in map(_setting, table.tables("settings"))}
    tiers = {row.code: row for row in map(_tier, table.tables("tiers"))}
    phrasebook = Phrasebook(
        catalogue,
        {code: setting.value for code, setting in settings.items()},
        {code: tier.name for code, tier in tiers.items()},
    )
    criteria = _criteria(table, tiers, phrasebook)
    plan = Plan(
        code=head.take("code", str),
        name=head.take("name", str),
        source=head.take("source", str),
        status=PlanStatus(head.choice("status", [status.value for status in PlanStatus])),
        period=_period(head),
        settings=settings,
        tiers=tiers,
        criteria=criteria,
        milestones=tuple(map(_milestone, table.tables("milestones"))),
        obligations=tuple(map(_obligation, table.tables("obligations"))),
        procedure=read_procedure(table.table("procedure"), list(tiers), list(criteria)),
    )
    head.finish()
    table.finish()
    _check_whole(plan, table)
    return plan


def _period(head: Table) -> Window:
    period = Window(head.take("first_year", int), head.take("last_year", int))
    if period.last_year < period.first_year:
        raise head.refuse("last_year", f"năm không trước first_year ({period.first_year})")
    return period


def _setting(row: Table) -> Setting:
    setting = Setting(row.take("code", str), row.take("value", int), row.take("meaning", str), row.take("set_by", str))
    if setting.value < 1:
        raise row.refuse("value", "số nguyên từ 1 trở lên")
    row.finish()
    return setting


def _tier(row: Table) -> Tier:
    tier = Tier(
        code=row.take("code", str),
        name=row.take("name", str),
        term=Term(row.choice("term", [term.value for term in Term])),
        recognised_by=row.take("recognised_by", str),
        clause=row.take("clause", str),
        subjects=frozenset(Kind(word) for word in row.words("subjects", KIND_CHOICES)),
    )
    row.finish()
    return tier


def _criteria(table: Table, tiers: dict[str, Tier], phrasebook: Phrasebook) -> dict[str, Criterion]:
    criteria: dict[str, Criterion] = {}
    for row in table.tables("criteria"):
        criterion = _criterion(row, tiers, phrasebook, criteria)
        if criterion.code in criteria:
            raise row.refuse("code", f"mã chưa dùng; «{criterion.code}» đã có ở trên")
        criteria[criterion.code] = criterion
    return criteria


def _criterion(
    row: Table, tiers: dict[str, Tier], phrasebook: Phrasebook, earlier: Mapping[str, Criterion]
) -> Criterion:
    code = row.take("code", str)
    checks = Table(row.take("checks", dict, {}), row.file, row.key("checks"))
    unit_checks = {
        (known.code, tier): check
        for known in earlier.values()
        if Kind.COLLECTIVE in known.concerns
        for tier, check in known.checks.items()
    }
    steps = Table(row.take("steps", dict, {}), row.file, row.key("steps"))
    for by_tier in (checks, steps):
        for tier in by_tier.values:
            if tier not in tiers:
                raise by_tier.refuse(tier, f"mã bậc, một trong: {', '.join(tiers)}")
    criterion = Criterion(
        code=code,
        clause=row.take("clause", str),
        place=row.take("place", str),
        text=row.take("text", str),
        concerns=frozenset(Kind(word) for word in row.words("concerns", KIND_CHOICES)),
        checks={tier: read_check(checks.table(tier), code, phrasebook, unit_checks) for tier in list(checks.values)},
        steps={tier: steps.take(tier, str) for tier in list(steps.values)},
    )
    if not criterion.checks and not criterion.steps:
        raise row.refuse("checks", "cách kiểm tra của ít nhất một bậc, hoặc «steps» nói ai quyết định")
    row.finish()
    return criterion


def _milestone(row: Table) -> Milestone:
    milestone = Milestone(
        code=row.take("code", str),
        name=row.take("name", str),
        clause=row.take("clause", str),
        due=row.day("due"),
        every_year=row.take("every_year", str, ""),
    )
    if (milestone.due is None) == (not milestone.every_year):
        raise row.refuse("due", 'một ngày, hoặc «every_year» = "tháng-ngày"')
    row.finish()
    return milestone


def _obligation(row: Table) -> Obligation:
    obligation = Obligation(row.take("code", str), row.take("clause", str), row.take("text", str), row.take("who", str))
    row.finish()
    return obligation


def _check_whole(plan: Plan, table: Table) -> None:
    if not plan.tiers:
        raise table.refuse("tiers", "ít nhất một bậc")
    for tier in plan.tiers.values():
        if not plan.criteria_of(tier):
            raise table.refuse("criteria", f"ít nhất một điều kiện cho bậc «{tier.code}»")
    if "k" in plan.settings and "m" in plan.settings and plan.settings["m"].value < plan.settings["k"].value:
        raise table.refuse("settings", "m không nhỏ hơn k (bề dày thành tích cao không thấp hơn bề dày thành tích)")
