"""Báo cáo tổng kết: the whole period of the plan."""

from scripts.templates.letter import Letter
from scripts.templates.reviews import report


def draw(doc: Letter) -> None:
    report(doc)
