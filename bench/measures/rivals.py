"""OpenFisca and zen-engine on the same criteria and the same prepared facts, verdicts equal."""

from collections.abc import Iterator
from importlib.util import find_spec

from bench.inside import ask
from bench.measures.wanted import Wanted, count
from bench.report import Row, spell

RIVALS = {"openfisca": ("OpenFisca", "openfisca_core", 100_000, 5), "zen": ("zen-engine", "zen", 10_000, 1)}


def rivals(wanted: Wanted) -> Iterator[Row]:
    for name, (title, package, people, rounds) in RIVALS.items():
        if find_spec(package) is None:
            yield Row(title, "chưa đo: chưa cài (make dev)")
            continue
        size = wanted.at_most(people)
        took = ask(name, wanted.databases.sqlite(size), rounds)
        each = took["subjects"] / 1e6
        times = f"{spell(took['rival'] / took['core'])} lần Lan Tỏa"
        measured = f"{times} ({spell(took['rival'] / each)} so với {spell(took['core'] / each)} µs một đối tượng)"
        yield Row(f"{title}, cùng tiêu chí, kết quả như nhau, {count(size)} người", measured, headline=True)
