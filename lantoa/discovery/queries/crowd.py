"""Everybody on file as arrays whose positions are subject ids, kept until the register changes."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from django.core.cache import cache
from django.db.models import F

from lantoa.audit.queries import revision
from lantoa.domain.screening import Mask, Positions
from lantoa.register.models import Post, Subject, Unit
from lantoa.register.queries.figures import HALF, in_force, integers, pairs
from lantoa.register.queries.screening import KEPT_FOR


@dataclass(frozen=True, slots=True)
class Crowd:
    """The order of names, the unit tree, and who on a day belongs to which unit.

    `posted` and `posted_in` are pairs of a subject and its own unit (a unit is its own); `members` and
    `member_of` are the same with all units above, each pair once.
    """

    order: Positions
    parents: Positions
    posted: Positions
    posted_in: Positions
    members: Positions
    member_of: Positions

    @property
    def size(self) -> int:
        return len(self.parents)

    def mask(self, positions: Positions) -> Mask:
        mask = np.zeros(self.size, dtype=np.bool_)
        mask[positions[positions < self.size]] = True
        return mask

    def of_units(self, units: Mask) -> Mask:
        """The units, those under them and the people of all of them."""
        return self.mask(self.members[units[self.member_of]])

    def of_unit(self, unit: int) -> Mask:
        return self.mask(self.members[self.member_of == unit])


def crowd(day: date) -> Crowd:
    """The crowd on that day."""
    key = f"crowd:{day.isoformat()}:{revision()}"
    kept: Crowd | None = cache.get(key)
    if kept is None:
        kept = _assemble(day)
        cache.set(key, kept, KEPT_FOR)
    return kept


def _assemble(day: date) -> Crowd:
    order = np.fromiter(Subject.objects.order_by("-kind", "sort_key", "id").values_list("id", flat=True), np.int64)
    parents = np.zeros(1 + int(order.max(initial=0)), dtype=np.int64)
    units = integers(Unit.objects.all(), F("subject_id"))
    below, above = pairs(Unit.objects.filter(parent__isnull=False), "subject_id", "parent_id")
    parents[below] = above
    people, posts = pairs(Post.objects.filter(in_force(day)), "person_id", "unit_id")
    posted, posted_in = np.concatenate([people, units]), np.concatenate([posts, units])
    return Crowd(order, parents, posted, posted_in, *_upwards(posted, posted_in, parents))


def _upwards(members: Positions, units: Positions, parents: Positions) -> tuple[Positions, Positions]:
    """Every member with its units and all units above them, each pair once; a loop in the tree ends."""
    known = np.unique(members * HALF + units)
    climbing = known
    while climbing.size:
        above = parents[climbing % HALF]
        climbed = (climbing // HALF * HALF + above)[above > 0]
        climbing = np.setdiff1d(climbed, known)
        known = np.union1d(known, climbing)
    return known // HALF, known % HALF
