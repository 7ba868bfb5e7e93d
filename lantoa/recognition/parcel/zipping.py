"""Packing: the same contents give the same bytes, whenever and wherever they are packed."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lantoa.papers import attachments
from lantoa.recognition.parcel import pages, sheets
from lantoa.recognition.parcel.contents import INDEX, Contents, Enclosed, File, index_of
from lantoa.recognition.parcel.naming import folders_of

NO_DAY = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o100644 << 16
SHEET_NAME, LIST_NAME, BOOK_NAME, PAGE_NAME = "trinh-bay.css", "danh-sach.xlsx", "muc-luc.xlsx", "muc-luc.html"
DOSSIER_NAME = "doi-chieu.html"


def write(contents: Contents, target: Path, report: Callable[[int], None]) -> None:
    """Write the package; `report` hears now and then how many of a hundred parts are done."""
    files: dict[str, tuple[str, int]] = {}
    with ZipFile(target, "w") as archive:

        def put(path: str, data: bytes) -> None:
            _put(archive, path, data)
            files[path] = (sha256(data).hexdigest(), len(data))

        for done, (path, data) in enumerate(_parts(contents)):
            put(path, data)
            report(min(95, 100 * done // max(1, 4 + 4 * len(contents.dossiers))))
        put(BOOK_NAME, sheets.index_of(contents, files))
        put(PAGE_NAME, pages.front(contents, folders_of(contents), files))
        _put(archive, INDEX, index_of(contents, files, folders_of(contents)))


def _parts(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of everything but the indexes."""
    folders = folders_of(contents)
    yield SHEET_NAME, pages.SHEET.encode()
    yield LIST_NAME, sheets.list_of(contents)
    yield from _papers(contents.papers)
    for one in contents.dossiers:
        yield from _papers(one.papers)
        yield f"{folders[one.code]}/{DOSSIER_NAME}", pages.dossier(one, contents)
        yield from _files(one.evidence, f"{folders[one.code]}/")


def _papers(papers: Iterable[Enclosed]) -> Iterator[tuple[str, bytes]]:
    for paper in papers:
        yield from _files(paper.files)


def _files(files: Iterable[File], folder: str = "") -> Iterator[tuple[str, bytes]]:
    for file in files:
        yield f"{folder}{file.name}", attachments.read(file.path)


def _put(archive: ZipFile, path: str, data: bytes) -> None:
    entry = ZipInfo(path, NO_DAY)
    entry.external_attr, entry.compress_type, entry.create_system = FILE_MODE, ZIP_DEFLATED, 3
    archive.writestr(entry, data)
