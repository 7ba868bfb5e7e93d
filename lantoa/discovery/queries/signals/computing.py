"""Which signals the records give now: for everybody over figures, with the rows of those found only."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from lantoa import plans
from lantoa.discovery.models import Prospect
from lantoa.domain.records import Initiative, Post, Record, Sanction, Unit
from lantoa.domain.screening import Mask
from lantoa.domain.signals import Everybody, Found, SignalCase, found_for
from lantoa.domain.stages import ProspectStage
from lantoa.register.models import Subject
from lantoa.register.queries.evidence import words_of
from lantoa.register.queries.records import book_of_many
from lantoa.register.queries.signal_figures import DatabaseSignalFigures

AT_A_TIME = 2_000
FIRST_ROWS = 12  # shown with a signal; the record has them all


@dataclass(frozen=True, slots=True)
class Computed:
    """What holds, by subject id and rule; `subjects` says how many were looked at."""

    found: dict[tuple[int, str], Found]
    subjects: int


def computed(year: int, ids: Collection[int] | None = None) -> Computed:
    """The signals of the year: of everybody, or of those subjects only."""
    nominated = _nominated(year)
    if ids is not None:
        return Computed(dict(_explained(year, sorted(ids), nominated)), len(ids))
    figures = DatabaseSignalFigures()
    mask = np.zeros(figures.size, dtype=np.bool_)
    mask[list(nominated)] = True
    everybody = Everybody(figures, year, plans.covering(year), mask)
    found: Mask = everybody.nobody
    for rule in plans.signal_rules().values():
        found |= rule.holds(everybody)
    looked_at = sum(int(scope.sum()) for scope in everybody.scope.values())
    return Computed(dict(_explained(year, np.flatnonzero(found).tolist(), nominated)), looked_at)


def _explained(year: int, ids: list[int], nominated: frozenset[int]) -> Iterator[tuple[tuple[int, str], Found]]:
    plan, rules = plans.covering(year), plans.signal_rules()
    for start in range(0, len(ids), AT_A_TIME):
        some = ids[start : start + AT_A_TIME]
        book = book_of_many(some)
        for key, code in Subject.objects.filter(pk__in=some).values_list("pk", "code"):
            case = SignalCase(book, code, year, plan, key in nominated)
            for rule, found in found_for(rules, case).items():
                yield (key, rule), found


def _nominated(year: int) -> frozenset[int]:
    """Subjects whose nomination was sent in that year or later: they need no finding any more."""
    under_way = Prospect.objects.filter(stage=ProspectStage.NOMINATED.value, looked_at__year__gte=year)
    return frozenset(under_way.values_list("subject_id", flat=True))


def rows_in_words(rows: Collection[Record]) -> list[list[str | int]]:
    """Sheet, record id and words of the first rows, as a signal keeps them."""
    return [[row.origin.sheet, row.origin.row, _words(row)] for row in list(rows)[:FIRST_ROWS]]


def _words(row: Record) -> str:
    """A row in words; of a sanction only when it took effect, because a signal may be read by more people."""
    match row:
        case Initiative():
            return f"{row.name}, năm {row.year}"
        case Post():
            return f"{row.position or 'Công tác'} từ {row.since}"
        case Unit():
            return f"{row.name}, từ {row.since}"
        case Sanction():
            return f"Một quyết định kỷ luật, hiệu lực {row.effective}"
    return words_of(row)
