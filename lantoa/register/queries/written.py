"""A row of the register as an office writes it: the workbook's columns with their texts."""

from typing import Any

from lantoa.register.books.cells import DATE, spelling
from lantoa.register.books.layout import Column, Sheet
from lantoa.register.models import Person, Unit
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.dates import written


def written_row(sheet: Sheet, row: Recorded) -> dict[str, Any]:
    """Field of the record -> text, as it would be typed; marks as yes or no."""
    return {column.field: _cell(column, row) for column in sheet.columns}


def _cell(column: Column, row: Any) -> Any:
    if column.field in ("code", "name") and isinstance(row, Unit | Person):
        return getattr(row.subject, column.field)
    value = getattr(row, column.field)
    if column.refers:
        return _code_of(value)
    if column.kind is DATE:
        return str(written(value, getattr(row, f"{column.field}_precision")) or "")
    if isinstance(value, bool) and column.kind.choices == ("x",):
        return value
    return spelling(column.kind, value) if column.kind.choices else _plain(value)


def _plain(value: Any) -> Any:
    return value if isinstance(value, int) else str(value or "")


def _code_of(referred: Any) -> str:
    """The code of a subject, or of the unit or person that is one."""
    if referred is None:
        return ""
    return str(referred.subject.code if isinstance(referred, Unit | Person) else referred.code)
