"""A round of 3,000 nominations: the last minute before the deadline, the list and the board of units."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import COLLEGE, Wanted, count
from bench.report import Row, at_most, spell

MANY, SENT = 3_000, 500
MOST_SECONDS, MOST_QUERIES = 0.8, 15


def nominations(wanted: Wanted) -> Iterator[Row]:
    places = {"SQLite": wanted.databases.sqlite}
    if wanted.databases.server:
        places["PostgreSQL"] = wanted.databases.postgresql
    for source, make in places.items():
        took = ask("nominations", make(wanted.at_most(COLLEGE)), MANY, SENT)
        what = f"Gửi {took['sent']} hồ sơ đề cử trong phút chót, 8 luồng, p95 ({source})"
        note = f"chậm nhất {spell(took['slowest'] * 1000)} ms, không hồ sơ nào mất"
        yield at_most(what, took["p95"], MOST_SECONDS, "s", headline=True, note=note)
        for name, words in (("list", "danh sách"), ("board", "bảng các đơn vị")):
            time = f"{spell(took[f'{name}_seconds'] * 1000)} ms"
            told = f"… {words} với {count(took['nominations'])} đề cử"
            yield at_most(told, took[f"{name}_queries"], MOST_QUERIES, "truy vấn", note=time)
