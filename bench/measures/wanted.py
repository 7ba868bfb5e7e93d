"""What a run is asked for: how large, how often, and where the databases are."""

from dataclasses import dataclass

from bench.databases import Databases

SCHOOL, COLLEGE, SECTOR = 300, 30_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Wanted:
    databases: Databases
    people: int = SECTOR
    rounds: int = 7

    @property
    def steps(self) -> list[int]:
        """The sizes of the growth table: powers of ten up to the largest."""
        return [size for size in (1_000, 10_000, 100_000, 1_000_000) if size < self.people] + [self.people]

    def at_most(self, people: int) -> int:
        return min(people, self.people)


def count(people: int) -> str:
    """1.000.000, as an office writes it."""
    return f"{people:,}".replace(",", ".")
