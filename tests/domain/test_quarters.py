"""Quarters: of which a day is, from when to when they last, until when their review is in time."""

from datetime import date

import pytest

from lantoa.domain.quarters import Quarter, quarters


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), Quarter(2026, 1)),
        (date(2026, 3, 31), Quarter(2026, 1)),
        (date(2026, 4, 1), Quarter(2026, 2)),
        (date(2026, 12, 31), Quarter(2026, 4)),
    ],
)
def test_a_day_is_in_its_quarter(day: date, quarter: Quarter) -> None:
    assert Quarter.of(day) == quarter


def test_a_quarter_lasts_three_months_and_is_reviewed_within_ten_days() -> None:
    quarter = Quarter(2024, 4)

    assert (quarter.first_day, quarter.last_day, quarter.due) == (
        date(2024, 10, 1),
        date(2024, 12, 31),
        date(2025, 1, 10),
    )


def test_the_next_one_may_be_in_the_next_year() -> None:
    assert [Quarter(2025, 3).next, Quarter(2025, 4).next] == [Quarter(2025, 4), Quarter(2026, 1)]


def test_the_quarters_of_a_plan_are_those_it_has_a_day_in() -> None:
    assert list(map(str, quarters(date(2025, 12, 31), date(2026, 4, 1)))) == ["quý 4/2025", "quý 1/2026", "quý 2/2026"]


def test_days_out_of_order_have_no_quarter_between_them() -> None:
    assert list(quarters(date(2026, 4, 1), date(2026, 3, 31))) == []
