"""The verdicts of the four tiers in 2025 written out by hand in NumPy: what the core is held against."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lantoa.domain.calendar import Window
from lantoa.domain.checks import AtLeast, NoneOf
from lantoa.domain.plan import Plan
from lantoa.domain.records import Kind, Ledger
from lantoa.domain.screening import Figures, Mask, Positions, Verdicts

Outcome: TypeAlias = dict[str, dict[str, Verdicts]]
Counts: TypeAlias = NDArray[np.int64]
YEAR, PERIOD = Window(2025, 2025), Window(2021, 2025)
LAST_DAY = date(2025, 12, 31)
NOT_MET, UNKNOWN, MET, NOT_APPLICABLE = np.int8(0), np.int8(1), np.int8(2), np.int8(3)


@dataclass(frozen=True, slots=True)
class Columns:
    """The prepared columns, by what they hold; those of the heads by year."""

    people: Mask
    units: Mask
    titles_of_unit: dict[int, Counts]
    titles_of_person: Counts
    prizes: Counts
    sanctions: Counts
    sanctions_of_period: Counts
    recognitions: dict[str, Counts]
    excellent: Verdicts
    attested: dict[str, Verdicts]
    heads: dict[int, tuple[Positions, Positions]]
    awards_closed: dict[int, Mask]
    closed: dict[tuple[Ledger, Window], Mask]


def columns(plan: Plan, figures: Figures) -> Columns:
    """Take the columns that the plan's checks read out of the figures."""
    checks = {code: dict(criterion.checks) for code, criterion in plan.criteria.items()}

    def tally(code: str, tier: str, window: Window) -> Counts:
        check = checks[code][tier]
        assert isinstance(check, AtLeast | NoneOf)
        return figures.tally(check.rows, check.span.of(window))

    ledgers = (Ledger.AWARDS, Ledger.SANCTIONS, Ledger.RECOGNITIONS, Ledger.RATINGS)
    return Columns(
        people=figures.scope(Kind.INDIVIDUAL, LAST_DAY),
        units=figures.scope(Kind.COLLECTIVE, LAST_DAY),
        titles_of_unit={year: tally("SA-C1", "school-annual", Window(year, year)) for year in PERIOD.years},
        titles_of_person=tally("SA-I1", "school-annual", YEAR),
        prizes=tally("SP-I1", "school-period", PERIOD),
        sanctions=tally("SA-C2", "school-annual", YEAR),
        sanctions_of_period=tally("SP-C2", "school-period", PERIOD),
        recognitions={
            "MA-1": tally("MA-1", "sector-annual", YEAR),
            "MP-1": tally("MP-1", "sector-period", PERIOD),
            "MP-2": tally("MP-2", "sector-period", PERIOD),
        },
        excellent=figures.rated("EXCELLENT", 2025),
        attested={code: figures.attested(code, 2025) for code in ("G1", "G2", "G3", "G4", "SA-I2", "SP-I2")},
        heads={year: figures.headed(date(year, 12, 31)) for year in PERIOD.years},
        awards_closed={
            year: figures.closed(Ledger.AWARDS, Window(year, year), date(year, 12, 31)) for year in PERIOD.years
        },
        closed={
            (ledger, window): figures.closed(ledger, window, LAST_DAY)
            for ledger in ledgers
            for window in (YEAR, PERIOD)
        },
    )


def verdicts(plan: Plan, columns: Columns) -> Outcome:
    """Every criterion of every tier by its code, and the tier's verdict under an empty code."""
    outcome = {
        "school-annual": _school_annual(columns),
        "sector-annual": {"MA-1": _some(columns.recognitions["MA-1"] >= 1, columns.closed[Ledger.RECOGNITIONS, YEAR])},
        "school-period": _school_period(columns, plan.settings["k"].value),
        "sector-period": _sector_period(columns, plan.settings["m"].value),
    }
    for criteria in outcome.values():
        parts = list(criteria.values())
        whole = parts[0].copy()
        for part in parts[1:]:
            np.minimum(whole, part, out=whole)
        criteria[""] = np.minimum(whole, MET)
    return outcome


def _some(found: Mask, closed: Mask) -> Verdicts:
    return np.where(found, MET, np.where(closed, NOT_MET, UNKNOWN))


def _none(found: Mask, closed: Mask) -> Verdicts:
    return np.where(found, NOT_MET, np.where(closed, MET, UNKNOWN))


def _said(fact: Verdicts) -> Verdicts:
    return np.where(fact == -1, UNKNOWN, np.where(fact == 1, MET, NOT_MET))


def _only(others: Mask, verdicts: Verdicts) -> Verdicts:
    """The verdicts of one kind; the other kind is not concerned."""
    verdicts[others] = NOT_APPLICABLE
    return verdicts


def _heads(columns: Columns, years: range) -> Verdicts:
    whole = np.full(len(columns.people), NOT_APPLICABLE)
    for year in years:
        people, units = columns.heads[year]
        of_units = _some(columns.titles_of_unit[year][units] >= 1, columns.awards_closed[year][units])
        np.minimum.at(whole, people, of_units)
    whole[columns.units] = NOT_APPLICABLE
    return whole


def _school_annual(columns: Columns) -> dict[str, Verdicts]:
    people, units, closed = columns.people, columns.units, columns.closed
    awards = closed[Ledger.AWARDS, YEAR]
    rated = np.where(closed[Ledger.RATINGS, YEAR], NOT_MET, UNKNOWN)
    excellent = np.where(columns.excellent == -1, rated, np.where(columns.excellent == 1, MET, NOT_MET))
    return {
        "G1": _said(columns.attested["G1"]),
        "G2": excellent,
        "G3": _said(columns.attested["G3"]),
        "G4": _said(columns.attested["G4"]),
        "SA-C1": _only(people, _some(columns.titles_of_unit[2025] >= 1, awards)),
        "SA-C2": _only(people, _none(columns.sanctions > 0, closed[Ledger.SANCTIONS, YEAR])),
        "SA-I1": _only(units, _some(columns.titles_of_person >= 1, awards)),
        "SA-I2": _only(units, _said(columns.attested["SA-I2"])),
        "SA-I3": _heads(columns, YEAR.years),
    }


def _school_period(columns: Columns, k: int) -> dict[str, Verdicts]:
    people, units, closed = columns.people, columns.units, columns.closed
    enough = _some(columns.prizes >= k, closed[Ledger.AWARDS, PERIOD])
    clean = _none(columns.sanctions_of_period > 0, closed[Ledger.SANCTIONS, PERIOD])
    return {
        "G1": _said(columns.attested["G1"]),
        "G2": _said(columns.attested["G2"]),
        "G3": _said(columns.attested["G3"]),
        "G4": _said(columns.attested["G4"]),
        "SP-C1": _only(people, enough.copy()),
        "SP-C2": _only(people, clean),
        "SP-I1": _only(units, enough),
        "SP-I2": _only(units, _said(columns.attested["SP-I2"])),
        "SP-I3": _heads(columns, PERIOD.years),
    }


def _sector_period(columns: Columns, m: int) -> dict[str, Verdicts]:
    closed = columns.closed
    return {
        "MP-1": _some(columns.recognitions["MP-1"] >= 1, closed[Ledger.RECOGNITIONS, YEAR]),
        "MP-2": _some(columns.recognitions["MP-2"] >= 1, closed[Ledger.RECOGNITIONS, PERIOD]),
        "MP-3": _some(columns.prizes >= m, closed[Ledger.AWARDS, PERIOD]),
    }
