"""A synthetic sector of any size, always the same for the same number of people: all its tables, in loading order."""

from collections.abc import Callable, Iterator

import numpy as np

from bench import rows
from bench.columns import Codes, Column, Days, Joined, Numbers, Words
from bench.rows import Table
from bench.tree import START, Skeleton, random, skeleton
from bench.words import POSITIONS, folded_names, name_sort_keys, people_names, unit_names
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import fold, sort_key

CAREER = 365 * 22  # days of age at the earliest first post


def tables(people: int) -> Iterator[Table]:
    """Every table, made when it is asked for, so that only one is in memory at a time."""
    tree = skeleton(people)
    yield _unit_subjects(tree)
    yield _people_subjects(tree)
    yield _units(tree)
    yield _people(tree)
    yield _posts(tree)
    makers: list[Callable[[Skeleton], Table]] = [
        rows.ratings,
        rows.awards,
        rows.sanctions,
        rows.initiatives,
        rows.recognitions,
        rows.attestations,
        rows.holds,
        rows.closings,
    ]
    for make in makers:
        yield make(tree)


def _unit_subjects(tree: Skeleton) -> Table:
    names = unit_names()
    kind = random(len(tree.people), "unit names").integers(0, len(names), len(tree.units))
    unit_code = Codes("DV", tree.units)
    name = Joined(Words(kind, names), Numbers(tree.units))
    plain = Joined(Words(kind, [fold(one) for one in names]), Numbers(tree.units))
    columns: dict[str, Column] = {
        "id": Numbers(tree.units),
        "code": unit_code,
        "kind": Words(np.zeros(len(tree.units), dtype=np.int8), [Kind.COLLECTIVE.value]),
        "name": name,
        "search_key": Joined(Codes("dv", tree.units), plain),
        "sort_key": Joined(Words(kind, [sort_key(one) for one in names]), Codes("", tree.units)),
    }
    return Table("Subject", columns, len(tree.units))


def _people_subjects(tree: Skeleton) -> Table:
    name = random(len(tree.people), "names").integers(0, len(people_names()), len(tree.people))
    columns: dict[str, Column] = {
        "id": Numbers(tree.people),
        "code": Codes("CB", tree.people),
        "kind": Words(np.zeros(len(tree.people), dtype=np.int8), [Kind.INDIVIDUAL.value]),
        "name": Words(name, people_names()),
        "search_key": Joined(Codes("cb", tree.people), Words(name, folded_names())),
        "sort_key": Words(name, name_sort_keys()),
    }
    return Table("Subject", columns, len(tree.people))


def _units(tree: Skeleton) -> Table:
    parents = [None, *tree.units.tolist()]
    columns: dict[str, Column] = {
        "subject": Numbers(tree.units),
        "parent": Words(tree.parents[tree.units], parents),
    }
    return Table("Unit", columns, len(tree.units))


def _people(tree: Skeleton) -> Table:
    size = len(tree.people)
    luck = random(size, "people")
    columns: dict[str, Column] = {
        "subject": Numbers(tree.people),
        "sex": Words(luck.integers(0, 2, size, dtype=np.int8), ["nam", "nữ"]),
        "born": Days(luck.integers(0, START - CAREER, size, dtype=np.int32)),
        "employment": Words((luck.random(size) < 0.15).astype(np.int8), ["viên chức", "người lao động"]),
    }
    return Table("Person", columns, size)


def _posts(tree: Skeleton) -> Table:
    posts = tree.posts
    columns: dict[str, Column] = {
        "person": Numbers(posts.person),
        "unit": Numbers(posts.unit),
        "position": Words(posts.position, POSITIONS),
        "is_head": Numbers(posts.is_head),
        "since": Days(posts.since),
        "until": Days(posts.until),
    }
    return Table("Post", columns, len(posts.person))
