"""Typing the record book by hand: a row is added, changed or deleted, with what was there before in the log."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.audit.models import Event
from lantoa.domain import records
from lantoa.domain.authority import Case, Deed, Refused, may
from lantoa.domain.records import Record
from lantoa.register.actions import rules
from lantoa.register.actions.columns import TABLES, columns_of, sheet_of, subject_columns
from lantoa.register.actions.refusals import ChangedMeanwhile, RowRefused, StillNeeded
from lantoa.register.actions.standing import settle
from lantoa.register.models import Attestation, Person, Recognition, Subject, Unit
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.dependants import dependants_of
from lantoa.register.queries.written import written_row


@transaction.atomic
def add(*, record: Record, by: User, at: datetime) -> Recorded:
    """Write a typed row; RowRefused when it breaks a rule of the book."""
    _one_at_a_time()
    columns = columns_of(record)
    rules.check(record, columns, None)
    model = TABLES[type(record)]
    if isinstance(record, records.Unit | records.Person):
        columns["subject"] = Subject.objects.create(**subject_columns(record))
    if isinstance(record, records.Attestation):
        _not_of_oneself(record, by)
        columns["stands"] = False
    row = model._default_manager.create(**columns, typed_by=by, recorded_at=at)
    _settle(row)
    _log("row_added", row, {"after": _written(row)}, by, at)
    return row


@transaction.atomic
def change(*, row: Recorded, record: Record, seen: datetime | None = None, by: User, at: datetime) -> Recorded:
    """Write a row anew; `seen` says when the row that its editor saw was written: ChangedMeanwhile for a newer one."""
    _one_at_a_time()
    row = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    if seen is not None and seen != row.recorded_at:
        raise ChangedMeanwhile
    before = _written(row)
    if isinstance(row, Recognition) and dependants_of(row):
        raise RowRefused(__all__=_("Dòng này do quyết định ghi vào sổ. Hãy lập quyết định đính chính hoặc thu hồi."))
    if isinstance(record, records.Attestation):
        _not_of_oneself(record, by)
    columns = columns_of(record)
    rules.check(record, columns, row)
    if isinstance(record, records.Unit | records.Person):
        Subject.objects.filter(pk=row.pk).update(**subject_columns(record))
    if isinstance(row, Attestation):
        Attestation.objects.filter(pk=row.pk).update(stands=False)
    type(row)._default_manager.filter(pk=row.pk).update(**columns, typed_by=by, recorded_at=at)
    if isinstance(row, Attestation):
        settle(row.subject_id, row.criterion, row.year)
    changed = type(row)._default_manager.get(pk=row.pk)
    _settle(changed)
    _log("row_changed", changed, {"before": before, "after": _written(changed)}, by, at)
    return changed


@transaction.atomic
def delete(*, row: Recorded, by: User, at: datetime) -> Event:
    """Take a row out of the book; StillNeeded when other rows depend on it. The event keeps what it said."""
    _one_at_a_time()
    if needed_by := dependants_of(row):
        raise StillNeeded(str(row), needed_by)
    event = _log("row_deleted", row, {"before": _written(row)}, by, at)
    if isinstance(row, Unit | Person):
        row.subject.delete()
    else:
        row.delete()
    if isinstance(row, Attestation):
        settle(row.subject_id, row.criterion, row.year)
    return event


def _one_at_a_time() -> None:
    """Who types into the book holds its root: rules that look at other rows then see them all.

    SQLite has one writer anyway; an import holds the same row.
    """
    list(Unit.objects.select_for_update().filter(parent=None).values_list("pk"))


def _not_of_oneself(record: records.Attestation, by: User) -> None:
    answer = may(actor_of(by), Deed.ATTEST, Case(record.subject))
    if isinstance(answer, Refused):
        raise RowRefused(subject=answer.reason)


def _settle(row: Recorded) -> None:
    if isinstance(row, Attestation):
        settle(row.subject_id, row.criterion, row.year)


def _written(row: Recorded) -> dict[str, Any]:
    return written_row(sheet_of(type(row)), row)


def _log(deed: str, row: Recorded, details: dict[str, Any], by: User, at: datetime) -> Event:
    sheet = sheet_of(type(row))
    target = _("%(sheet)s %(id)s") % {"sheet": sheet.name, "id": row.pk}
    return write_event(deed=deed, target=target, details={"sheet": sheet.name, "id": row.pk, **details}, by=by, at=at)
