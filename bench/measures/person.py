"""One person before the four tiers, with every row of evidence, straight from the database."""

from collections.abc import Iterator

from bench.inside import ask
from bench.measures.wanted import COLLEGE, Wanted, count
from bench.report import Row, at_most, spell

MOST_MILLISECONDS, SAMPLE = 50.0, 60


def person(wanted: Wanted) -> Iterator[Row]:
    places = {"SQLite": wanted.databases.sqlite}
    if wanted.databases.server:
        places["PostgreSQL"] = wanted.databases.postgresql
    for source, make in places.items():
        for people in sorted({wanted.at_most(COLLEGE), wanted.people}):
            took = ask("one_person", make(people), SAMPLE)
            what = f"Một người, 4 bậc, kèm minh chứng, trong sổ {count(people)} người ({source})"
            heads, branch = (f"{spell(took[name] * 1000)} ms" for name in ("heads", "branch"))
            note = f"người đứng đầu đơn vị: {heads}; đứng đầu cả một nhánh: {branch}"
            is_largest = people == wanted.people
            yield at_most(what, took["anybody"] * 1000, MOST_MILLISECONDS, "ms", headline=is_largest, note=note)
