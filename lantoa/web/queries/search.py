"""Who and what carries all the words, in the reader's scope."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from lantoa.discovery.queries.crowd import Crowd, crowd
from lantoa.discovery.queries.matrix import unit_names
from lantoa.discovery.queries.sieve import carrying, units_mask
from lantoa.domain.authority import Scope
from lantoa.domain.screening import Mask
from lantoa.register.models import Subject

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One subject found, with the names of its units."""

    subject: Subject
    units: str


@dataclass(frozen=True, slots=True)
class Found:
    """The first hits in the order of names, and how many there are in all."""

    hits: list[Hit]
    number: int


def find(words: str, scope: Scope, day: date) -> Found:
    """Subjects whose code and name carry every word, accents or not."""
    if not words or not scope:
        return Found([], 0)
    everybody = crowd(day)
    mask = carrying(words, everybody) & _in_scope(scope, everybody)
    ids = everybody.order[mask[everybody.order]]
    shown = ids[:SHOWN]
    subjects = Subject.objects.in_bulk(shown.tolist())
    units = unit_names(everybody, shown)
    hits = [Hit(subjects[key], ", ".join(units.get(key, []))) for key in shown.tolist() if key in subjects]
    return Found(hits, len(ids))


def _in_scope(scope: Scope, everybody: Crowd) -> Mask:
    if scope.everything:
        return np.ones(everybody.size, dtype=np.bool_)
    mask = everybody.of_units(units_mask(everybody, scope))
    if scope.person:
        own = Subject.objects.filter(code=scope.person).values_list("id", flat=True)
        mask |= everybody.mask(np.fromiter(own, np.int64))
    return mask
