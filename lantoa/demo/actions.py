"""Filling an empty book with the demonstration school."""

from datetime import datetime
from io import BytesIO

from django.core.files import File
from django.utils.translation import gettext as _

from lantoa.demo.book import demo_book
from lantoa.demo.queries import is_empty
from lantoa.register.actions import imports
from lantoa.register.books.writing import write_book
from lantoa.register.models import Import

FILE_NAME = "So-dung-thu-Truong-Cao-dang-Luat-Song-Lam.xlsx"


class BookIsNotEmpty(ValueError):
    """The demonstration school is for an empty book only."""

    def __init__(self) -> None:
        super().__init__(_("Sổ đã có dữ liệu nên không nạp trường dùng thử; không có gì thay đổi."))


def fill(*, at: datetime) -> Import:
    """Take the school in as a workbook, on the same path as any other; BookIsNotEmpty when something is on file."""
    if not is_empty():
        raise BookIsNotEmpty
    workbook = BytesIO()
    write_book(demo_book(), workbook)
    workbook.seek(0)
    book = imports.receive(file=File(workbook, name=FILE_NAME), by=None, at=at)
    imports.check(book=book, by=None, at=at)
    return imports.take_in(book=book, only_good_rows=False, by=None, at=at)
