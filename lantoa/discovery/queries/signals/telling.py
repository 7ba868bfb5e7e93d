"""A signal as it is kept on file: its sentence, the first of its rows in words, the day of its merit."""

import json
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from lantoa.domain.records import Attestation, Initiative, Post, Rating, Record, Sanction, Unit
from lantoa.domain.signals import Found
from lantoa.register.queries.evidence import words_of

LONGEST = 500
FIRST_ROWS = 12  # shown with a signal; the record has them all


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule says about a subject; `rows` is JSON: sheet, record id and words of each."""

    sentence: str
    rows: str
    merit_day: date | None


class Teller:
    """Puts rows into words and remembers them: thousands of ratings and attestations read alike."""

    def __init__(self) -> None:
        self._words: dict[Hashable, str] = {}

    def tell(self, found: Found) -> Told:
        rows = [(row.origin.sheet, row.origin.row, self._told(row)) for row in found.rows[:FIRST_ROWS]]
        return Told(found.sentence[:LONGEST], json.dumps(rows), found.merit_day)

    def _told(self, row: Record) -> str:
        match row:
            case Attestation():
                key: Hashable = (row.passed, row.year, row.grounds, row.by)
            case Rating():
                key = (row.year, row.grade)
            case _:
                return _words(row)
        if key not in self._words:
            self._words[key] = words_of(row)
        return self._words[key]


def _words(row: Record) -> str:
    """A row in words; of a sanction only when it took effect, because a signal may be read by more people."""
    match row:
        case Initiative():
            return f"{row.name}, năm {row.year}"
        case Post():
            return f"{row.position or 'Công tác'} từ {row.since}"
        case Unit():
            return f"{row.name}, từ {row.since}"
        case Sanction():
            return f"Một quyết định kỷ luật, hiệu lực {row.effective}"
    return words_of(row)
