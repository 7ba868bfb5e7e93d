"""Dates, counts and numbers as a paper writes them (Decree 30/2020, annex I, part II)."""

import re
from datetime import date, time

MONTHS_WITH_A_ZERO = 2  # "tháng 01", "tháng 02", then "tháng 3"
BLANK_DAY = "ngày      tháng      năm {year}"
ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
BLANK_NUMBER = "       "
BLANK_HOUR = "… giờ … phút"


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 01 năm 2026`, `ngày 29 tháng 6 năm 2026` (II.4b)."""
    month = f"{day.month:02}" if day.month <= MONTHS_WITH_A_ZERO else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def blank_day(year: int) -> str:
    """The day left open until the paper is signed."""
    return BLANK_DAY.format(year=year)


def hour_in_words(at: time | None) -> str:
    """`08 giờ 30 phút`; room to write it by hand where nobody noted it."""
    return f"{at.hour:02} giờ {at.minute:02} phút" if at else BLANK_HOUR


def number_in_words(number: int | None) -> str:
    """`05`, `12`; blanks as long as no number was given (a paper gets its number once it is signed)."""
    return BLANK_NUMBER if number is None else f"{number:02}"


def count(number: int) -> str:
    """`05`, `12`: the counts of a submission are written with two digits."""
    return f"{number:02}"


def counts(collectives: int, individuals: int) -> str:
    """`05 tập thể, 04 cá nhân`; what there is none of is not named."""
    said = [(collectives, "tập thể"), (individuals, "cá nhân")]
    return ", ".join(f"{count(number)} {what}" for number, what in said if number) or "00 trường hợp"


def roman(number: int) -> str:
    """`I`, `IV`, `XII`: how units are numbered in a list whose lines start again from 1 in each."""
    found = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        found += letters * times
    return found


def bases(lines: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Legal bases one a line: each ends with a semicolon, the last with a full stop (II.6a)."""
    plain = [line.strip().rstrip(";.") for line in lines if line.strip()]
    return tuple(f"{line}{'.' if place == len(plain) else ';'}" for place, line in enumerate(plain, 1))


def recipients(lines: list[str] | tuple[str, ...], kept: str) -> tuple[str, ...]:
    """`- Như trên;` … `- Lưu: VT, TCHC.`: the last line says where the paper is kept (II.9d)."""
    plain = [line.strip().lstrip("- ").rstrip(";.") for line in lines if line.strip()]
    return (*(f"- {line};" for line in plain), f"- Lưu: {kept}.")


def points(places: int) -> tuple[str, ...]:
    """The letters of points in their order: a b c d đ e g h … (II.6đ: the Vietnamese alphabet, no f j w z)."""
    return tuple("abcdđeghiklmnopqrstuvxy"[:places])


def is_heading(line: str) -> bool:
    """`1. Mục tiêu` is the title of a clause, in bold; `1. Ông A được khen.` is a sentence (V.6b)."""
    return bool(re.match(r"\d+\. ", line)) and not line.endswith((".", ";", ",", ":", "/"))
