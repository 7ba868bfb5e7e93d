"""The record book of the demonstration school, the same every time."""

from random import Random

from lantoa import plans
from lantoa.demo.judgement import attest, recognise
from lantoa.demo.merits import Merits
from lantoa.demo.pen import Pen
from lantoa.demo.school import found_the_school
from lantoa.domain.records import RecordBook

SEED = 2021


def demo_book() -> RecordBook:
    """Fifteen units, some 125 people, 2021-2026: enough for every verdict and every tier to appear."""
    chance = Random(SEED)  # noqa: S311  (the same school every time is the point)
    pen = Pen(plans.catalogue())
    found_the_school(pen, chance)
    merits = Merits(pen, chance)
    merits.write()
    attest(merits)
    recognise(merits, plans.load())
    return pen.book
