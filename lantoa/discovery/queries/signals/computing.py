"""Which signals the records give now: for everybody over figures, with the rows of those found only."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeAlias

import numpy as np

from lantoa import plans
from lantoa.discovery.models import Prospect
from lantoa.discovery.queries.signals.telling import Teller, Told
from lantoa.domain.signals import Everybody, SignalCase, awards_read, found_for
from lantoa.domain.stages import ProspectStage
from lantoa.register.models import Subject
from lantoa.register.queries.figures import counted
from lantoa.register.queries.many import books_of_many
from lantoa.register.queries.signal_figures import DatabaseSignalFigures

AT_A_TIME = 2_000  # people whose rows are held in memory

Pair: TypeAlias = tuple[int, str]  # subject id and code of a rule


@dataclass(frozen=True, slots=True)
class Computed:
    """What holds, by subject id and rule; of `unchanged` the words on file are still right.

    `subjects` says how many were looked at.
    """

    found: dict[Pair, Told]
    subjects: int
    unchanged: frozenset[Pair] = frozenset()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles: rows have none, and looking through all of them again and again takes a fifth."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def computed_for(year: int, ids: Collection[int]) -> Computed:
    """The signals of those subjects, each read with its rows."""
    some = dict.fromkeys(sorted(ids), frozenset(plans.signal_rules()))
    return Computed(dict(_explained(year, some, _nominated(year))), len(some))


@uncollected()
def computed_for_all(year: int, on_file: Collection[Pair], touched: Collection[int] | None) -> Computed:
    """The signals of everybody, found over figures; only new ones and those of the touched are read with rows.

    `on_file` are the signals that hold so far; `touched` None means that any words may be others now.
    """
    nominated = _nominated(year)
    standing, subjects = _standing(year, nominated)
    known = frozenset() if touched is None else standing & frozenset(on_file)
    changed = frozenset(touched or ())
    unchanged = frozenset(pair for pair in known if pair[0] not in changed)
    rules: dict[int, set[str]] = {}
    for subject, rule in standing - unchanged:
        rules.setdefault(subject, set()).add(rule)
    some = {subject: frozenset(rules[subject]) for subject in sorted(rules)}
    return Computed(dict(_explained(year, some, nominated)), subjects, unchanged)


def _standing(year: int, nominated: frozenset[int]) -> tuple[frozenset[Pair], int]:
    """Every pair of a subject and a rule that holds, and how many were looked at."""
    figures = DatabaseSignalFigures()
    mask = np.zeros(figures.size, dtype=np.bool_)
    mask[list(nominated)] = True
    everybody = Everybody(figures, year, plans.covering(year), mask)
    rules = plans.signal_rules().items()
    pairs = frozenset((key, code) for code, rule in rules for key in np.flatnonzero(rule.holds(everybody)).tolist())
    return pairs, sum(int(scope.sum()) for scope in everybody.scope.values())


def _explained(year: int, some: dict[int, frozenset[str]], nominated: frozenset[int]) -> Iterator[tuple[Pair, Told]]:
    """Why those rules hold for those subjects, read with their rows; nothing for a rule that does not hold."""
    plan, rules, teller = plans.covering(year), plans.signal_rules(), Teller()
    awards = reduce(or_, map(counted, awards_read(rules.values(), plan)))
    for ids, book in books_of_many(some, AT_A_TIME, awards):
        for key, code in Subject.objects.filter(pk__in=ids).values_list("pk", "code"):
            case = SignalCase(book, code, year, plan, key in nominated)
            wanted = {name: rule for name, rule in rules.items() if name in some[key]}
            for rule, found in found_for(wanted, case).items():
                yield (key, rule), teller.tell(found)


def _nominated(year: int) -> frozenset[int]:
    """Subjects whose nomination was sent in that year or later: they need no finding any more."""
    under_way = Prospect.objects.filter(stage=ProspectStage.NOMINATED.value, looked_at__year__gte=year)
    return frozenset(under_way.values_list("subject_id", flat=True))
