"""What stands in the columns of the lists: names, words of the law, dates as they were written, marks."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from django.utils.translation import gettext_lazy as _

from lantoa import plans
from lantoa.register.books import layout
from lantoa.register.queries.dates import written
from lantoa.register.queries.lists.definition import Column, Label, Look

Words: TypeAlias = Callable[[], Mapping[Any, Any]]

SUBJECT = _("Đối tượng")
PASSED = {True: ("met", _("đạt")), False: ("not_met", _("không đạt"))}


def ratings() -> dict[str, str]:
    return {term.code: term.short for term in reversed(plans.catalogue().ratings.values())}


def sanction_forms() -> dict[str, str]:
    return {term.code: term.name for term in plans.catalogue().sanctions.values()}


def levels() -> dict[str, str]:
    return {level.value: name for level, name in plans.catalogue().levels.items()}


def tiers() -> dict[str, str]:
    return {tier.code: tier.name for tier in plans.load().tiers.values()}


def criteria() -> dict[str, str]:
    return {code: code for code in layout.ATTESTATIONS.by_field["criterion"].kind.choices}


def day(row: Any, column: str) -> str:
    """The date in that column as it was written, or nothing."""
    value: date | None = getattr(row, column)
    return str(written(value, getattr(row, f"{column}_precision")) or "")


def subject(label: Label = SUBJECT, path: str = "subject", key: str = "ten") -> Column:
    def subject_of(row: Any) -> Any:
        for step in path.split("__"):
            row = row and getattr(row, step)
        return row

    return Column(
        key,
        label,
        lambda row: subject_of(row).name if subject_of(row) else "",
        (f"{path}__sort_key",),
        Look.SUBJECT,
        lambda row: subject_of(row).code if subject_of(row) else "",
    )


def text(key: str, label: Label, column: str, *, look: Look = Look.TEXT) -> Column:
    return Column(key, label, lambda row: str(getattr(row, column)), (column,), look)


def word(key: str, label: Label, column: str, words: Callable[[], Mapping[Any, Any]], look: Look = Look.TEXT) -> Column:
    return Column(key, label, lambda row: str(words().get(getattr(row, column), getattr(row, column))), (column,), look)


def written_date(key: str, label: Label, column: str) -> Column:
    return Column(key, label, lambda row: day(row, column), (column,), Look.SHORT)


def mark(key: str, label: Label, column: str, word: Label) -> Column:
    return Column(key, label, lambda row: word if getattr(row, column) else "", (column,), Look.MARK)


def year() -> Column:
    return text("nam", _("Năm"), "year", look=Look.SHORT)


def whole_or_unit() -> Column:
    return Column(
        "don_vi",
        _("Đơn vị"),
        lambda row: row.unit.subject.name if row.unit else _("toàn Trường"),
        ("unit__subject__sort_key",),
        Look.SUBJECT,
        lambda row: row.unit.subject.code if row.unit else "",
    )
