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
from lantoa.register.models import Person, Post
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
    """Median and worst seconds for the four tiers of one person with evidence: of anybody, and of heads of units."""
    plan = plans.load()
    people = Person.objects.select_related("subject").order_by("subject_id")
    count = people.count()
    anybody = [people[place].subject for place in range(0, count, max(1, count // int(sample)))]
    heads = [
        people.get(pk=key).subject for key in Post.objects.filter(is_head=True).values_list("person", flat=True)[:20]
    ]
    answer: Answer = {}
    for name, subjects in {"anybody": anybody[1:], "heads": heads[1:]}.items():
        taken = [_assessed(plan, subject) for subject in subjects]
        answer |= {name: float(np.median(taken)), f"{name}_worst": max(taken)}
    return answer


def _assessed(plan: Plan, subject: Any) -> float:
    begin = perf_counter()
    book = book_of(subject)
    for tier in plan.tiers.values():
        assess(plan, tier, YEAR, book, subject.code)
    return perf_counter() - begin
