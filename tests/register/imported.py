"""Files taken into the record book, for the tests."""

from datetime import datetime, timedelta
from pathlib import Path

from django.core.files import File

from lantoa.accounts.models import User
from lantoa.register.actions import imports
from lantoa.register.books.reading import read_book
from lantoa.register.books.writing import write_book
from lantoa.register.models import Import
from lantoa.register.queries.records import whole_book
from tests.cast import NOW
from tests.register.books.workbooks import Rows, save

LATER = NOW + timedelta(hours=1)


def received(folder: Path, book: dict[str, Rows], name: str = "so.xlsx", by: User | None = None) -> Import:
    with save(folder, book, name).open("rb") as file:
        return imports.receive(file=File(file, name=name), by=by, at=NOW)


def checked(folder: Path, book: dict[str, Rows], name: str = "so.xlsx", by: User | None = None) -> Import:
    return imports.check(book=received(folder, book, name, by), by=by, at=NOW)


def taken_in(
    folder: Path,
    book: dict[str, Rows],
    name: str = "so.xlsx",
    *,
    only_good_rows: bool = False,
    by: User | None = None,
    at: datetime = LATER,
) -> Import:
    return imports.take_in(book=checked(folder, book, name, by), only_good_rows=only_good_rows, by=by, at=at)


def exported(folder: Path, name: str = "ra.xlsx") -> Path:
    """The book on file as a workbook."""
    write_book(whole_book(), folder / name)
    return folder / name


def rows_on_file(folder: Path) -> object:
    """Everything on file, as it would be read back from its export."""
    return read_book(exported(folder)).book
