"""Signals from the records: a closed list of named rules, each told for one subject and found for everybody (II.1.a).

A rule says in one sentence what it looks at. `explain` reads the rows of one subject and gives the sentence with
its numbers and rows; `holds` finds everybody at once over figures. Both mean the same. There is no score.
"""

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
    "found_for",
]


def found_for(rules: dict[str, Rule], case: SignalCase) -> dict[str, Found]:
    """Every rule that holds for one subject, by its code; nothing for who is no subject on the year's last day."""
    if not case.is_subject:
        return {}
    found = {code: rule.explain(case) for code, rule in rules.items() if case.kind in rule.concerns}
    return {code: one for code, one in found.items() if one is not None}
