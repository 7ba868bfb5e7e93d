"""Imported files: the earlier ones, what waits in the queue, and what a file would bring."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django_tasks_db.models import DBTaskResult

from lantoa.domain.vietnamese import slug
from lantoa.register.books.layout import SHEETS
from lantoa.register.models import Import

UNFINISHED = ("READY", "RUNNING")
TASKS = ("lantoa.register.tasks.check_import", "lantoa.register.tasks.take_in_import")


@dataclass(frozen=True, slots=True)
class SheetCount:
    """A sheet of the file: rows read, and of them the new, the known and the refused."""

    name: str
    read: int
    new: int
    known: int
    refused: int

    @property
    def slug(self) -> str:
        """The address of the sheet's list."""
        return slug(self.name)


def earlier() -> QuerySet[Import]:
    """Every file ever received, the newest first."""
    return Import.objects.select_related("by").order_by("-pk")


def is_at_work(book: Import) -> bool:
    """Whether the worker reads or writes the file, or will in a moment; work given up as lost is no work."""
    return book.pk in _at_work()


def stalled(books: Iterable[Import]) -> set[int]:
    """Which of the files were being read or written by work that ended without a word: failed, or given up."""
    begun = {book.pk for book in books if book.stage in (Import.Stage.WAITING, Import.Stage.RUNNING)}
    return begun - _at_work() if begun else set()


def _at_work() -> set[int]:
    queued = DBTaskResult.objects.filter(status__in=UNFINISHED, task_path__in=TASKS)
    return {arguments["args"][0] for arguments in queued.values_list("args_kwargs", flat=True)}


def sheet_counts(book: Import) -> list[SheetCount]:
    """What the file holds, in the book's order; sheets without rows are left out."""
    nothing = {"read": 0, "new": 0, "known": 0, "refused": 0}
    counts = [SheetCount(sheet.name, **(nothing | book.counts.get(sheet.name, {}))) for sheet in SHEETS]
    return [count for count in counts if count.read or count.refused]


def total(counts: list[SheetCount]) -> SheetCount:
    return SheetCount(
        "",
        sum(count.read for count in counts),
        sum(count.new for count in counts),
        sum(count.known for count in counts),
        sum(count.refused for count in counts),
    )
