"""Screening measured from within: evaluation against the hand-written pass, end to end, and one person."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np
from django.db import connection

from bench import handwritten
from bench.handwritten import Outcome
from bench.timing import interleaved, peak_megabytes, seconds
from lantoa import plans
from lantoa.domain.plan import Plan
from lantoa.domain.screening import Figures, Screening, screen
from lantoa.domain.verdict import assess
from lantoa.register.models import Person, Post, Subject
from lantoa.register.queries.figures import DatabaseFigures
from lantoa.register.queries.records import book_of

YEAR = 2025
Answer = dict[str, Any]


def screen_all(plan: Plan, figures: Figures) -> dict[str, Screening]:
    """All tiers that look at the year: the yearly ones and, in its last year, those of the period."""
    return {code: screen(plan, tier, YEAR, figures) for code, tier in plan.tiers.items()}


def agree(screenings: dict[str, Screening], outcome: Outcome) -> bool:
    """Whether both gave the same verdict to every subject, criterion by criterion and on the whole."""
    for code, screened in screenings.items():
        subjects = np.logical_or.reduce(list(screened.scope.values()))
        for criterion, verdicts in {"": screened.verdicts, **screened.criteria}.items():
            if not np.array_equal(verdicts[subjects], outcome[code][criterion][subjects]):
                return False
    return True


def evaluation(rounds: str) -> Answer:
    """Median seconds of the core and of the hand-written pass over the same columns, with equal verdicts."""
    plan, figures = plans.load(), DatabaseFigures()
    screenings = screen_all(plan, figures)
    columns = handwritten.columns(plan, figures)
    assert agree(screenings, handwritten.verdicts(plan, columns)), "verdicts differ"
    works: dict[str, Callable[[], Any]] = {
        "core": lambda: screen_all(plan, figures),
        "hand": lambda: handwritten.verdicts(plan, columns),
    }
    return interleaved(works, int(rounds))


def end_to_end(rounds: str) -> Answer:
    """Seconds from the database to all verdicts, the first time and in the median, and the peak of memory."""
    plan = plans.load()
    connection.ensure_connection()
    taken = [seconds(lambda: screen_all(plan, DatabaseFigures())) for _ in range(int(rounds))]
    return {"first": taken[0], "median": float(np.median(taken)), "megabytes": peak_megabytes()}


def one_person(sample: str) -> Answer:
    """Median seconds for the four tiers with evidence: of anybody, of a head, of the head of a whole branch."""
    plan = plans.load()
    heads = list(Post.objects.filter(is_head=True).order_by("unit_id", "id").values_list("person_id", flat=True))
    people = list(Person.objects.order_by("subject_id").values_list("subject_id", flat=True))
    groups = {"anybody": _spread(people, int(sample)), "heads": _spread(heads, int(sample)), "branch": heads[:1] * 5}
    return {name: _median(plan, keys) for name, keys in groups.items()}


def _spread(keys: list[int], number: int) -> list[int]:
    """So many of them, from the first to the last."""
    return keys[:: max(1, len(keys) // number)]


def _median(plan: Plan, keys: list[int]) -> float:
    subjects = [Subject.objects.get(pk=key) for key in keys]
    _assessed(plan, subjects[0])
    return float(np.median([_assessed(plan, subject) for subject in subjects]))


def _assessed(plan: Plan, subject: Subject) -> float:
    begin = perf_counter()
    book = book_of(subject)
    for tier in plan.tiers.values():
        assess(plan, tier, YEAR, book, subject.code)
    return perf_counter() - begin
