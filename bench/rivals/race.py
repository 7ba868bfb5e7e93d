"""The race: the core, OpenFisca and zen-engine on the same columns of one database, with equal verdicts."""

from collections.abc import Callable
from typing import Any

import numpy as np

from bench import handwritten
from bench.inside_screening import agree, screen_all
from bench.timing import interleaved
from lantoa import plans
from lantoa.register.queries.figures import DatabaseFigures

Answer = dict[str, Any]


def openfisca(rounds: str) -> Answer:
    """Median seconds of the core and of OpenFisca, arrays in and verdicts out."""
    from bench.rivals import openfisca as rival

    plan, figures = plans.load(), DatabaseFigures()
    screenings = screen_all(plan, figures)
    columns = handwritten.columns(plan, figures)
    system, given = rival.system(plan, columns), rival.inputs(columns)
    assert agree(screenings, rival.verdicts(system, given)), "verdicts differ"
    works: dict[str, Callable[[], Any]] = {
        "core": lambda: screen_all(plan, figures),
        "rival": lambda: rival.verdicts(system, given),
    }
    return interleaved(works, int(rounds)) | {"subjects": int((columns.people | columns.units).sum())}


def zen(rounds: str) -> Answer:
    """Median seconds of the core and of zen-engine, each subject's facts ready and verdicts out."""
    from bench.rivals import zen as rival

    plan, figures = plans.load(), DatabaseFigures()
    screenings = screen_all(plan, figures)
    columns = handwritten.columns(plan, figures)
    positions = np.flatnonzero(columns.people | columns.units).tolist()
    decision, given = rival.decision(plan), rival.contexts(columns, positions)
    results = rival.verdicts(decision, given)
    assert agree(screenings, rival.outcome(results, positions, figures.size)), "verdicts differ"
    works: dict[str, Callable[[], Any]] = {
        "core": lambda: screen_all(plan, figures),
        "rival": lambda: rival.verdicts(decision, given),
    }
    return interleaved(works, int(rounds)) | {"subjects": len(positions)}
