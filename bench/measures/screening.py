"""Screening of all four tiers of one year: the evaluation itself, and end to end from both databases."""

from collections.abc import Iterator
from math import log

from bench.inside import ask
from bench.measures.wanted import COLLEGE, SCHOOL, Wanted, count
from bench.report import Row, at_most, spell

MOST_TIMES, MOST_SECONDS, MOST_MEGABYTES = 3.0, 12.0, 1_200.0
NOISE = 1.3  # how far two timings of the same work lie apart on a busy machine
SMALL = {COLLEGE: 1.0, SCHOOL: 0.1}


def evaluation(wanted: Wanted) -> Iterator[Row]:
    """The core against a hand-written NumPy pass over the same columns, verdicts equal."""
    took = ask("evaluation", wanted.databases.sqlite(wanted.people), wanted.rounds)
    note = f"{spell(took['core'])} s so với {spell(took['hand'])} s, kết quả như nhau"
    what = f"Riêng phần tính, {count(wanted.people)} người, 4 bậc: so với NumPy viết tay"
    yield at_most(what, took["core"] / took["hand"], MOST_TIMES, "lần", headline=True, note=note)


def sqlite(wanted: Wanted) -> Iterator[Row]:
    yield from _end_to_end(wanted, "SQLite", wanted.databases.sqlite(wanted.people))


def postgresql(wanted: Wanted) -> Iterator[Row]:
    if not wanted.databases.server:
        yield Row("Rà soát từ PostgreSQL", "chưa đo: máy này không có PostgreSQL")
        return
    yield from _end_to_end(wanted, "PostgreSQL", wanted.databases.postgresql(wanted.people))


def _end_to_end(wanted: Wanted, source: str, environment: dict[str, str]) -> Iterator[Row]:
    took = ask("end_to_end", environment, 5)
    what = f"Rà soát {count(wanted.people)} người và {count(wanted.people // 20)} đơn vị, 4 bậc, từ {source}"
    note = f"lần đầu {spell(took['first'])} s"
    yield at_most(what, took["median"], MOST_SECONDS, "s", headline=True, note=note)
    yield at_most(f"… bộ nhớ cao nhất ({source})", took["megabytes"], MOST_MEGABYTES, "MB", headline=True)


def small(wanted: Wanted) -> Iterator[Row]:
    """A college and a school, in a process that has screened before."""
    for people, limit in SMALL.items():
        took = ask("end_to_end", wanted.databases.sqlite(people), wanted.rounds * 3)
        note = f"lần đầu sau khi khởi động {spell(took['first'])} s"
        yield at_most(
            f"Rà soát {count(people)} người, 4 bậc, từ SQLite", took["median"], limit, "s", headline=True, note=note
        )


def growth(wanted: Wanted) -> Iterator[Row]:
    """Ten times as many people may cost n log n as much, no more."""
    before: tuple[int, float] | None = None
    for people in wanted.steps:
        took = ask("end_to_end", wanted.databases.sqlite(people), 5)["median"]
        what = f"Rà soát {count(people)} người từ SQLite"
        note = f"{spell(took / people * 1e6)} µs một người"
        if before is None:
            yield Row(what, f"{spell(took)} s ({note})")
        else:
            fewer, faster = before
            limit = faster * (people * log(people)) / (fewer * log(fewer)) * NOISE
            yield at_most(f"{what}: không quá n log n, cộng 30% nhiễu", took, limit, "s", note=note)
        before = (people, took)
