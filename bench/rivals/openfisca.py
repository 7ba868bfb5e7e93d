"""The four tiers as OpenFisca variables of one entity; who heads which unit is told by year, as pairs."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import YEAR as EVERY_YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.handwritten import MET, NOT_APPLICABLE, NOT_MET, PERIOD, UNKNOWN, YEAR, Columns, Outcome
from lantoa.domain.plan import Plan
from lantoa.domain.records import Ledger

Formula: TypeAlias = Callable[[Any, Any], Any]
SUBJECT = build_entity(key="subject", plural="subjects", label="Người hoặc đơn vị", is_person=True)
INPUTS = {
    "is_person": bool, "is_unit": bool, "titles_of_unit": int, "titles_of_person": int, "prizes": int,
    "sanctions": int, "sanctions_of_period": int, "recognised_MA_1": int, "recognised_MP_1": int,
    "recognised_MP_2": int, "excellent": int, "awards_closed": bool, "awards_closed_of_period": bool,
    "sanctions_closed": bool, "sanctions_closed_of_period": bool, "recognitions_closed": bool,
    "recognitions_closed_of_period": bool, "ratings_closed": bool,
    **{f"attested_{code}": int for code in ("G1", "G2", "G3", "G4", "SA_I2", "SP_I2")},
}  # fmt: skip
TIERS = {
    "school-annual": ["G1", "SA-G2", "G3", "G4", "SA-C1", "SA-C2", "SA-I1", "SA-I2", "SA-I3"],
    "sector-annual": ["MA-1"],
    "school-period": ["G1", "G2", "G3", "G4", "SP-C1", "SP-C2", "SP-I1", "SP-I2", "SP-I3"],
    "sector-period": ["MP-1", "MP-2", "MP-3"],
}


def variable_of(criterion: str) -> str:
    return criterion.replace("-", "_")


def some(count: str, closed: str, least: int = 1) -> Formula:
    return lambda subject, period: np.where(
        subject(count, period) >= least, MET, np.where(subject(closed, period), NOT_MET, UNKNOWN)
    )


def none(count: str, closed: str) -> Formula:
    return lambda subject, period: np.where(
        subject(count, period) > 0, NOT_MET, np.where(subject(closed, period), MET, UNKNOWN)
    )


def said(fact: str) -> Formula:
    def formula(subject: Any, period: Any) -> Any:
        value = subject(fact, period)
        return np.where(value == -1, UNKNOWN, np.where(value == 1, MET, NOT_MET))

    return formula


def rated(subject: Any, period: Any) -> Any:
    value = subject("excellent", period)
    silence = np.where(subject("ratings_closed", period), NOT_MET, UNKNOWN)
    return np.where(value == -1, silence, np.where(value == 1, MET, NOT_MET))


def only(others: str, formula: Formula) -> Formula:
    return lambda subject, period: np.where(subject(others, period), NOT_APPLICABLE, formula(subject, period))


def heads(columns: Columns, years: range) -> Formula:
    def formula(subject: Any, _period: Any) -> Any:
        whole = np.full(len(columns.people), NOT_APPLICABLE)
        for year in years:
            people, units = columns.heads[year]
            np.minimum.at(whole, people, subject("eligible_unit", str(year))[units].astype(np.int8))
        return whole

    return formula


def lowest(criteria: list[str]) -> Formula:
    names = [variable_of(criterion) for criterion in criteria]
    return lambda subject, period: np.minimum(np.minimum.reduce([subject(name, period) for name in names]), MET)


def formulas(plan: Plan, columns: Columns) -> dict[str, Formula]:
    """Every criterion and tier as a formula, by the name of its variable."""
    k, m = plan.settings["k"].value, plan.settings["m"].value
    eligible = some("titles_of_unit", "awards_closed")
    criteria = {
        "G1": said("attested_G1"), "G2": said("attested_G2"), "G3": said("attested_G3"), "G4": said("attested_G4"),
        "SA-G2": rated,
        "SA-C1": only("is_person", eligible),
        "SA-C2": only("is_person", none("sanctions", "sanctions_closed")),
        "SA-I1": only("is_unit", some("titles_of_person", "awards_closed")),
        "SA-I2": only("is_unit", said("attested_SA_I2")),
        "SA-I3": only("is_unit", heads(columns, YEAR.years)),
        "SP-C1": only("is_person", some("prizes", "awards_closed_of_period", k)),
        "SP-C2": only("is_person", none("sanctions_of_period", "sanctions_closed_of_period")),
        "SP-I1": only("is_unit", some("prizes", "awards_closed_of_period", k)),
        "SP-I2": only("is_unit", said("attested_SP_I2")),
        "SP-I3": only("is_unit", heads(columns, PERIOD.years)),
        "MA-1": some("recognised_MA_1", "recognitions_closed"),
        "MP-1": some("recognised_MP_1", "recognitions_closed"),
        "MP-2": some("recognised_MP_2", "recognitions_closed_of_period"),
        "MP-3": some("prizes", "awards_closed_of_period", m),
    }  # fmt: skip
    tiers = {f"tier_{variable_of(tier)}": lowest(criteria) for tier, criteria in TIERS.items()}
    return {variable_of(code): formula for code, formula in criteria.items()} | tiers | {"eligible_unit": eligible}


def system(plan: Plan, columns: Columns) -> Any:
    """The criteria as a system of variables."""
    made = TaxBenefitSystem([SUBJECT])
    for name, kind in INPUTS.items():
        made.add_variable(_variable(name, kind, {}))
    for name, formula in formulas(plan, columns).items():
        made.add_variable(_variable(name, int, {"formula": _of_two(formula)}))
    return made


def _of_two(formula: Formula) -> Formula:
    """A plain function of two arguments: the engine counts them."""

    def of_two(subject: Any, period: Any) -> Any:
        return formula(subject, period)

    return of_two


def _variable(name: str, kind: type, more: dict[str, Any]) -> Any:
    common = {"value_type": kind, "entity": SUBJECT, "definition_period": EVERY_YEAR, "label": name}
    return type(name, (Variable,), common | more)


def inputs(columns: Columns) -> list[tuple[str, int, Any]]:
    """Name, year and array of every input, as the engine takes it."""
    closed = columns.closed
    last = {
        "is_person": columns.people, "is_unit": columns.units, "titles_of_person": columns.titles_of_person,
        "prizes": columns.prizes, "sanctions": columns.sanctions, "sanctions_of_period": columns.sanctions_of_period,
        "excellent": columns.excellent,
        "awards_closed_of_period": closed[Ledger.AWARDS, PERIOD],
        "sanctions_closed": closed[Ledger.SANCTIONS, YEAR],
        "sanctions_closed_of_period": closed[Ledger.SANCTIONS, PERIOD],
        "recognitions_closed": closed[Ledger.RECOGNITIONS, YEAR],
        "recognitions_closed_of_period": closed[Ledger.RECOGNITIONS, PERIOD],
        "ratings_closed": closed[Ledger.RATINGS, YEAR],
        **{f"recognised_{variable_of(code)}": counts for code, counts in columns.recognitions.items()},
        **{f"attested_{variable_of(code)}": facts for code, facts in columns.attested.items()},
    }  # fmt: skip
    by_year: dict[str, dict[int, Any]] = {
        "titles_of_unit": columns.titles_of_unit,
        "awards_closed": columns.awards_closed,
    }
    given = [(name, 2025, array) for name, array in last.items()]
    given += [(name, year, array) for name, years in by_year.items() for year, array in years.items()]
    return [(name, year, array.astype(np.int32 if INPUTS[name] is int else np.bool_)) for name, year, array in given]


def verdicts(made: Any, given: list[tuple[str, int, Any]]) -> Outcome:
    """One simulation of everybody: arrays in, verdicts of every criterion and tier out."""
    simulation = SimulationBuilder().build_default_simulation(made, count=len(given[0][2]))
    for name, year, array in given:
        simulation.set_input(name, str(year), array)
    outcome: Outcome = {}
    for tier, criteria in TIERS.items():
        names = {"": f"tier_{variable_of(tier)}"} | {
            code.removeprefix("SA-") if code == "SA-G2" else code: variable_of(code) for code in criteria
        }
        outcome[tier] = {code: simulation.calculate(name, "2025") for code, name in names.items()}
    return outcome
