"""Medians and quartiles, lives and cohorts, days from the merit."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.domain.cohorts import (
    Cohort,
    Delay,
    Life,
    Recognised,
    Spread,
    Step,
    Timeliness,
    cohorts,
    first_after,
    months_between,
    reached,
    spread,
    timeliness,
)

ORDER = ("school-annual", "sector-annual", "school-period", "sector-period")
FOUND = date(2024, 3, 1)
DAYS = st.dates(date(2021, 1, 1), date(2026, 12, 31))
LIVES = st.lists(
    st.builds(
        Life,
        unit=st.integers(1, 3),
        found=DAYS,
        merit=st.none() | DAYS,
        chosen=st.none() | DAYS,
        nurtured=st.none() | DAYS,
        nominated=st.none() | DAYS,
        recognised=st.none() | DAYS,
        commended=st.none() | DAYS,
        tier=st.sampled_from(["", *ORDER]),
    )
)


def test_nothing_has_no_median() -> None:
    assert spread([]) is None


def test_one_value_is_median_and_quartiles() -> None:
    assert spread([7]) == Spread(1, 7, 7, 7)


def test_quartiles_lie_on_straight_lines_between_neighbours() -> None:
    assert spread([40, 10, 30, 20]) == Spread(4, 17.5, 25, 32.5)


@given(st.lists(st.integers(0, 10_000), min_size=1))
def test_quartiles_are_in_order_and_within_the_values(values: list[int]) -> None:
    found = spread(values)

    assert found is not None
    assert sorted([min(values), found.lower, found.median, found.upper, max(values)]) == [
        min(values),
        found.lower,
        found.median,
        found.upper,
        max(values),
    ]


@given(st.lists(st.integers(0, 10_000), min_size=1), st.integers(0, 1000))
def test_later_by_so_many_days_is_a_median_later_by_as_many(values: list[int], more: int) -> None:
    before, after = spread(values), spread([value + more for value in values])

    assert before is not None
    assert after is not None
    assert after.median == pytest.approx(before.median + more)


def test_a_year_has_twelve_months() -> None:
    assert round(months_between(date(2024, 1, 1), date(2025, 1, 1)), 1) == 12.0


def test_the_first_honour_after_the_merit_counts_and_the_one_of_that_day_does_not() -> None:
    days = [date(2024, 5, 1), date(2024, 3, 1), date(2024, 4, 1)]

    assert first_after(days, date(2024, 3, 1)) == date(2024, 4, 1)


@pytest.mark.parametrize(("days", "day"), [([], date(2024, 3, 1)), ([date(2024, 3, 1)], None)])
def test_without_an_honour_or_a_merit_nothing_follows(days: list[date], day: date | None) -> None:
    assert first_after(days, day) is None


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        (Recognised("school-annual", 2024, date(2024, 3, 1)), True),
        (Recognised("school-annual", 2023, date(2024, 3, 2)), True),
        (Recognised("school-annual", 2024, date(2024, 2, 29)), False),
        (Recognised("school-annual", 2025, date(2025, 6, 1)), False),
        (Recognised("school-annual", 2024), True),
        (Recognised("school-annual", 2023), False),
        (Recognised("school-annual", 2025), False),
    ],
)
def test_a_recognition_counts_from_the_finding_to_the_next_finding(row: Recognised, *, counts: bool) -> None:
    tier, _day = reached([row], FOUND, date(2025, 6, 1), ORDER)

    assert bool(tier) is counts


def test_whoever_is_not_found_anew_keeps_all_that_follows() -> None:
    rows = [Recognised("school-annual", 2030), Recognised("school-annual", 2031, date(2031, 1, 1))]

    assert reached(rows, FOUND, None, ORDER) == ("school-annual", date(2031, 1, 1))


def test_the_highest_tier_counts_and_the_first_day_of_any() -> None:
    rows = [
        Recognised("sector-annual", 2025, date(2026, 1, 10)),
        Recognised("school-annual", 2024, date(2025, 1, 10)),
        Recognised("hang-cu", 2024, date(2025, 2, 10)),
    ]

    assert reached(rows, FOUND, None, ORDER) == ("sector-annual", date(2025, 1, 10))


def test_a_cohort_counts_steps_tiers_and_months() -> None:
    whole = Life(
        unit=1,
        found=FOUND,
        chosen=FOUND + timedelta(days=31),
        nurtured=FOUND + timedelta(days=61),
        nominated=FOUND + timedelta(days=305),
        recognised=FOUND + timedelta(days=365),
        tier="school-annual",
    )
    undated = Life(unit=1, found=FOUND, chosen=FOUND - timedelta(days=3), tier="school-annual")

    (cohort,) = cohorts([whole, undated])

    months = {step: one and (one.count, round(one.median, 1)) for step, one in cohort.months.items()}
    assert (cohort.year, cohort.found, cohort.taken, cohort.tiers) == (
        2024,
        2,
        {Step.CHOSEN: 2, Step.NURTURED: 1, Step.NOMINATED: 1, Step.RECOGNISED: 2},
        {"school-annual": 2},
    )
    assert months == {
        Step.CHOSEN: (2, 0.5),
        Step.NURTURED: (1, 2.0),
        Step.NOMINATED: (1, 10.0),
        Step.RECOGNISED: (1, 12.0),
    }


def test_a_year_in_which_nobody_was_found_stands_between_its_neighbours() -> None:
    lives = [Life(unit=1, found=date(2026, 5, 1)), Life(unit=1, found=FOUND)]

    assert [(cohort.year, cohort.found) for cohort in cohorts(lives)] == [(2024, 1), (2025, 0), (2026, 1)]


def test_nobody_makes_no_cohort() -> None:
    assert cohorts([]) == []


@given(LIVES)
def test_every_life_is_in_exactly_one_cohort(lives: list[Life]) -> None:
    found = cohorts(lives)

    assert sum(cohort.found for cohort in found) == len(lives)
    assert [sum(cohort.taken[step] for cohort in found) for step in Step] == [
        sum(life.has_taken(step) for life in lives) for step in Step
    ]


@given(LIVES)
def test_no_cohort_is_larger_after_a_step_than_before_it(lives: list[Life]) -> None:
    assert [cohort for cohort in cohorts(lives) if max(cohort.taken.values()) > cohort.found] == []


@given(LIVES)
def test_every_recognised_life_has_one_tier(lives: list[Life]) -> None:
    assert [sum(cohort.tiers.values()) for cohort in cohorts(lives)] == [
        cohort.taken[Step.RECOGNISED] for cohort in cohorts(lives)
    ]


@pytest.mark.parametrize(("delay", "days"), [(Delay.FINDING, 30), (Delay.CHOOSING, 40), (Delay.COMMENDING, 0)], ids=str)
def test_days_run_from_the_merit_and_never_backwards(delay: Delay, days: int) -> None:
    merit = FOUND - timedelta(days=30)
    life = Life(
        unit=1,
        found=FOUND,
        merit=merit,
        chosen=FOUND + timedelta(days=10),
        commended=merit - timedelta(days=5),
    )

    assert life.days_until(delay) == days


def test_without_a_merit_or_a_step_there_are_no_days() -> None:
    life = Life(unit=1, found=FOUND)

    assert [life.days_until(Delay.FINDING), Life(unit=1, found=FOUND, merit=FOUND).days_until(Delay.CHOOSING)] == [
        None,
        None,
    ]


def test_timeliness_is_told_by_key_with_what_is_known() -> None:
    merit = FOUND - timedelta(days=20)
    lives = [Life(unit=1, found=FOUND, merit=merit), Life(unit=2, found=FOUND), Life(unit=1, found=FOUND, merit=FOUND)]

    assert timeliness(lives, lambda life: life.unit) == {
        1: Timeliness(2, 2, {Delay.FINDING: Spread(2, 5, 10, 15), Delay.CHOOSING: None, Delay.COMMENDING: None}),
        2: Timeliness(1, 0, dict.fromkeys(Delay)),
    }


@given(LIVES)
def test_every_life_is_counted_once_by_unit(lives: list[Life]) -> None:
    found = timeliness(lives, lambda life: life.unit)

    assert sum(one.found for one in found.values()) == len(lives)
    assert sum(one.with_merit for one in found.values()) == sum(life.merit is not None for life in lives)


def test_a_cohort_is_its_figures() -> None:
    empty = Cohort(2025, 0, dict.fromkeys(Step, 0), dict.fromkeys(Step), {})

    assert cohorts([Life(unit=1, found=FOUND), Life(unit=1, found=date(2026, 1, 1))])[1] == empty
