"""The commands on workbooks: check one, write the template, export and import the book."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from lantoa.command.line import Parser, Refused
from lantoa.register.books.findings import RowError, UnreadableBook
from lantoa.register.books.reading import Reading, read_book

if TYPE_CHECKING:
    from lantoa.register.models import Import

REFUSED_ROWS = 2


def check_book(arguments: Sequence[str]) -> int:
    """Check a workbook row by row, without a database; 2 when rows are refused."""
    parser = Parser("check-book", "Kiểm tra một sổ Excel, từng dòng; không ghi gì.")
    parser.add_argument("book", type=Path, metavar="SỔ.xlsx")
    parser.add_argument("--format", choices=("table", "json"), default="table")
    chosen = parser.parse_args(arguments)
    reading = read(chosen.book)
    if chosen.format == "json":
        print(json.dumps(_as_json(reading), ensure_ascii=False))
    else:
        print_errors(reading.errors)
        print(summary(reading))
    return REFUSED_ROWS if reading.errors else 0


def read(path: Path) -> Reading:
    """The workbook as read; one that must not be read at all gives a single error without a row."""
    if not path.is_file():
        raise Refused(f"Không có tệp {path}.")
    try:
        return read_book(path)
    except UnreadableBook as refusal:
        return _unreadable(path, refusal)


def print_errors(errors: Iterable[RowError]) -> None:
    """One error a line on standard error: sheet, row, column, value, expected."""
    for error in errors:
        print(error.sheet, error.row, error.column, error.value, error.expected, sep="\t", file=sys.stderr)


def summary(reading: Reading) -> str:
    """How many rows each sheet has, and every remark."""
    lines = [f"{sheet:<14}{count:>8}" for sheet, count in reading.read.items()]
    lines += [
        f"Lưu ý: {note.sheet}{f', dòng {note.row}' if note.row else ''}{f', {note.column}' if note.column else ''}"
        f" «{note.value}»: {note.note}"
        for note in reading.warnings
    ]
    lines += [f"Lưu ý: {row.sheet}, dòng {row.row}: giá trị lấy từ công thức" for row in reading.formulas]
    verdict = f"{len(reading.errors)} lỗi." if reading.errors else "Không có lỗi."
    return "\n".join([*lines, verdict])


def template(arguments: Sequence[str]) -> int:
    """Write the empty workbook."""
    from lantoa.register.books.template import write_template

    target = _target("template", "Viết ra sổ mẫu để điền.", arguments)
    write_template(target)
    print(f"Đã viết {target}")
    return 0


def export_book(arguments: Sequence[str]) -> int:
    """Write everything on file as a workbook."""
    from lantoa.register.books.writing import write_book
    from lantoa.register.queries.records import whole_book

    target = _target("export-book", "Xuất sổ đang dùng ra Excel.", arguments)
    write_book(whole_book(), target)
    print(f"Đã viết {target}")
    return 0


def import_book(arguments: Sequence[str]) -> int:
    """Take a workbook into the book: all of it, or the good rows; 2 when rows are refused."""
    parser = Parser("import-book", "Nhập một sổ Excel vào sổ đang dùng: tất cả, hoặc không gì cả.")
    parser.add_argument("book", type=Path, metavar="SỔ.xlsx")
    parser.add_argument("--good-rows", action="store_true", help="ghi các dòng đúng, bỏ các dòng bị từ chối")
    chosen = parser.parse_args(arguments)
    if not chosen.book.is_file():
        raise Refused(f"Không có tệp {chosen.book}.")
    return _take_in(chosen.book, only_good_rows=chosen.good_rows)


def _take_in(path: Path, *, only_good_rows: bool) -> int:
    from django.core.files import File
    from django.utils import timezone

    from lantoa.register.actions import imports
    from lantoa.register.models import Import

    with path.open("rb") as source:
        book = imports.receive(file=File(source, name=path.name), by=None, at=timezone.now())
    imports.check(book=book, by=None, at=timezone.now())
    book.refresh_from_db()
    errors = _errors_of(book)
    print_errors(errors)
    if book.stage == Import.Stage.CHECKED and (only_good_rows or not errors):
        imports.take_in(book=book, only_good_rows=only_good_rows, by=None, at=timezone.now())
        book.refresh_from_db()
    failed = book.stage == Import.Stage.FAILED
    print(book.message, file=sys.stderr if failed else sys.stdout)
    return REFUSED_ROWS if errors or failed else 0


def _errors_of(book: "Import") -> list[RowError]:
    rows = book.refused_rows.values_list("sheet", "row", "column", "value", "expected")
    return [RowError(*row) for row in rows]


def _target(name: str, sentence: str, arguments: Sequence[str]) -> Path:
    parser = Parser(name, sentence)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP.xlsx")
    target: Path = parser.parse_args(arguments).output
    if not target.parent.is_dir():
        raise Refused(f"Không có thư mục {target.parent}.")
    return target


def _unreadable(path: Path, refusal: UnreadableBook) -> Reading:
    from lantoa.domain.records import RecordBook

    return Reading(RecordBook(), [RowError("", 0, "", path.name, str(refusal))])


def _as_json(reading: Reading) -> dict[str, object]:
    return {
        "errors": [asdict(error) for error in reading.errors],
        "warnings": [asdict(remark) for remark in reading.warnings],
        "formulas": [asdict(origin) for origin in reading.formulas],
    }
