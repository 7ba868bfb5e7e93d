"""The plan editions and the catalogue of the law that come with the product."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from lantoa.domain.law import Catalogue, read_catalogue
from lantoa.domain.papers.bases import Basis, LegalBook, Topic, read_bases
from lantoa.domain.plan import Plan, PlanStatus, read_plan
from lantoa.domain.rewards import Rewards, Source, read_rewards
from lantoa.domain.signals import Rule
from lantoa.domain.signals.settings import read_rules

FOLDER = Path(__file__).parent
CATALOGUE = "danh-muc-thi-dua-khen-thuong.toml"
SIGNALS = "tin-hieu.toml"
REWARDS = "khen-thuong.toml"
LEGAL_BOOK = "can-cu.toml"
NO_EDITIONS = (CATALOGUE, SIGNALS, REWARDS, LEGAL_BOOK)
DEFAULT = "nganh-tu-phap-2021-2025"


class UnknownPlan(LookupError):
    """No shipped plan edition has that code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"Không có kế hoạch «{code}». Các kế hoạch hiện có: {', '.join(codes())}.")


@cache
def catalogue() -> Catalogue:
    """The law's words: titles, levels, discipline forms, ratings."""
    return read_catalogue((FOLDER / CATALOGUE).read_text(encoding="utf-8"), CATALOGUE)


def codes() -> list[str]:
    """Codes of the shipped plan editions, in the order of their names."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if path.name not in NO_EDITIONS)


@cache
def load(code: str = DEFAULT) -> Plan:
    """A plan edition by its code; UnknownPlan when there is none, BadFile when it cannot be read."""
    path = FOLDER / f"{code}.toml"
    if code not in codes():
        raise UnknownPlan(code)
    return read_plan(path.read_text(encoding="utf-8"), path.name, catalogue())


@cache
def fingerprint(code: str) -> str:
    """Of the edition's file as shipped: what was frozen under one text of the plan is told from another."""
    load(code)
    return sha256((FOLDER / f"{code}.toml").read_bytes()).hexdigest()


def covering(year: int) -> Plan | None:
    """The edition whose period holds the year, one in force before a draft; None when there is none."""
    editions = [plan for plan in map(load, codes()) if year in plan.period]
    return min(editions, key=lambda plan: plan.status is not PlanStatus.IN_FORCE, default=None)


@cache
def signal_rules() -> dict[str, Rule]:
    """The rules by which records speak, by their code, with the numbers of the data file."""
    return read_rules((FOLDER / SIGNALS).read_text(encoding="utf-8"), SIGNALS, catalogue())


@cache
def rewards() -> Rewards:
    """Forms of commendation and base salaries, dated, with who says so."""
    return read_rewards((FOLDER / REWARDS).read_text(encoding="utf-8"), REWARDS)


@cache
def legal_book() -> LegalBook:
    """Legal bases and form numbers, dated, with who says so; and the editions of the plan, which papers cite too."""
    book = read_bases((FOLDER / LEGAL_BOOK).read_text(encoding="utf-8"), LEGAL_BOOK)
    return book.with_texts(_as_basis(load(code)) for code in codes())


def _as_basis(plan: Plan) -> Basis:
    """As the edition calls itself: the office writes number and day of its own copy in its place."""
    return Basis(plan.code, Topic.PLAN, plan.name, Source(None, None, plan.source, "U"))
