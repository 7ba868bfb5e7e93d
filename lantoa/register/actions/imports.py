"""Taking a workbook into the record book: received, checked, written all or nothing or its good rows, or put aside."""

import hashlib
import re
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.register import progress
from lantoa.register.actions.taking_in import write_rows
from lantoa.register.books.findings import RowError, UnreadableBook
from lantoa.register.books.package import LARGEST_FILE
from lantoa.register.books.reading import Reading
from lantoa.register.books.tables import read_tables
from lantoa.register.models import Import, RefusedRow, Unit
from lantoa.register.queries.holding import Held, held_against_the_book
from lantoa.register.queries.imports import stalled

Stage = Import.Stage
ENDING = re.compile(r"\.[a-z0-9]{1,5}")
MOST_REMARKS = 500
READ, HELD = 30, 60  # per cent of the whole work


class WrongStage(ValueError):
    """The file is not at the step that the deed needs."""

    def __init__(self, book: Import) -> None:
        super().__init__(
            _("Tệp «%(name)s» đang ở bước «%(stage)s» nên chưa làm được việc này.")
            % {"name": book.file_name, "stage": Stage(book.stage).label}
        )


class RowsAreRefused(ValueError):
    """Rows of the file break rules, and the good rows alone were not asked for; nothing was written."""

    def __init__(self, held: Held) -> None:
        super().__init__(_summary(held))
        self.held = held


def receive(*, file: File[bytes], by: User | None, at: datetime) -> Import:
    """Keep the file under the data folder; one that was taken in before says so in its message."""
    folder = Path(settings.DATA) / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    name = Path(file.name or "").name[-255:]
    digest, stored = _store(file, folder, Path(name).suffix.lower())
    with transaction.atomic():
        book = Import.objects.create(
            file_name=name,
            file_hash=digest,
            path=stored.relative_to(settings.DATA).as_posix(),
            by=by,
            at=at,
            message=_taken_in_before(digest),
        )
        _log("import_received", book, {"file": name, "hash": digest}, by, at)
    return book


def _store(file: IO[bytes] | File[bytes], folder: Path, ending: str) -> tuple[str, Path]:
    """Copy the file under its hash; what is too large to be read is not copied to its end."""
    digest = hashlib.sha256()
    arriving = folder / f"{hashlib.sha256(str(timezone.now()).encode()).hexdigest()}.arriving"
    with arriving.open("wb") as target:
        while target.tell() <= LARGEST_FILE and (piece := file.read(1 << 20)):
            digest.update(piece)
            target.write(piece)
    stored = folder / f"{digest.hexdigest()}{ending if ENDING.fullmatch(ending) else ''}"
    arriving.replace(stored)
    return digest.hexdigest(), stored


def _taken_in_before(digest: str) -> str:
    before = Import.objects.filter(file_hash=digest, stage=Stage.DONE).first()
    if before is None:
        return ""
    return _("Tệp này đã được nhập ngày %(day)s. Nhập lại không thêm gì.") % {
        "day": f"{timezone.localtime(before.at):%d/%m/%Y}"
    }


def path_of(book: Import) -> Path:
    """Where the file is kept."""
    return Path(settings.DATA) / book.path


def check(*, book: Import, by: User | None, at: datetime) -> Import:
    """Read the file and hold it against the book: what is new, known, refused, odd. Writes nothing of it."""
    if book.stage not in (Stage.WAITING, Stage.CHECKED, Stage.FAILED):
        raise WrongStage(book)
    try:
        return _check(book, by, at)
    except UnreadableBook as refusal:
        return _failed(book, str(refusal), by, at)
    except Exception:
        _failed(book, _("Có lỗi khi đọc tệp; chưa có gì được ghi. Hãy gửi lại tệp."), by, at)
        raise
    finally:
        progress.forget(book)


def _check(book: Import, by: User | None, at: datetime) -> Import:
    tables = read_tables(path_of(book))
    progress.report(book, READ)
    held = held_against_the_book(tables)
    progress.report(book, HELD)
    with transaction.atomic():
        _keep_findings(book, held)
        book.stage, book.progress = Stage.CHECKED, 100
        book.message = " ".join(filter(None, [_taken_in_before(book.file_hash), _summary(held)]))
        book.save()
        _log("import_checked", book, {"counts": book.counts}, by, at)
    return book


@transaction.atomic
def _failed(book: Import, message: str, by: User | None, at: datetime) -> Import:
    book.refused_rows.all().delete()
    book.stage, book.message, book.counts, book.warnings = Stage.FAILED, message[:500], {}, []
    book.save()
    _log("import_failed", book, {"message": book.message}, by, at)
    return book


def take_in(*, book: Import, only_good_rows: bool, by: User | None, at: datetime) -> Import:
    """Write the new rows in one transaction; RowsAreRefused when some are and the good rows were not asked for.

    A second call, or one after a worker was killed in the middle, adds nothing twice.
    """
    if Import.objects.filter(pk=book.pk, stage=Stage.DONE).exists():
        book.refresh_from_db()
        return book
    _begin(book, only_good_rows=only_good_rows)
    try:
        tables = read_tables(path_of(book))
        progress.report(book, READ)
        with transaction.atomic():
            if _our_turn(book):
                held = held_against_the_book(tables)
                progress.report(book, HELD)
                _write(book, held, at)
                _log("import_taken_in", book, {"file": book.file_name, "counts": book.counts}, by, at)
    except BaseException as error:
        _step_back(book, error)
        raise
    finally:
        progress.forget(book)
    book.refresh_from_db()
    return book


@transaction.atomic
def _begin(book: Import, *, only_good_rows: bool) -> None:
    """Say that the writing runs; a row left running by a killed worker is begun again."""
    current = Import.objects.select_for_update().get(pk=book.pk)
    if current.stage not in (Stage.CHECKED, Stage.RUNNING):
        raise WrongStage(current)
    book.stage, book.only_good_rows, book.progress, book.message = Stage.RUNNING, only_good_rows, 0, ""
    book.save(update_fields=["stage", "only_good_rows", "progress", "message"])


def _our_turn(book: Import) -> bool:
    """Hold the file and the root of the units, like everyone who writes; no when another worker was faster."""
    list(Unit.objects.select_for_update().filter(parent=None).values_list("pk"))
    return Import.objects.select_for_update().get(pk=book.pk).stage == Stage.RUNNING


def _write(book: Import, held: Held, at: datetime) -> None:
    if held.errors and not book.only_good_rows:
        raise RowsAreRefused(held)
    _keep_findings(book, held)
    write_rows(new=held.comparison.new, ids=held.ids, book=book, at=at)
    book.stage, book.progress = Stage.DONE, 100
    book.message = _("Đã ghi xong. %(summary)s") % {"summary": _summary(held)}
    book.save()


@transaction.atomic
def _step_back(book: Import, error: BaseException) -> None:
    """Nothing was written: the file waits for a decision again, with the reason."""
    book.refresh_from_db()
    if book.stage != Stage.RUNNING:
        return
    book.stage, book.progress = Stage.CHECKED, 0
    book.message = _("Có lỗi khi ghi nên chưa dòng nào được ghi. Hãy thử lại.")
    if isinstance(error, RowsAreRefused):
        book.message = str(error)
        _keep_findings(book, error.held)
    book.save()


@transaction.atomic
def discard(*, book: Import, by: User | None, at: datetime) -> Import:
    """Put a file aside that is not to be taken in; one whose writing stopped half-way has nothing in the book."""
    current = Import.objects.select_for_update().get(pk=book.pk)
    if current.stage not in (Stage.WAITING, Stage.CHECKED, Stage.FAILED) and not stalled([current]):
        raise WrongStage(current)
    current.stage = Stage.DISCARDED
    current.save(update_fields=["stage"])
    _log("import_discarded", current, {"file": current.file_name}, by, at)
    return current


def _keep_findings(book: Import, held: Held) -> None:
    book.counts = held.counts()
    book.warnings = _remarks(held.reading)
    book.refused_rows.all().delete()
    RefusedRow.objects.bulk_create([_refused(book, error) for error in held.errors], batch_size=1_000)


def _refused(book: Import, error: RowError) -> RefusedRow:
    return RefusedRow(
        book=book,
        sheet=error.sheet,
        row=error.row,
        column=error.column,
        value=error.value[:500],
        expected=error.expected[:500],
    )


def _remarks(reading: Reading) -> list[dict[str, str | int]]:
    """The remarks as JSON, the first few hundred: more than that nobody reads."""
    formulas: list[dict[str, str | int]] = [
        {"sheet": row.sheet, "row": row.row, "column": "", "value": "", "note": _("giá trị lấy từ công thức")}
        for row in reading.formulas
    ]
    return [*map(asdict, reading.warnings), *formulas][:MOST_REMARKS]


def _summary(held: Held) -> str:
    totals = {name: sum(sheet[name] for sheet in held.counts().values()) for name in ("new", "known", "refused")}
    return _("%(new)d dòng mới, %(known)d dòng đã có trong sổ, %(refused)d dòng bị từ chối.") % totals


def _log(deed: str, book: Import, details: dict[str, object], by: User | None, at: datetime) -> None:
    write_event(deed=deed, target=_("Nhập sổ %(id)s") % {"id": book.pk}, details=details, by=by, at=at)
