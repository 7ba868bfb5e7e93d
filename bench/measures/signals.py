"""The six rules of the signals over everybody in the background, and after an import over whom it touches."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import COLLEGE, Wanted, count
from bench.report import Row, at_most

MOST_SECONDS, MOST_MEGABYTES, IMPORTED = 10.0, 400, 100


def signals(wanted: Wanted) -> Iterator[Row]:
    people = wanted.at_most(COLLEGE)
    places = {"SQLite": wanted.databases.sqlite}
    if wanted.databases.server:
        places["PostgreSQL"] = wanted.databases.postgresql
    for source, make in places.items():
        took = ask("signals", make(people), IMPORTED)
        what = f"Tín hiệu: lượt đầu, 6 quy tắc cho {count(people)} người ({source})"
        note = f"viết {count(took['signals'])} tín hiệu"
        yield at_most(what, took["first"], MOST_SECONDS, "s", headline=True, note=note)
        yield at_most("… đọc lại mọi câu, như sau khi chốt sổ", took["reread"], MOST_SECONDS, "s")
        yield at_most("… tính lại khi sổ không đổi", took["again"], MOST_SECONDS, "s")
        touched = f"đọc lại {count(took['touched'])} đối tượng"
        yield at_most(f"… sau khi nhập {IMPORTED} dòng", took["after"], MOST_SECONDS, "s", note=touched)
        yield at_most("… bộ nhớ cao nhất", took["megabytes"], MOST_MEGABYTES, "MB")
