"""The twenty-five prospects of the demonstration school, as the data file tells them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Any

FILE = files("lantoa.demo") / "dien-hinh.toml"


@dataclass(frozen=True, slots=True)
class Words:
    """Something said or written on a day."""

    on: date
    text: str
    kind: str = ""
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A measure, or a shortcoming with its remedy: by when it was due and when it was done."""

    text: str
    due: date
    starts: date | None = None
    done: date | None = None
    remedy: str = ""
    evidence: str = ""
    remedied: date | None = None
    confirmed: date | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was said of a quarter."""

    year: int
    quarter: int
    text: str

    @property
    def on(self) -> date:
        """Some days after the quarter: then its review is written."""
        return date(self.year + self.quarter // 4, self.quarter % 4 * 3 + 1, 8)


@dataclass(frozen=True, slots=True)
class Move:
    """To another unit in mid-plan."""

    to: str
    on: date
    new_mentor: str


@dataclass(frozen=True, slots=True)
class PlanTold:
    """A nurture plan from its first day to how it ended, if it has."""

    year: int
    since: date
    until: date
    mentor: str = ""
    measures: tuple[Step, ...] = ()
    shortcomings: tuple[Step, ...] = ()
    supports: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()
    praise: tuple[Words, ...] = ()
    reviews: tuple[Reviewed, ...] = ()
    transfer: Move | None = None
    ready: Words | None = None
    nominated: date | None = None
    not_yet: Words | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """How somebody was found, what for, and what became of it."""

    subject: str
    origin: str
    merit: date
    found: date
    grounds: str
    tier: str = ""
    story: str = ""
    changed: str = ""
    chosen: date | None = None
    decision: str = ""
    practice: Mapping[str, str] = field(default_factory=dict)
    plan: PlanTold | None = None
    set_aside: Words | None = None


def stories() -> list[Story]:
    """All of them, in the order of the file."""
    with FILE.open("rb") as file:
        return [_story(row) for row in tomllib.load(file)["prospect"]]


def _story(row: dict[str, Any]) -> Story:
    plan, aside = row.pop("plan", None), row.pop("set_aside", None)
    return Story(**row, plan=_plan(plan) if plan else None, set_aside=Words(**aside) if aside else None)


def _plan(row: dict[str, Any]) -> PlanTold:
    lists: dict[str, Any] = {
        "measures": tuple(Step(**one) for one in row.pop("measures", ())),
        "shortcomings": tuple(Step(**one) for one in row.pop("shortcomings", ())),
        "supports": tuple(Words(**one) for one in row.pop("supports", ())),
        "notes": tuple(Words(**one) for one in row.pop("notes", ())),
        "praise": tuple(Words(**one) for one in row.pop("praise", ())),
        "reviews": tuple(Reviewed(**one) for one in row.pop("reviews", ())),
        "transfer": Move(**row.pop("transfer")) if "transfer" in row else None,
        "ready": Words(**row.pop("ready")) if "ready" in row else None,
        "not_yet": Words(**row.pop("not_yet")) if "not_yet" in row else None,
    }
    return PlanTold(**row, **lists)
