"""Twenty-five members put their sealed ballots in at the same moment, then both tellers open the box."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import Wanted
from bench.report import Row, at_most

MEMBERS, CASES = 25, 20
MOST_SECONDS = 2.0


def ballots(wanted: Wanted) -> Iterator[Row]:
    took = ask("ballots", wanted.databases.empty(), MEMBERS, CASES)
    what = f"{MEMBERS} phiếu kín cùng lúc, {CASES} hồ sơ mỗi phiếu (SQLite, 8 luồng)"
    note = f"phiếu chậm nhất {took['slowest']:.2f} s".replace(".", ",")
    yield at_most(what, took["whole"], MOST_SECONDS, "s", headline=True, note=note)
    yield at_most("… mở hòm, kiểm phiếu", took["counted"], MOST_SECONDS, "s")
