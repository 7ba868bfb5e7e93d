"""A workbook held against the database: the rules with what is on file, and what is new about it."""

from dataclasses import dataclass

from lantoa.domain.records import Kind
from lantoa.register.books.comparing import Comparison, compare
from lantoa.register.books.findings import RowError
from lantoa.register.books.reading import Reading, codes_in, in_book_order, judged
from lantoa.register.books.rules import OnFile
from lantoa.register.books.tables import Tables
from lantoa.register.models import Subject
from lantoa.register.queries.records import batched, book_about


@dataclass(frozen=True)
class Held:
    """What a workbook says, what of it is new, and the ids of the codes that are on file."""

    reading: Reading
    comparison: Comparison
    ids: dict[str, int]

    @property
    def errors(self) -> list[RowError]:
        """Rows that break a rule or contradict what is on file, then rows that fall with them."""
        return in_book_order(self.reading.errors + self.comparison.errors) + self.reading.dependants

    def counts(self) -> dict[str, dict[str, int]]:
        """Sheet -> rows read, new, known and refused."""
        refused = {(error.sheet, error.row) for error in self.errors}
        return {
            sheet: {
                "read": read,
                "new": len(self.comparison.new[sheet]),
                "known": self.comparison.known[sheet],
                "refused": sum(1 for name, _ in refused if name == sheet),
            }
            for sheet, read in self.reading.read.items()
        }


def held_against_the_book(tables: Tables) -> Held:
    """Judge the rows of a workbook together with those on file; set-based, whatever the number of rows."""
    subjects = {
        code: (key, Kind(kind))
        for some in batched(sorted(codes_in(tables)))
        for code, key, kind in Subject.objects.filter(code__in=some).values_list("code", "pk", "kind")
    }
    there = book_about([key for key, _ in subjects.values()])
    on_file = OnFile(
        {code: kind for code, (_, kind) in subjects.items()},
        {unit.code: unit.parent for unit in there.units.values()},
    )
    reading = judged(tables, on_file)
    return Held(reading, compare(reading.book, there), {code: key for code, (key, _) in subjects.items()})
