"""A record as columns of its table: codes become ids, dates keep the precision with which they were written."""

from collections.abc import Mapping
from typing import Any

from lantoa.domain import records
from lantoa.domain.records import Kind, Record
from lantoa.domain.vietnamese import fold, name_sort_key, sort_key
from lantoa.register import models
from lantoa.register.books.cells import DATE
from lantoa.register.books.layout import SHEETS, Sheet
from lantoa.register.models.columns import Recorded, precision_of

TABLES: dict[type[Record], type[Recorded]] = {
    records.Unit: models.Unit,
    records.Person: models.Person,
    records.Post: models.Post,
    records.Rating: models.Rating,
    records.Award: models.Award,
    records.Sanction: models.Sanction,
    records.Initiative: models.Initiative,
    records.Recognition: models.Recognition,
    records.Attestation: models.Attestation,
    records.Hold: models.Hold,
    records.Closing: models.Closing,
}
SHEET_OF = {sheet.record: sheet for sheet in SHEETS}


def sheet_of(model: type[Recorded]) -> Sheet:
    """The sheet whose rows the table holds."""
    return next(SHEET_OF[record] for record, table in TABLES.items() if table is model)


def columns_of(record: Record, ids: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Column -> value of everything but where the row came from; of a unit or person without code and name.

    `ids` are those of the codes when many rows are written; otherwise each is looked up.
    """
    columns: dict[str, Any] = {}
    for column in SHEET_OF[type(record)].columns:
        value = getattr(record, column.field)
        if column.field in ("code", "name") and isinstance(record, records.Unit | records.Person):
            continue
        if column.refers:
            columns[f"{column.field}_id"] = id_of(value) if ids is None else ids.get(value)
        elif column.kind is DATE:
            columns |= _date(column.field, value)
        else:
            columns[column.field] = value
    if isinstance(record, records.Award):
        columns["title"] = record.title
    return columns


def subject_columns(record: records.Unit | records.Person) -> dict[str, str]:
    """Columns of the subject that a unit or a person is."""
    is_person = isinstance(record, records.Person)
    return {
        "code": record.code,
        "name": record.name,
        "kind": (Kind.INDIVIDUAL if is_person else Kind.COLLECTIVE).value,
        "search_key": fold(f"{record.code} {record.name}"),
        "sort_key": (name_sort_key if is_person else sort_key)(record.name),
    }


def id_of(code: str | None) -> int | None:
    return models.Subject.objects.values_list("pk", flat=True).get(code=code) if code else None


def _date(field: str, value: Any) -> dict[str, Any]:
    if value is None:
        return {field: None}
    return {field: value.last_day if field == "until" else value.first_day, f"{field}_precision": precision_of(value)}
