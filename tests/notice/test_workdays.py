"""Working days of the school."""

from datetime import date

from lantoa.notice.workdays import due_after, public_holidays


def test_tet_follows_the_moon() -> None:
    assert date(2026, 2, 17) in public_holidays(2026)
    assert date(2027, 2, 6) in public_holidays(2027)


def test_ten_working_days_before_tet_end_after_it() -> None:
    assert due_after(date(2026, 2, 10), 10) == date(2026, 3, 3)


def test_a_clock_that_runs_over_new_year_knows_the_holidays_of_both_years() -> None:
    assert due_after(date(2026, 12, 31), 1) == date(2027, 1, 4)
