"""Papers as one zip with stable names and an index in Excel; packed when it is fetched, never kept."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.papers import attachments
from lantoa.papers.models import Paper, PaperJobItem
from lantoa.spreadsheet import Value, spreadsheet

NO_DAY = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o100644 << 16
INDEX = "muc-luc.xlsx"


def pack(items: Iterable[PaperJobItem]) -> IO[bytes]:
    """The zip, ready to be read from its start; what could not be made is in the index with the reason."""
    file = TemporaryFile()  # noqa: SIM115  (handed on)
    rows: list[list[Value]] = []
    taken: set[str] = set()
    with ZipFile(file, "w") as archive:
        for item in items:
            names = [_put(archive, taken, path, item.file_name) for path in _paths(item.paper)]
            rows.append(_row(item, names))
        _write(archive, INDEX, _index(rows), ZIP_DEFLATED)
    file.seek(0)
    return file


def _put(archive: ZipFile, taken: set[str], path: str, wanted: str) -> str:
    """One stored file under its stable name; Word and PDF files are compressed in themselves."""
    ending = PurePosixPath(path).suffix
    stem = "/".join(part for part in wanted.split("/") if part.strip(". ")) or "giay-to"
    name = next(name for name in _numbered(stem, ending) if name not in taken)
    taken.add(name)
    _write(archive, name, attachments.read(path), ZIP_STORED)
    return name


def _numbered(stem: str, ending: str) -> Iterator[str]:
    """`a.docx`, `a-2.docx`, …"""
    yield f"{stem}{ending}"
    number = 2
    while True:
        yield f"{stem}-{number}{ending}"
        number += 1


def _paths(paper: Paper | None) -> list[str]:
    return [path for path in (paper.word_path, paper.pdf_path) if path] if paper else []


def _row(item: PaperJobItem, names: list[str]) -> list[Value]:
    paper = item.paper
    made = [paper.number, paper.template_name, f"{localtime(paper.made_at):%d/%m/%Y %H:%M}"] if paper else ["", "", ""]
    note = item.fault or (paper.pdf_fault if paper else "")
    return [item.place, item.get_kind_display(), item.words, "\n".join(names), *made, note]


def _index(rows: list[list[Value]]) -> bytes:
    headings = [
        _("Số thứ tự"),
        _("Loại giấy tờ"),
        _("Về việc gì, của ai"),
        _("Tệp"),
        _("Bản thứ"),
        _("Mẫu"),
        _("Lập lúc"),
        _("Ghi chú"),
    ]
    return spreadsheet(_("Mục lục"), headings, rows).getvalue()


def _write(archive: ZipFile, name: str, data: bytes, compression: int) -> None:
    entry = ZipInfo(name, NO_DAY)
    entry.external_attr, entry.compress_type, entry.create_system = FILE_MODE, compression, 3
    archive.writestr(entry, data)
