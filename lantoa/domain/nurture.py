"""What a nurture plan says: the tier aimed at, the days, who mentors, the goals (clause II.1.b)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """A tier of a plan edition and the year for which it is aimed at."""

    edition: str
    tier: str
    year: int

    def __str__(self) -> str:
        return f"{self.edition}/{self.tier}/{self.year}"

    @classmethod
    def read(cls, text: str) -> "Aim":
        """Read what `str` wrote; ValueError for anything else."""
        edition, tier, year = text.split("/")
        return cls(edition, tier, int(year))


@dataclass(frozen=True, slots=True)
class GoalText:
    """A goal; without words of its own it is the criterion as the plan edition words it. `id`: one on file already."""

    criterion: str = ""
    text: str = ""
    id: int | None = None
