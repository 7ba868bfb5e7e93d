"""The legal bases of a paper's day as its lines cite them."""

from collections.abc import Sequence
from datetime import date

from lantoa import plans
from lantoa.domain.papers import words
from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.kinds import PaperKind


def cited(day: date, *topics: Topic, also: Sequence[str] = ()) -> tuple[str, ...]:
    """`Căn cứ Luật …;` line by line, the texts of the school (`also`, whole lines) last."""
    found = plans.legal_book().bases_on(day, *topics)
    return words.bases([*(f"Căn cứ {basis.words}" for basis in found), *also])


def form_name(day: date, kind: PaperKind) -> str:
    """`Mẫu số 05 kèm theo Nghị định số 152/2025/NĐ-CP`, or nothing where the school is free."""
    form = plans.legal_book().form_on(day, kind)
    return form.name if form else ""
