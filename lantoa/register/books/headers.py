"""Which sheet and which column a heading means, however it is typed."""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from lantoa.domain.vietnamese import accent_key, match_key
from lantoa.register.books.layout import SHEETS, Column, Sheet

VARIANTS = Path(__file__).with_name("header_variants.json")
ASIDE = re.compile(r"\([^)]*\)|\bnếu có\b", re.IGNORECASE)  # "(nếu có)", "(x)", "(1)", "(dd/mm/yyyy)"
NUMBERED = re.compile(r"^\d+\s*[.)\-]?\s*")


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    groups = json.loads(VARIANTS.read_text(encoding="utf-8"))
    return {group: tuple(forms) for group, forms in groups.items()}


def other_headers(column: Column) -> list[str]:
    """Every further heading of the column, its groups of variants spelt out."""
    return [form for also in column.also for form in _variants().get(also, (also,))]


def sheet_named(name: str) -> Sheet | None:
    """The sheet that a tab's name means; None when it is none of the book's."""
    key = match_key(NUMBERED.sub("", name))
    return next((sheet for sheet in SHEETS if key in {match_key(form) for form in (sheet.name, *sheet.also)}), None)


def columns_under(sheet: Sheet, headings: Iterable[str]) -> dict[str, int]:
    """Field -> place of its column in the row of headings.

    The column's own name goes before its variants, and a match with accents before one without
    (Năm is a year, Nam a man); of two headings for one column the first is taken.
    """
    places = {place: heading for place, heading in enumerate(headings) if heading}
    found: dict[str, int] = {}
    for forms_by_key in _ways(sheet):
        for place, heading in places.items():
            field = forms_by_key(heading)
            if field and field not in found and place not in found.values():
                found[field] = place
    return found


@cache
def _ways(sheet: Sheet) -> tuple[Callable[[str], str | None], ...]:
    own = [(column.name, column.field) for column in sheet.columns]
    others = [(form, column.field) for column in sheet.columns for form in other_headers(column)]
    return tuple(
        _way(forms, key, aside=aside)
        for forms in (own, others)
        for key in (accent_key, match_key)
        for aside in (False, True)
    )


def _way(forms: list[tuple[str, str]], key: Callable[[str], str], *, aside: bool) -> Callable[[str], str | None]:
    fields: dict[str, str] = {}
    for form, field in forms:
        fields.setdefault(key(form), field)
    return lambda heading: fields.get(key(ASIDE.sub(" ", heading) if aside else heading))
