"""Taking an import back: its rows leave the book while nothing newer depends on them."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, ForeignObjectRel, Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.register.actions.columns import TABLES, sheet_of
from lantoa.register.actions.imports import WrongStage
from lantoa.register.actions.taking_in import settle_all
from lantoa.register.models import Attestation, Import, Person, Recognition, Subject, Unit
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.records import batched

NOUNS = {"lantoa.User": gettext_lazy("tài khoản"), "lantoa.RoleGrant": gettext_lazy("vai trò trưởng đơn vị")}


class StillLeanedOn(ValueError):
    """Newer things depend on rows of the import; `needed_by` says how many of what."""

    def __init__(self, book: Import, needed_by: list[tuple[str, int]]) -> None:
        listed = ", ".join(f"{count} {noun}" for noun, count in needed_by)
        super().__init__(
            _("Chưa hoàn tác được lần nhập «%(name)s», vì còn dựa vào nó: %(listed)s. Hãy gỡ những phần đó trước.")
            % {"name": book.file_name, "listed": listed}
        )
        self.needed_by = needed_by


@transaction.atomic
def undo(*, book: Import, by: User | None, at: datetime) -> Import:
    """Delete the rows of the import; StillLeanedOn names what depends on them."""
    list(Unit.objects.select_for_update().filter(parent=None).values_list("pk"))
    book = Import.objects.select_for_update().get(pk=book.pk)
    if book.stage != Import.Stage.DONE:
        raise WrongStage(book)
    if needed_by := leaning_on(book):
        raise StillLeanedOn(book, needed_by)
    deleted = _delete_rows(book)
    book.stage, book.message = Import.Stage.UNDONE, _("Đã hoàn tác.")
    book.save(update_fields=["stage", "message"])
    details = {"file": book.file_name, "deleted": deleted}
    write_event(deed="import_undone", target=_("Nhập sổ %(id)s") % {"id": book.pk}, details=details, by=by, at=at)
    return book


def leaning_on(book: Import) -> list[tuple[str, int]]:
    """What would be lost or left hanging without the rows of the import, and how many of it."""
    return _edited(book) + _rows_about(book)


def _edited(book: Import) -> list[tuple[str, int]]:
    """Rows of the import that were changed by hand afterwards."""
    counts = {
        sheet_of(model).name: model._default_manager.filter(imported=book, typed_by__isnull=False).count()
        for model in TABLES.values()
    }
    noun = _("dòng ở sổ %(sheet)s đã sửa tay sau khi nhập")
    return [(noun % {"sheet": sheet}, count) for sheet, count in counts.items() if count]


def _rows_about(book: Import) -> list[tuple[str, int]]:
    """Rows of any table, of this import left out, that refer to its units and people."""
    units, people = Unit.objects.filter(imported=book), Person.objects.filter(imported=book)
    subjects = Subject.objects.filter(Q(unit__in=units) | Q(person__in=people))
    found: Counter[str] = Counter()
    decided = Recognition.objects.filter(imported=book)
    leaned_on: tuple[tuple[type[Model], Any], ...] = (
        (Unit, units), (Person, people), (Subject, subjects), (Recognition, decided),
    )  # fmt: skip
    for target, rows in leaned_on:
        for relation in target._meta.get_fields(include_hidden=True):
            if isinstance(relation, ForeignObjectRel) and not _is_the_subject_itself(relation):
                found.update(_leaning(relation, rows, book))
    return list(found.items())


def _is_the_subject_itself(relation: ForeignObjectRel) -> bool:
    return relation.model is Subject and relation.related_model in (Unit, Person)


def _leaning(relation: ForeignObjectRel, rows: Any, book: Import) -> dict[str, int]:
    model: Any = relation.related_model
    leaning = model._default_manager.filter(**{f"{relation.field.name}__in": rows.values("pk")})
    if not issubclass(model, Recorded):
        noun = NOUNS.get(model._meta.label, model._meta.verbose_name)
        return {str(noun): count} if (count := leaning.count()) else {}
    others = leaning.exclude(imported=book).order_by().values_list("imported__file_name")
    return {_noun(model, name): count for name, count in others.annotate(count=Count("pk"))}


def _noun(model: type[Recorded], file_name: str | None) -> str:
    said = {"sheet": sheet_of(model).name, "file": file_name}
    if file_name is None:
        return _("dòng ghi tay ở sổ %(sheet)s") % said
    return _("dòng ở sổ %(sheet)s của lần nhập «%(file)s»") % said


def _delete_rows(book: Import) -> dict[str, int]:
    """Delete sheet by sheet, units and people last; in single statements, for nothing hangs on them any more."""
    attestations = Attestation.objects.filter(imported=book).values_list("subject_id", "criterion", "year")
    keys = set(attestations)
    subjects = list(
        Subject.objects.filter(Q(unit__imported=book) | Q(person__imported=book)).values_list("pk", flat=True)
    )
    deleted = {}
    for model in reversed(TABLES.values()):
        rows: Any = model._default_manager.filter(imported=book)
        deleted[sheet_of(model).name] = rows._raw_delete(rows.db)
    for some in batched(subjects):
        left: Any = Subject.objects.filter(pk__in=some)
        left._raw_delete(left.db)
    settle_all(keys)
    return deleted
