"""The long work on imported files, done in the background; each may run again after a killed worker."""

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task

from lantoa.accounts.models import User
from lantoa.register.actions import imports
from lantoa.register.actions.imports import RowsAreRefused
from lantoa.register.models import Import


@task()
def check_import(book: int, by: int | None) -> str:
    """Read and check a received file; the step that the file is at afterwards."""
    received = Import.objects.get(pk=book)
    if received.stage not in (Import.Stage.WAITING, Import.Stage.CHECKED, Import.Stage.FAILED):
        return str(received.stage)
    return str(imports.check(book=received, by=_user(by), at=timezone.now()).stage)


@task()
def take_in_import(book: int, by: int | None, *, only_good_rows: bool) -> str:
    """Write a checked file; rows refused meanwhile leave it waiting, with the reason in its message."""
    checked = Import.objects.get(pk=book)
    if checked.stage not in (Import.Stage.CHECKED, Import.Stage.RUNNING):
        return str(checked.stage)
    try:
        imports.take_in(book=checked, only_good_rows=only_good_rows, by=_user(by), at=timezone.now())
    except RowsAreRefused:
        checked.refresh_from_db()
    else:
        _wake_the_rooms_above()
    return str(checked.stage)


def _wake_the_rooms_above() -> None:
    """Queue what they do with new rows; the record book knows none of them."""
    for path in settings.AFTER_IMPORT_TASKS:
        import_string(path).enqueue()


def _user(key: int | None) -> User | None:
    return None if key is None else User.objects.filter(pk=key).first()
