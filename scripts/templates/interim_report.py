"""Báo cáo sơ kết: one year of the plan."""

from scripts.templates.letter import Letter
from scripts.templates.reviews import report


def draw(doc: Letter) -> None:
    report(doc)
