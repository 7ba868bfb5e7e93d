"""Writing the new rows of a workbook: sheet after sheet, many rows a statement."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from lantoa.domain.records import Person, Record, Unit
from lantoa.register import progress
from lantoa.register.actions.columns import TABLES, columns_of, subject_columns
from lantoa.register.books import layout
from lantoa.register.books.layout import SHEETS
from lantoa.register.models import Attestation, Import, Subject
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.records import batched

Row = TypeVar("Row")
BATCH = 1_000
BEGUN, ENDED = 60, 99  # per cent of the whole work


def write_rows(*, new: dict[str, list[Record]], ids: dict[str, int], book: Import, at: datetime) -> None:
    """Write every new row, units and people first; `ids` gains theirs."""
    _write_subjects(new[layout.UNITS.name] + new[layout.PEOPLE.name], ids)
    total = sum(len(rows) for rows in new.values()) or 1
    written = 0
    for sheet in SHEETS:
        for rows in _batches(new[sheet.name]):
            _write(rows, ids, book, at)
            written += len(rows)
            progress.report(book, BEGUN + (ENDED - BEGUN) * written // total)
    _let_the_newest_stand(new[layout.ATTESTATIONS.name], ids)


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _write_subjects(rows: list[Any], ids: dict[str, int]) -> None:
    for some in _batches(rows):
        subjects = Subject.objects.bulk_create([Subject(**subject_columns(row)) for row in some])
        ids.update((subject.code, subject.pk) for subject in subjects)


def _write(rows: Sequence[Record], ids: dict[str, int], book: Import, at: datetime) -> None:
    model: Any = TABLES[type(rows[0])]
    model.objects.bulk_create([_row(model, record, ids, book, at) for record in rows])


def _row(model: Any, record: Record, ids: dict[str, int], book: Import, at: datetime) -> Recorded:
    columns = columns_of(record, ids)
    if isinstance(record, Unit | Person):
        columns["subject_id"] = ids[record.code]
    if model is Attestation:
        columns["stands"] = False
    row: Recorded = model(**columns, imported=book, imported_row=record.origin.row, recorded_at=at)
    return row


def _let_the_newest_stand(rows: list[Any], ids: dict[str, int]) -> None:
    settle_all({(ids[row.subject], row.criterion, row.year) for row in rows})


def settle_all(keys: set[tuple[int, str, int]]) -> None:
    """Of the attestations of each subject, criterion and year let the newest stand and no other."""
    falling, rising = [], []
    for some in batched(sorted({subject for subject, _, _ in keys})):
        newest: dict[tuple[int, str, int], tuple[int, bool]] = {}
        rows = Attestation.objects.filter(subject__in=some).order_by("pk")
        for pk, stands, *key in rows.values_list("pk", "stands", "subject_id", "criterion", "year"):
            place = (key[0], key[1], key[2])
            before = newest.get(place)
            if before and before[1]:
                falling.append(before[0])
            newest[place] = (pk, stands)
        rising += [pk for place, (pk, stands) in newest.items() if place in keys and not stands]
    for some in batched(falling):
        Attestation.objects.filter(pk__in=some).update(stands=False)
    for some in batched(rising):
        Attestation.objects.filter(pk__in=some).update(stands=True)
