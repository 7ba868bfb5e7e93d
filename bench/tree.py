"""The skeleton of a generated sector: units in three levels under one root, people, and who worked where."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bench.columns import NO_DAY, Integers, day_number
from bench.words import HEAD

PEOPLE_PER_UNIT = 20
END = day_number(date(2025, 12, 31))
START = day_number(date(2021, 1, 1))


@dataclass(frozen=True, slots=True)
class Posts:
    """Rows of Công tác, in the order of the people."""

    person: Integers
    unit: Integers
    position: Integers
    is_head: Integers
    since: Integers
    until: Integers


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Subject ids: units first (1 is the root), then people; `parents` by unit id, 0 for none."""

    units: Integers
    people: Integers
    parents: Integers
    posts: Posts

    @property
    def subjects(self) -> Integers:
        return np.concatenate([self.units, self.people])

    def level(self, depth: int) -> Integers:
        """The units so many steps under the root."""
        reached = np.array([1])
        for _ in range(depth):
            reached = self.units[np.isin(self.parents[self.units], reached)]
        return reached


def random(people: int, topic: str) -> np.random.Generator:
    """A generator for one topic: adding a topic changes no other."""
    return np.random.default_rng([people, *topic.encode()])


def skeleton(people: int) -> Skeleton:
    units = max(8, people // PEOPLE_PER_UNIT)
    ids = np.arange(units + 1, units + people + 1, dtype=np.int32)
    return Skeleton(np.arange(1, units + 1, dtype=np.int32), ids, _parents(units), _posts(ids, units))


def _parents(units: int) -> Integers:
    """Level one as wide as the cube root, level two as its square, the rest under level two."""
    wide = max(2, round(units ** (1 / 3)))
    deep = min(wide * wide, (units - 1 - wide) // 2)
    parents = np.zeros(units + 1, dtype=np.int32)
    below = np.arange(2, units + 1)
    place = below - 2
    parents[below] = np.select(
        [place < wide, place < wide + deep], [1, 2 + (place - wide) % wide], 2 + wide + (place - wide - deep) % deep
    )
    return parents


def _posts(people: Integers, units: int) -> Posts:
    """A post each; one in six moved in the period, one in fifty left, one in forty has a second post beside it."""
    luck = random(len(people), "posts")
    size = len(people)
    unit = luck.integers(2, units + 1, size, dtype=np.int32)
    since = luck.integers(day_number(date(1995, 1, 1)), START, size, dtype=np.int32)
    heads = np.arange(size) < units - 1
    unit[heads] = np.arange(2, units + 1)
    change = luck.integers(START + 1, END, size, dtype=np.int32)
    draw = luck.random(size)
    moved, left, second = draw < 0.16, (draw >= 0.16) & (draw < 0.18), (draw >= 0.18) & (draw < 0.205)
    until = np.where(moved, change - 1, np.where(left, change, NO_DAY)).astype(np.int32)
    position = np.where(heads, HEAD, luck.integers(0, HEAD, size))
    first = Posts(people, unit, position, heads.astype(np.int8), since, until)
    return _in_order(first, _further(first, moved | second, change, luck, units))


def _further(first: Posts, who: NDArray[np.bool_], change: Integers, luck: np.random.Generator, units: int) -> Posts:
    """The post moved to, or the second one; one in a hundred of them as head of a unit."""
    count = int(who.sum())
    is_head = (luck.random(count) < 0.01).astype(np.int8)
    elsewhere = (first.unit[who] - 2 + luck.integers(1, units - 1, count, dtype=np.int32)) % (units - 1) + 2
    return Posts(
        first.person[who],
        elsewhere,
        np.where(is_head == 1, HEAD, luck.integers(0, HEAD, count)),
        is_head,
        change[who],
        np.full(count, NO_DAY, dtype=np.int32),
    )


def _in_order(first: Posts, further: Posts) -> Posts:
    order = np.argsort(np.concatenate([first.person, further.person]), kind="stable")
    columns = ("person", "unit", "position", "is_head", "since", "until")
    return Posts(*(np.concatenate([getattr(first, one), getattr(further, one)])[order] for one in columns))
