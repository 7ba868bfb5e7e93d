"""The four tiers as one zen-engine decision: expressions evaluated for one subject at a time."""

import json
from typing import Any

import numpy as np
import zen

from bench.handwritten import PERIOD, YEAR, Columns, Outcome
from lantoa.domain.plan import Plan
from lantoa.domain.records import Ledger

PLACE = {"x": 0, "y": 0}
TIERS = {
    "school-annual": ["G1", "SA-G2", "G3", "G4", "SA-C1", "SA-C2", "SA-I1", "SA-I2", "SA-I3"],
    "sector-annual": ["MA-1"],
    "school-period": ["G1", "G2", "G3", "G4", "SP-C1", "SP-C2", "SP-I1", "SP-I2", "SP-I3"],
    "sector-period": ["MP-1", "MP-2", "MP-3"],
}


def key(code: str) -> str:
    return code.replace("-", "_").lower()


def some(count: str, closed: str, least: int = 1) -> str:
    return f"({count} >= {least} ? 2 : ({closed} ? 0 : 1))"


def none(count: str, closed: str) -> str:
    return f"({count} > 0 ? 0 : ({closed} ? 2 : 1))"


def said(fact: str, silence: str = "1") -> str:
    return f"({fact} == -1 ? {silence} : {fact} * 2)"


def heads(units: str) -> str:
    return f"(len({units}) == 0 ? 3 : min(map({units}, {some('#.titles', '#.closed')})))"


def expressions(plan: Plan) -> dict[str, str]:
    """Every criterion as an expression over one subject's facts."""
    k, m = plan.settings["k"].value, plan.settings["m"].value
    of_units = {
        "SA-C1": some("titles_of_unit", "awards_closed"),
        "SA-C2": none("sanctions", "sanctions_closed"),
        "SP-C1": some("prizes", "awards_closed_of_period", k),
        "SP-C2": none("sanctions_of_period", "sanctions_closed_of_period"),
    }
    of_people = {
        "SA-I1": some("titles_of_person", "awards_closed"),
        "SA-I2": said("attested_sa_i2"),
        "SA-I3": heads("heads_of_year"),
        "SP-I1": some("prizes", "awards_closed_of_period", k),
        "SP-I2": said("attested_sp_i2"),
        "SP-I3": heads("heads_of_period"),
    }
    return {
        **{code: said(f"attested_{code.lower()}") for code in ("G1", "G2", "G3", "G4")},
        "SA-G2": said("excellent", "(ratings_closed ? 0 : 1)"),
        **{code: f"is_person ? 3 : {expression}" for code, expression in of_units.items()},
        **{code: f"is_person ? {expression} : 3" for code, expression in of_people.items()},
        "MA-1": some("recognised_ma_1", "recognitions_closed"),
        "MP-1": some("recognised_mp_1", "recognitions_closed"),
        "MP-2": some("recognised_mp_2", "recognitions_closed_of_period"),
        "MP-3": some("prizes", "awards_closed_of_period", m),
    }


def decision(plan: Plan) -> Any:
    """The decision graph: facts in, one node of expressions, verdicts out."""
    rows = [{"id": code, "key": key(code), "value": value} for code, value in expressions(plan).items()]
    for tier, criteria in TIERS.items():
        parts = ", ".join(f"$.{key(code)}" for code in criteria)
        rows.append({"id": tier, "key": key(tier), "value": f"min([{parts}, 2])"})
    nodes: list[dict[str, Any]] = [
        {"id": "in", "type": "inputNode", "name": "facts", "position": PLACE},
        {"id": "say", "type": "expressionNode", "name": "plan", "position": PLACE, "content": {"expressions": rows}},
        {"id": "out", "type": "outputNode", "name": "verdicts", "position": PLACE},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "say", "type": "edge"},
        {"id": "2", "sourceId": "say", "targetId": "out", "type": "edge"},
    ]
    return zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))


def contexts(columns: Columns, positions: list[int]) -> list[dict[str, Any]]:
    """The facts of each subject as the engine takes them."""
    arrays = _arrays(columns)
    headed = {
        name: _headed(columns, years)
        for name, years in (("heads_of_year", YEAR.years), ("heads_of_period", PERIOD.years))
    }
    picked = {name: array[positions].tolist() for name, array in arrays.items()}
    made = [dict(zip(picked, values, strict=True)) for values in zip(*picked.values(), strict=True)]
    for facts, position in zip(made, positions, strict=True):
        facts |= {name: pairs.get(position, []) for name, pairs in headed.items()}
    return made


def _arrays(columns: Columns) -> dict[str, Any]:
    closed = columns.closed
    return {
        "is_person": columns.people, "titles_of_unit": columns.titles_of_unit[2025], "excellent": columns.excellent,
        "titles_of_person": columns.titles_of_person, "prizes": columns.prizes, "sanctions": columns.sanctions,
        "sanctions_of_period": columns.sanctions_of_period,
        "awards_closed": closed[Ledger.AWARDS, YEAR], "awards_closed_of_period": closed[Ledger.AWARDS, PERIOD],
        "sanctions_closed": closed[Ledger.SANCTIONS, YEAR],
        "sanctions_closed_of_period": closed[Ledger.SANCTIONS, PERIOD],
        "recognitions_closed": closed[Ledger.RECOGNITIONS, YEAR],
        "recognitions_closed_of_period": closed[Ledger.RECOGNITIONS, PERIOD],
        "ratings_closed": closed[Ledger.RATINGS, YEAR],
        **{f"recognised_{key(code)}": counts for code, counts in columns.recognitions.items()},
        **{f"attested_{key(code)}": facts for code, facts in columns.attested.items()},
    }  # fmt: skip


def _headed(columns: Columns, years: range) -> dict[int, list[dict[str, Any]]]:
    """By person, the titles of each unit headed and whether its book is closed."""
    headed: dict[int, list[dict[str, Any]]] = {}
    for year in years:
        titles, closed = columns.titles_of_unit[year], columns.awards_closed[year]
        for person, unit in zip(*(side.tolist() for side in columns.heads[year]), strict=True):
            headed.setdefault(person, []).append({"titles": int(titles[unit]), "closed": bool(closed[unit])})
    return headed


def verdicts(decided: Any, given: list[dict[str, Any]]) -> list[dict[str, int]]:
    return [decided.evaluate(facts)["result"] for facts in given]


def outcome(results: list[dict[str, int]], positions: list[int], size: int) -> Outcome:
    """The answers as arrays by position, for the comparison."""
    made: Outcome = {}
    for tier, criteria in TIERS.items():
        names = {"": key(tier)} | {
            code.removeprefix("SA-") if code == "SA-G2" else code: key(code) for code in criteria
        }
        made[tier] = {code: np.full(size, -1, dtype=np.int8) for code in names}
        for code, name in names.items():
            made[tier][code][positions] = [result[name] for result in results]
    return made
