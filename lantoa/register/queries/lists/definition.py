"""What a list is: its columns, filters and orders, declared once; page, form and Excel file read them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from django.db.models import Q
from django.utils.functional import Promise

from lantoa.domain.authority import Deed
from lantoa.register.books.layout import Sheet
from lantoa.register.models.columns import Recorded

Label: TypeAlias = str | Promise  # words of the user's language, put in when they are shown


class Look(StrEnum):
    """How a cell is shown."""

    TEXT = "text"
    SHORT = "short"  # never broken over two lines
    SUBJECT = "subject"  # a name that leads to its record
    VERDICT = "verdict"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a list's cell; a subject's code beside its name, a verdict's code beside its word."""

    look: Look
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: `show` gives what stands there, `order` the columns of the table to sort by."""

    key: str
    label: Label
    show: Callable[[Any], Label]
    order: tuple[str, ...] = ()
    look: Look = Look.TEXT
    code: Callable[[Any], str] = lambda _row: ""

    def cell(self, row: Any) -> Cell:
        return Cell(self.look, str(self.show(row)), self.code(row))


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above a list: its values with their words, and what each leaves of the rows."""

    key: str
    label: Label
    choices: Callable[[], Iterable[tuple[str, Label]]]
    condition: Callable[[str, date], Q]  # the value, and the day that is today


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a list; `chosen` holds the filters by key, `unit` the id of a unit with all under it."""

    words: str = ""
    unit: int | None = None
    chosen: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list as it is shown, and where it came from."""

    pk: int
    cells: tuple[Cell, ...]
    origin: str
    book: int | None


@dataclass(frozen=True)
class Listing:
    """One sheet of the record book as a list."""

    slug: str
    sheet: Sheet
    model: type[Recorded]
    about: tuple[str, ...]  # columns that hold ids of subjects: what the search and the unit choose by
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    related: tuple[str, ...] = ()
    fetched: tuple[str, ...] = ()  # prefetched with the page
    searched: tuple[str, ...] = ()  # columns of plain text that the search reads too
    first: str = "-ghi"  # the order when nobody asked for one
    deed: Deed = Deed.SEE_REGISTER

    @cached_property
    def orders(self) -> dict[str, tuple[str, ...]]:
        """Key of a sort -> columns of the table; `ghi` is the order in which rows were recorded."""
        return {column.key: column.order for column in self.columns if column.order} | {"ghi": ("pk",)}

    @property
    def name(self) -> str:
        return self.sheet.name
