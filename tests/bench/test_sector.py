"""The generated sector: always the same, and the same in a database as in memory."""

import pytest
from django.db import connection

from bench.book import book
from bench.columns import NO_DAY
from bench.load import load
from bench.rows import Table
from bench.sector import tables
from bench.tree import skeleton
from lantoa.domain.records import RecordBook
from lantoa.register.queries.records import whole_book

PEOPLE = 300


def values(table: Table) -> list[list[object]]:
    return [column.take(slice(None)) for column in table.columns.values()]


def test_the_same_number_of_people_gives_the_same_sector() -> None:
    first, second = ([values(table) for table in tables(PEOPLE)] for _ in range(2))

    assert first == second


def test_another_number_of_people_gives_another_sector() -> None:
    few, many = (next(table for table in tables(people) if table.model == "Rating") for people in (PEOPLE, PEOPLE + 20))

    assert values(few)[2][:100] != values(many)[2][:100]


def test_the_units_stand_in_three_levels_under_one_root() -> None:
    tree = skeleton(10_000)

    sizes = [len(tree.level(depth)) for depth in range(5)]

    assert sizes == [1, 8, 64, 427, 0]


def test_a_person_moves_to_another_unit() -> None:
    posts = skeleton(PEOPLE).posts

    moves = [
        (before, after)
        for place, (before, after) in enumerate(zip(posts.unit.tolist(), posts.unit.tolist()[1:], strict=False))
        if posts.person[place] == posts.person[place + 1] and posts.until[place] != NO_DAY
    ]

    assert all(before != after for before, after in moves)
    assert len(moves) == 53


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_the_database_gives_back_the_book_that_was_generated() -> None:
    load(PEOPLE)

    assert whole_book() == book(PEOPLE)


@pytest.mark.django_db(transaction=True)
def test_loading_leaves_every_index_and_trigger_in_its_place() -> None:
    before = standing()

    load(PEOPLE)

    assert standing() == before


def standing() -> list[str]:
    sql = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name",
        "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname",
    }
    with connection.cursor() as cursor:
        cursor.execute(sql[connection.vendor])
        return [name for (name,) in cursor.fetchall()]


def test_a_book_has_five_years_of_records() -> None:
    generated = book(PEOPLE)

    assert counted(generated) == (15, 300, 1896, 7)


def counted(generated: RecordBook) -> tuple[int, int, int, int]:
    return len(generated.units), len(generated.people), len(generated.awards), len(generated.sanctions)
