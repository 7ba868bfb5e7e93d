"""The six rules of the signals over everybody in the background, and after an import over whom it touches."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import COLLEGE, Wanted, count
from bench.report import Row, at_most, spell

MOST_SECONDS, IMPORTED = 10.0, 100


def signals(wanted: Wanted) -> Iterator[Row]:
    people = wanted.at_most(COLLEGE)
    places = {"SQLite": wanted.databases.sqlite}
    if wanted.databases.server:
        places["PostgreSQL"] = wanted.databases.postgresql
    for source, make in places.items():
        took = ask("signals", make(people), IMPORTED)
        what = f"Tín hiệu: tính lại 6 quy tắc cho {count(people)} người ({source})"
        note = f"{count(took['signals'])} tín hiệu đang có; lượt đầu tiên, viết mọi câu: {spell(took['first'])} s"
        yield at_most(what, took["again"], MOST_SECONDS, "s", headline=True, note=note)
        touched = f"đọc lại {count(took['touched'])} đối tượng"
        yield Row(f"… sau khi nhập {IMPORTED} dòng", f"{spell(took['after'])} s ({touched})")
        yield Row("… bộ nhớ cao nhất", f"{spell(took['megabytes'])} MB")
