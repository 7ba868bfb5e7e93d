"""Signals from the records: a closed list of named rules, each told for one subject and found for everybody (II.1.a).

A rule says in one sentence what it looks at. `explain` reads the rows of one subject and gives the sentence with
its numbers and rows; `holds` finds everybody at once over figures. Both mean the same. There is no score.
"""

from collections.abc import Iterable, Iterator

from lantoa.domain.checks import AtLeast, AwardRows, NoneOf
from lantoa.domain.plan import Plan
from lantoa.domain.signals.case import Everybody, Found, SignalCase, SignalFigures
from lantoa.domain.signals.rules import (
    Eligible,
    FirstAward,
    LongService,
    OneCriterion,
    RepeatedInitiatives,
    RisingRatings,
    Rule,
)
from lantoa.domain.spelling import leaves

__all__ = [
    "Eligible",
    "Everybody",
    "FirstAward",
    "Found",
    "LongService",
    "OneCriterion",
    "RepeatedInitiatives",
    "RisingRatings",
    "Rule",
    "SignalCase",
    "SignalFigures",
    "awards_read",
    "found_for",
]


def found_for(rules: dict[str, Rule], case: SignalCase) -> dict[str, Found]:
    """Every rule that holds for one subject, by its code; nothing for who is no subject on the year's last day."""
    if not case.is_subject:
        return {}
    found = {code: rule.explain(case) for code, rule in rules.items() if case.kind in rule.concerns}
    return {code: one for code, one in found.items() if one is not None}


def awards_read(rules: Iterable[Rule], plan: Plan | None) -> Iterator[AwardRows]:
    """Which awards a rule or a criterion of the plan may count: no other award is looked at."""
    for rule in rules:
        if isinstance(rule, FirstAward | LongService):
            yield from (*rule.titles.values(), rule.high)
    for criterion in plan.criteria.values() if plan else ():
        for leaf in (leaf for check in criterion.checks.values() for leaf in leaves(check)):
            if isinstance(leaf, AtLeast | NoneOf) and isinstance(leaf.rows, AwardRows):
                yield leaf.rows
