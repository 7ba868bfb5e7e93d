"""Attached files: taken in by what they are, kept under a random name outside the web, gone with their row.

A row keeps `name`, `path` and `size`; the column of the path is called `path` or ends in `_path`: by that the
nightly sweep knows which files are still wanted, and removes the others a day later.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path, PurePosixPath
from secrets import token_hex

from django.apps import apps
from django.conf import settings
from django.core.files.base import File
from django.db import transaction
from django.db.models import CharField
from django.utils.translation import gettext as _

from lantoa.domain.vietnamese import tidy
from lantoa.papers.contents import CONTENTS, Content, FileRefused, recognise
from lantoa.papers.traces import without_traces

FOLDER = "attachments"
MOST_BYTES = 20 * 1024 * 1024
LONGEST_NAME = 120
SPARED_FOR = timedelta(days=1)  # a file whose row is just being written


@dataclass(frozen=True, slots=True)
class Attachment:
    """A stored file, as its row keeps it."""

    name: str
    path: str
    size: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be stored."""

    name: str
    content: Content
    data: bytes


def check(file: File[bytes]) -> Checked:
    """What would be stored; FileRefused with a sentence that names the file."""
    name = tidy_name(file.name or "")
    if (file.size or 0) > MOST_BYTES:
        raise FileRefused(_("«%(name)s» lớn hơn 20 MB. Hãy gửi tệp nhỏ hơn hoặc ghi đường dẫn xem.") % {"name": name})
    file.seek(0)
    data = file.read(MOST_BYTES + 1)
    try:
        content = recognise(data)
        return Checked(_with_ending(name, content), content, without_traces(data, content))
    except FileRefused as refusal:
        raise FileRefused(_("«%(name)s»: %(why)s") % {"name": name, "why": refusal}) from None


def store(file: Checked) -> Attachment:
    """Write it under a random name; call it in the transaction that writes the row."""
    token = token_hex(16)
    path = f"{FOLDER}/{token[:2]}/{token}.{file.content.ending}"
    place = _place(path)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    place.write_bytes(file.data)
    place.chmod(0o600)
    return Attachment(file.name, path, len(file.data))


def discard(paths: Iterable[str]) -> None:
    """Remove the files once the transaction that deletes their rows is done."""
    for path in paths:
        transaction.on_commit(partial(_place(path).unlink, missing_ok=True))


def read(path: str) -> bytes:
    return _place(path).read_bytes()


def media_type(path: str) -> str:
    return CONTENTS[PurePosixPath(path).suffix.removeprefix(".")].media_type


def sweep(*, at: datetime) -> int:
    """Remove files that no row names any more (a deed that failed, a row deleted by another); how many."""
    wanted = _wanted()
    removed = 0
    for file in (settings.DATA / FOLDER).glob("*/*"):
        written = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC)
        if file.relative_to(settings.DATA).as_posix() not in wanted and written < at - SPARED_FOR:
            file.unlink(missing_ok=True)
            removed += 1
    return removed


def tidy_name(name: str) -> str:
    """The name without folders, control characters or tricks of writing direction, not too long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(mark for mark in last if unicodedata.category(mark)[0] != "C" and mark not in '<>:"|?*')
    stem, _dot, ending = tidy(shown).strip(". ").rpartition(".")
    if not stem:
        return ending[:LONGEST_NAME] or _("tệp")
    return f"{stem[:LONGEST_NAME]}.{ending[:10]}"


def _with_ending(name: str, content: Content) -> str:
    """The ending says what the file is, whatever it was called."""
    stem, dot, ending = name.rpartition(".")
    known = {"jpeg": "jpg"}.get(ending.casefold(), ending.casefold())
    if dot and known == content.ending:
        return name
    return f"{stem if dot and known in CONTENTS else name}.{content.ending}"


def _place(path: str) -> Path:
    """Where the file of a row is; never outside its folder."""
    folder = (settings.DATA / FOLDER).resolve()
    place: Path = (settings.DATA / path).resolve()
    if not place.is_relative_to(folder):
        raise ValueError(path)
    return place


def _wanted() -> set[str]:
    wanted: set[str] = set()
    for model in apps.get_app_config("lantoa").get_models():
        for field in model._meta.get_fields():
            if isinstance(field, CharField) and (field.name == "path" or field.name.endswith("_path")):
                wanted.update(model._default_manager.values_list(field.name, flat=True))
    return wanted
