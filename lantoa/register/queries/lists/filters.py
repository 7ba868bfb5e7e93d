"""The choices above the lists: years, kinds, the law's words, where rows came from."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.records import Kind
from lantoa.register.models import Import
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.lists.definition import Filter, Label

BY_HAND = "tay"
NEWEST_IMPORTS = 30


def one_of(
    key: str, label: Label, column: str, words: Mapping[str, Label] | Callable[[], Mapping[str, Label]]
) -> Filter:
    """Rows whose column holds the value."""

    def choices() -> Iterable[tuple[str, Label]]:
        return (words() if callable(words) else words).items()

    return Filter(key, label, choices, lambda value, _day: Q(**{column: value}))


def yes_or_no(key: str, label: Label, column: str, yes: Label, no: Label) -> Filter:
    return Filter(key, label, lambda: [("co", yes), ("khong", no)], lambda value, _day: Q(**{column: value == "co"}))


def year(model: type[Recorded], column: str = "year") -> Filter:
    """The years that occur, newest first."""

    def choices() -> Iterable[tuple[str, Label]]:
        years = model._default_manager.order_by(f"-{column}").values_list(column, flat=True).distinct()
        return [(str(one), str(one)) for one in years]

    return Filter("nam", _("Năm"), choices, lambda value, _day: Q(**{column: int(value)}))


def year_of_date(model: type[Recorded], column: str) -> Filter:
    """The years of a column of dates, newest first."""

    def choices() -> Iterable[tuple[str, Label]]:
        return [(str(day.year), str(day.year)) for day in model._default_manager.dates(column, "year", order="DESC")]

    return Filter("nam", _("Năm"), choices, lambda value, _day: Q(**{f"{column}__year": int(value)}))


def kind(column: str = "subject__kind") -> Filter:
    words = {Kind.INDIVIDUAL.value: _("cá nhân"), Kind.COLLECTIVE.value: _("tập thể")}
    return one_of("loai", _("Đối tượng"), column, words)


def now(label: Label, yes: Label, no: Label) -> Filter:
    """Rows whose life covers today, or does not."""

    def condition(value: str, day: date) -> Q:
        return in_force(day) if value == "co" else ~in_force(day)

    return Filter("hieu_luc", label, lambda: [("co", yes), ("khong", no)], condition)


def source() -> Filter:
    """Typed by hand, or one of the newest imports."""

    def choices() -> Iterable[tuple[str, Label]]:
        books = Import.objects.filter(stage=Import.Stage.DONE).order_by("-id")[:NEWEST_IMPORTS]
        return [(BY_HAND, _("ghi tay")), *((str(book.pk), book.file_name) for book in books)]

    def condition(value: str, _day: date) -> Q:
        return Q(imported=None) if value == BY_HAND else Q(imported=int(value))

    return Filter("nguon", _("Nguồn"), choices, condition)
