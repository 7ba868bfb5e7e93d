"""What the core is raced against gives the same verdicts, subject by subject and criterion by criterion."""

import numpy as np
import pytest

from bench import handwritten
from bench.book import book
from bench.inside_screening import agree, screen_all
from lantoa import plans
from lantoa.domain.figures import BookFigures

PEOPLE = 1_000


@pytest.fixture(scope="module")
def figures() -> BookFigures:
    return BookFigures(book(PEOPLE))


def test_the_hand_written_pass_gives_the_verdicts_of_the_core(figures: BookFigures) -> None:
    plan = plans.load()

    by_hand = handwritten.verdicts(plan, handwritten.columns(plan, figures))

    assert agree(screen_all(plan, figures), by_hand)


def test_one_verdict_that_differs_is_noticed(figures: BookFigures) -> None:
    plan = plans.load()
    by_hand = handwritten.verdicts(plan, handwritten.columns(plan, figures))
    person = np.flatnonzero(figures.scope(next(iter(plan.tiers["school-annual"].subjects)), handwritten.LAST_DAY))[0]

    by_hand["school-annual"]["G1"][person] = 3 - by_hand["school-annual"]["G1"][person]

    assert not agree(screen_all(plan, figures), by_hand)
