"""What a cell may hold: each kind of value, how it is read, and the words for what was expected."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias

from lantoa.domain.calendar import FIRST_YEAR, LAST_YEAR, PartialDate
from lantoa.domain.records import AwardStatus, Ledger
from lantoa.domain.vietnamese import match_key, tidy
from lantoa.plans import catalogue

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

WHOLE_YEAR = re.compile(r"\d{4}")
PERIOD = re.compile(r"\d{4}\s*[-–]\s*\d{4}$")  # "giai đoạn 2021-2025": the tier is the same in every edition


class Unfit(ValueError):
    """A cell that does not hold what its column asks for."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: `read` turns a filled cell into it or raises Unfit, `empty` is what a blank cell means."""

    read: Callable[[Cell], Any]
    expected: str
    empty: Any = None
    choices: tuple[str, ...] = ()


def written(cell: Cell) -> str:
    """What the cell says, as text: numbers without a needless .0, dates as an office writes them."""
    if isinstance(cell, str):
        return " ".join(cell.split()) if cell.isascii() else tidy(cell)
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return str(PartialDate.of(cell))
    return str(cell)


def _year(cell: Cell) -> int:
    text = written(cell)
    if isinstance(cell, date) or not WHOLE_YEAR.fullmatch(text) or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise Unfit
    return int(text)


def _date(cell: Cell) -> PartialDate:
    if isinstance(cell, date):
        return PartialDate.of(cell)
    if not isinstance(cell, str):
        return PartialDate(_year(cell))
    try:
        return PartialDate.read(tidy(cell))
    except ValueError as error:
        raise Unfit from error


def _mark(cell: Cell) -> bool:
    if written(cell).casefold() != "x":
        raise Unfit
    return True


def _list(values: Mapping[str, Any], *, expected: str = "", choices: tuple[str, ...] = (), empty: Any = None) -> Kind:
    """A closed list: every written form to its value; forms are compared without case, accents and punctuation."""
    by_key = {_key(form): value for form, value in values.items()}

    def read(cell: Cell) -> Any:
        try:
            return by_key[_key(written(cell))]
        except KeyError as error:
            raise Unfit from error

    shown = choices or tuple(values)
    return Kind(read, expected or f"một trong: {', '.join(shown)}", empty, shown)


def _key(text: str) -> str:
    return match_key(text).replace(" ", "")


def spelling(kind: Kind, value: Any) -> str:
    """The written form of a value of a closed list, as the template offers it."""
    return next(choice for choice in kind.choices if kind.read(choice) == value)


_RATINGS = catalogue().ratings.values()
_LEVELS = catalogue().levels
_TIERS = {
    "school-annual": ("Trường hằng năm", "cấp Trường hằng năm", "Điển hình tiên tiến của Trường hằng năm"),
    "school-period": ("Trường giai đoạn", "cấp Trường giai đoạn", "Điển hình tiên tiến của Trường giai đoạn"),
    "sector-annual": ("ngành hằng năm", "cấp ngành hằng năm", "Điển hình tiên tiến ngành Tư pháp hằng năm"),
    "sector-period": ("ngành giai đoạn", "cấp ngành giai đoạn", "Điển hình tiên tiến ngành Tư pháp giai đoạn"),
}

CODE = Kind(written, "mã, viết như ở sheet gốc")
TEXT = Kind(written, "chữ", "")
YEAR = Kind(_year, f"năm là số nguyên từ {FIRST_YEAR} đến {LAST_YEAR}")
DATE = Kind(_date, "ngày có thật, viết 31/12/2024, 12/2024 hoặc 2024")
MARK = Kind(_mark, "x hoặc để trống", empty=False, choices=("x",))
GRADE = _list(
    {form: term.code for term in reversed(_RATINGS) for form in (term.short, term.name)},
    choices=tuple(term.short for term in reversed(_RATINGS)),
)
LEVEL = _list(
    {f"{prefix}{name}": level for prefix in ("", "cấp ") for level, name in _LEVELS.items()},
    choices=tuple(_LEVELS.values()),
)
STATUS = _list(
    {"đã tặng": AwardStatus.AWARDED, "đủ điều kiện": AwardStatus.ELIGIBLE},
    expected="đã tặng, đủ điều kiện, hoặc để trống (là đã tặng)",
    empty=AwardStatus.AWARDED,
)
FORM = _list({term.name: term.code for term in catalogue().sanctions.values()})
_TIER_FORMS = _list({form: code for code, forms in _TIERS.items() for form in (code, *forms)}, choices=tuple(_TIERS))
TIER = replace(_TIER_FORMS, read=lambda cell: _TIER_FORMS.read(PERIOD.sub("", written(cell))))
CRITERION = _list({code: code for code in ("G1", "G2", "G3", "G4", "SA-I2", "SP-I2")})
RESULT = _list({"đạt": True, "không đạt": False})
LEDGER = _list(
    {
        "xếp loại": Ledger.RATINGS,
        "khen thưởng": Ledger.AWARDS,
        "kỷ luật": Ledger.SANCTIONS,
        "sáng kiến": Ledger.INITIATIVES,
        "công nhận": Ledger.RECOGNITIONS,
    }
)
