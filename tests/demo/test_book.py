"""The demonstration school: invented, always the same, and with something to see on every page."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from lantoa import plans
from lantoa.demo.book import demo_book
from lantoa.domain.plan import Plan
from lantoa.domain.records import Kind, Record, RecordBook
from lantoa.domain.verdict import Assessment, Verdict, assess
from lantoa.register.books.remarks import remarks_on

TIERS = ["school-annual", "sector-annual", "school-period", "sector-period"]


@pytest.fixture(scope="module")
def book() -> RecordBook:
    return replace(demo_book())


def assessed(book: RecordBook, tier: str, year: int, kind: Kind) -> list[Assessment]:
    plan: Plan = plans.load()
    day = date(year, 12, 31)
    return [assess(plan, plan.tier(tier), year, book, subject) for subject in book.subjects(kind, day)]


def test_the_school_is_the_same_every_time() -> None:
    assert demo_book() == demo_book()


def test_nothing_in_the_book_is_remarked_upon(book: RecordBook) -> None:
    assert remarks_on(book) == []


def test_no_two_people_bear_one_name(book: RecordBook) -> None:
    assert Counter(person.name for person in book.people.values()).most_common(1)[0][1] == 1


def test_every_row_has_a_place_of_its_own(book: RecordBook) -> None:
    rows: list[Record] = [
        *book.units.values(),
        *book.people.values(),
        *book.posts,
        *book.ratings,
        *book.awards,
        *book.attestations,
    ]

    assert len({row.origin for row in rows}) == len(rows)


def test_the_school_is_of_a_lifelike_size(book: RecordBook) -> None:
    assert (len(book.units) - 1, len(book.subjects(Kind.INDIVIDUAL, date(2024, 12, 31)))) == (14, 117)


def test_somebody_heads_two_units(book: RecordBook) -> None:
    headed = Counter(post.person for post in book.posts if post.is_head and post.in_force(date(2024, 12, 31)))

    assert sorted(headed.values())[-2:] == [1, 2]


def test_a_unit_has_a_new_head_from_the_day_after_the_old_one(book: RecordBook) -> None:
    heads = [post for post in book.posts if post.unit == "DT" and post.is_head]

    assert [str(heads[0].until), str(heads[1].since)] == ["30/06/2023", "01/07/2023"]


def test_one_sanction_is_cancelled_and_one_names_the_unit_of_the_violation(book: RecordBook) -> None:
    assert [(row.cancelled, row.unit) for row in book.sanctions if row.cancelled or row.unit] == [
        (True, None),
        (False, "DT"),
    ]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("tier", "year"),
    [(tier, year) for tier in TIERS for year in (2024, 2025) if year == 2025 or tier.endswith("annual")],
)
def test_somebody_is_eligible_for_every_tier(book: RecordBook, tier: str, year: int, kind: Kind) -> None:
    assert Verdict.MET in {one.verdict for one in assessed(book, tier, year, kind)}


@pytest.mark.parametrize("year", [2024, 2025])
def test_people_show_every_verdict(book: RecordBook, year: int) -> None:
    people = assessed(book, "school-annual", year, Kind.INDIVIDUAL)

    assert {one.verdict for one in people} == {Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN}
    assert {finding.verdict for one in people for finding in one.findings} == set(Verdict)


@pytest.mark.parametrize("year", [2024, 2025])
@pytest.mark.parametrize("verdict", [Verdict.NOT_MET, Verdict.UNKNOWN])
def test_somebody_is_one_step_away(book: RecordBook, year: int, verdict: Verdict) -> None:
    steps = [one.missing for one in assessed(book, "school-annual", year, Kind.INDIVIDUAL) if len(one.missing) == 1]

    assert verdict in {missing.verdict for (missing,) in steps}


def test_a_sanction_of_a_member_alone_keeps_a_unit_from_the_tier(book: RecordBook) -> None:
    steps = {one.subject: one.missing for one in assessed(book, "school-annual", 2025, Kind.COLLECTIVE)}

    assert [finding.criterion.code for finding in steps["DT"]] == ["SA-C2"]


def test_somebody_is_on_hold(book: RecordBook) -> None:
    assert sum(one.on_hold for one in assessed(book, "school-annual", 2025, Kind.INDIVIDUAL)) == 1


def test_whoever_was_recognised_had_met_the_criteria(book: RecordBook) -> None:
    for row in book.recognitions:
        if row.tier == "school-annual":
            plan = plans.load()

            assert assess(plan, plan.tier(row.tier), row.year, book, row.subject).verdict is Verdict.MET
