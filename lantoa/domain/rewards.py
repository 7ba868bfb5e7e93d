"""Forms of commendation and reward money: dated data with their source, reckoned on the day of the decision.

A bonus is a multiplier of the base salary in force on the day of the decision, rounded up (NĐ 152/2025 art. 49-54).
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from lantoa.domain.law import MARKS
from lantoa.domain.reading import Table, parse
from lantoa.domain.records import Kind, Level


@dataclass(frozen=True, slots=True)
class Source:
    """From when to when something is so, who says it, and how sure that is."""

    since: date | None
    until: date | None
    words: str
    mark: str

    def in_force(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Đồng a month."""

    amount: int
    source: Source


@dataclass(frozen=True, slots=True)
class Form:
    """A form for one kind of subject; without a multiplier its amount is the school's own, typed with its basis.

    With a level it is a commendation, which enters the record book as one.
    """

    code: str
    name: str
    kind: Kind
    level: Level | None
    multiplier: Fraction | None
    source: Source


@dataclass(frozen=True)
class Rewards:
    """All the forms and base salaries that the product knows."""

    salaries: tuple[BaseSalary, ...]
    forms: tuple[Form, ...]
    rounded_up_to: int

    def base_salary(self, day: date) -> BaseSalary:
        """The one in force on the day; LookupError when none is on file."""
        for salary in self.salaries:
            if salary.source.in_force(day):
                return salary
        raise LookupError(day)

    def forms_for(self, kind: Kind, day: date) -> list[Form]:
        return [form for form in self.forms if form.kind is kind and form.source.in_force(day)]

    def form(self, code: str, kind: Kind, day: date) -> Form:
        """LookupError when there is no such form for that kind on the day."""
        for form in self.forms_for(kind, day):
            if form.code == code:
                return form
        raise LookupError(code)

    def bonus(self, multiplier: Fraction, day: date) -> int:
        """Đồng: multiplier times base salary of the day, rounded up."""
        return ceil(multiplier * self.base_salary(day).amount / self.rounded_up_to) * self.rounded_up_to


def read_rewards(text: str, file: str) -> Rewards:
    """Read the list from TOML; BadFile names file, key and what was expected."""
    table = parse(text, file)
    rewards = Rewards(
        salaries=tuple(map(_salary, table.tables("base_salaries"))),
        forms=tuple(map(_form, table.tables("forms"))),
        rounded_up_to=_positive(table, "rounded_up_to"),
    )
    table.finish()
    return rewards


def _salary(row: Table) -> BaseSalary:
    salary = BaseSalary(_positive(row, "amount"), _source(row))
    row.finish()
    return salary


def _form(row: Table) -> Form:
    level = row.choice("level", [level.value for level in Level], "")
    form = Form(
        code=row.take("code", str),
        name=row.take("name", str),
        kind=Kind(row.choice("kind", [kind.value for kind in Kind])),
        level=Level(level) if level else None,
        multiplier=_multiplier(row),
        source=_source(row),
    )
    row.finish()
    return form


def _multiplier(row: Table) -> Fraction | None:
    """As written, "0.3": a number of the file would not be exact."""
    text = row.take("multiplier", str, "")
    if not text:
        return None
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise row.refuse("multiplier", 'hệ số như "0.3"') from None


def _source(row: Table) -> Source:
    return Source(row.day("from"), row.day("to"), row.take("source", str), row.choice("mark", MARKS))


def _positive(row: Table, name: str) -> int:
    number = row.take(name, int)
    if number < 1:
        raise row.refuse(name, "số nguyên từ 1 trở lên")
    return number
