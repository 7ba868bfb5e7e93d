"""What reading a workbook finds: rows that are refused, and remarks that refuse nothing."""

from dataclasses import dataclass


class UnreadableBook(ValueError):
    """A file that is not taken as a record book at all; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class RowError:
    """A broken rule: sheet, row and column of the workbook, what stands there, what was expected."""

    sheet: str
    row: int
    column: str
    value: str
    expected: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something worth a look that refuses nothing; `row` is 0 when it concerns the whole sheet."""

    sheet: str
    row: int
    column: str
    value: str
    note: str
