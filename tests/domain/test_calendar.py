"""Dates with the precision with which they were written."""

from datetime import date

import pytest

from lantoa.domain.calendar import PartialDate, Window, is_working_day, working_days_after


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("31/12/2024", PartialDate(2024, 12, 31)),
        ("11/6/2023", PartialDate(2023, 6, 11)),
        ("11-6-2023", PartialDate(2023, 6, 11)),
        ("11.6.2023", PartialDate(2023, 6, 11)),
        ("12/2024", PartialDate(2024, 12)),
        ("2024", PartialDate(2024)),
        ("2024-12-31", PartialDate(2024, 12, 31)),
        ("2024-12-31 00:00:00", PartialDate(2024, 12, 31)),
    ],
)
def test_a_date_is_read_day_first(text: str, written: PartialDate) -> None:
    assert PartialDate.read(text) == written


@pytest.mark.parametrize("text", ["", "31/02/2024", "13/2024", "hôm qua", "1/1/24", "0000", "32/1/2024"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the text itself
        PartialDate.read(text)


def test_a_month_lasts_from_its_first_day_to_its_last() -> None:
    february = PartialDate.read("2/2024")

    assert (february.first_day, february.last_day) == (date(2024, 2, 1), date(2024, 2, 29))


def test_a_year_lasts_from_january_to_december() -> None:
    assert PartialDate(2024).last_day == date(2024, 12, 31)


@pytest.mark.parametrize("text", ["05/06/2024", "06/2024", "2024"])
def test_a_date_is_written_as_precisely_as_it_is_known(text: str) -> None:
    assert str(PartialDate.read(text)) == text


def test_a_day_keeps_its_day() -> None:
    assert PartialDate.of(date(2024, 6, 5)) == PartialDate(2024, 6, 5)


def test_a_window_is_told_as_a_year_or_as_a_period() -> None:
    assert str(Window(2024, 2024)) == "năm 2024"
    assert str(Window(2021, 2025)) == "giai đoạn 2021-2025"


def test_a_window_holds_its_years_and_ends_on_its_last_day() -> None:
    window = Window(2021, 2025)

    assert [year in window for year in (2020, 2021, 2025, 2026)] == [False, True, True, False]
    assert window.last_day == date(2025, 12, 31)
    assert list(window.years) == [2021, 2022, 2023, 2024, 2025]


def test_weekends_and_holidays_are_not_working_days() -> None:
    tuesday = date(2026, 11, 24)

    assert is_working_day(tuesday, frozenset())
    assert not is_working_day(tuesday, {tuesday})
    assert not is_working_day(date(2026, 11, 28), frozenset())


def test_ten_working_days_are_two_weeks_and_each_holiday_one_more() -> None:
    monday = date(2026, 11, 23)

    assert working_days_after(monday, 10, frozenset()) == date(2026, 12, 7)
    assert working_days_after(monday, 10, {date(2026, 11, 24)}) == date(2026, 12, 8)


def test_no_working_day_later_is_the_day_itself() -> None:
    assert working_days_after(date(2026, 11, 28), 0, frozenset()) == date(2026, 11, 28)
