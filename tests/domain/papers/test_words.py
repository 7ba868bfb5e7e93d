"""Dates, counts, bases and recipients as Decree 30/2020 writes them."""

from datetime import date, time

import pytest

from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.domain.papers.words import (
    bases,
    blank_day,
    count,
    counts,
    day_in_words,
    hour_in_words,
    is_heading,
    number_in_words,
    points,
    recipients,
    roman,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 6, 29), "ngày 29 tháng 6 năm 2026"),
        (date(2026, 12, 10), "ngày 10 tháng 12 năm 2026"),
    ],
)
def test_a_zero_stands_before_small_days_and_the_first_two_months(day: date, words: str) -> None:
    assert day_in_words(day) == words


def test_hours_and_minutes_have_two_digits() -> None:
    assert [hour_in_words(at) for at in (time(8, 5), time(14), None)] == [
        "08 giờ 05 phút",
        "14 giờ 00 phút",
        "… giờ … phút",
    ]


def test_what_is_not_given_yet_stays_open() -> None:
    assert blank_day(2026) == "ngày      tháng      năm 2026"
    assert [number_in_words(number) for number in (None, 5, 12, 123)] == ["       ", "05", "12", "123"]


def test_units_are_numbered_in_roman_letters() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 40, 99, 100)] == ["I", "IV", "IX", "XIV", "XL", "XCIX", "C"]


def test_counts_have_two_digits() -> None:
    assert count(3) == "03"
    assert counts(5, 14) == "05 tập thể, 14 cá nhân"
    assert counts(0, 4) == "04 cá nhân"
    assert counts(0, 0) == "00 trường hợp"


def test_bases_end_as_prescribed() -> None:
    assert bases(["Căn cứ Luật A;", " ", "Căn cứ Nghị định B."]) == ("Căn cứ Luật A;", "Căn cứ Nghị định B.")
    assert bases([]) == ()


def test_recipients_end_with_where_it_is_kept() -> None:
    assert recipients(["Như trên", "- Các đơn vị;"], "VT, TCHC") == (
        "- Như trên;",
        "- Các đơn vị;",
        "- Lưu: VT, TCHC.",
    )


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert points(8) == ("a", "b", "c", "d", "đ", "e", "g", "h")


def test_every_kind_has_its_facts_and_the_free_ones_no_prescribed_part() -> None:
    assert set(KINDS) == set(PaperKind)
    free = {PaperKind.BALLOT, PaperKind.NOMINEE_LIST, PaperKind.CERTIFICATE, PaperKind.YEARBOOK}
    assert not any(KINDS[kind].is_official for kind in free)
    assert KINDS[PaperKind.RECOGNITION].is_official


def test_a_numbered_line_without_a_full_stop_is_a_heading() -> None:
    lines = ("1. Mục tiêu đã đặt ra", "1. Ông A được khen.", "Mục tiêu đã đặt ra", "12. Sáng kiến:")

    assert [is_heading(line) for line in lines] == [True, False, False, False]
