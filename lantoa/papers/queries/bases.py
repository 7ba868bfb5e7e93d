"""The legal bases of a paper's day as its lines cite them, in the words of the office where it has its own."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from lantoa import plans
from lantoa.domain.papers import words
from lantoa.domain.papers.bases import BY_THE_OFFICE, Basis, LegalBook, Topic
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.rewards import Source
from lantoa.papers.models import BasisCheck, OfficeBasis

BASED_ON = "Căn cứ "
Key: TypeAlias = tuple[str, str, date | None, date | None]


def book() -> LegalBook:
    """What comes with the product, and over it what the office wrote and did not withdraw: one query."""
    return plans.legal_book().with_texts(map(version_of, OfficeBasis.objects.filter(withdrawn_at=None)))


def cited(day: date, *topics: Topic, plan: str = "", also: Sequence[str] = ()) -> tuple[str, ...]:
    """`Căn cứ Luật …;` line by line: the topics, the school's regulations, the edition of the plan, whole lines."""
    known = book()
    found = [*known.bases_on(day, *topics, Topic.SCHOOL)]
    edition = known.plan_on(day, plan)
    return words.bases([*(line_of(one) for one in [*found, *([edition] if edition else [])]), *also])


def form_name(day: date, kind: PaperKind) -> str:
    """`Mẫu số 05 kèm theo Nghị định số 152/2025/NĐ-CP`, or nothing where the school is free."""
    form = book().form_on(day, kind)
    return form.words if form else ""


def line_of(basis: Basis) -> str:
    return f"{BASED_ON}{basis.words}"


def version_of(row: OfficeBasis) -> Basis:
    return Basis(
        code=row.code,
        topic=Topic(row.topic),
        words=row.words,
        source=Source(row.since, row.until, row.source, BY_THE_OFFICE),
        form=PaperKind(row.form) if row.form else None,
        number=row.number,
        applies_from=row.applies_from,
        is_left_out=row.is_left_out,
    )


def key_of(basis: Basis) -> Key:
    """What a check is a check of: these words and days of this text."""
    return basis.code, basis.words, basis.source.since, basis.source.until


def checks() -> dict[Key, BasisCheck]:
    """Every check that nobody took back: one query."""
    found = BasisCheck.objects.filter(taken_back_at=None).select_related("checked_by")
    return {(one.code, one.words, one.since, one.until): one for one in found}


def is_checked(basis: Basis) -> bool:
    return key_of(basis) in checks()
