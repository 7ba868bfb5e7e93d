"""Taking a workbook in: a large honest one, and the worst of the hostile ones."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.book import book
from bench.inside import ask
from bench.measures.wanted import Wanted, count
from bench.report import Row, at_most
from lantoa.register.books.writing import write_book
from tests.register.books import test_hostile as hostile

PEOPLE = 1_000  # who have some 20,000 rows
MOST_SECONDS, MOST_MEGABYTES = 30.0, 300.0
WORST = {
    "bom nén nói dối kích thước": hostile.a_lying_bomb,
    "một triệu dòng trống": hostile.a_million_empty_rows,
    "một triệu tệp trong gói": hostile.a_million_files,
}


def workbook(wanted: Wanted) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        write_book(book(PEOPLE), path)
        took = ask("import_file", wanted.databases.empty(), path)
    what = f"Nhập sổ Excel {count(took['rows'])} dòng"
    yield at_most(what, took["seconds"], MOST_SECONDS, "s", headline=True)
    yield at_most("… bộ nhớ cao nhất", took["megabytes"], MOST_MEGABYTES, "MB", headline=True)


def hostile_files(_wanted: Wanted) -> Iterator[Row]:
    for name, make in WORST.items():
        with tempfile.TemporaryDirectory() as folder:
            answer = hostile.read_apart(make(Path(folder)))
        what = f"Từ chối tệp xấu: {name}"
        yield at_most(what, answer.seconds, hostile.SECONDS, "s")
        yield at_most("… bộ nhớ cao nhất", answer.kilobytes / 1024, hostile.KILOBYTES / 1024, "MB")
