"""Packing: the same contents give the same bytes, whenever and wherever they are packed."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lantoa.domain.vietnamese import slug
from lantoa.papers import attachments
from lantoa.recognition.parcel import pages
from lantoa.recognition.parcel.contents import INDEX, Contents, Dossier, index_of

NO_DAY = (1980, 1, 1, 0, 0, 0)
FILE_MODE = 0o100644 << 16
LONGEST_FOLDER = 60
SHEET_NAME = "trinh-bay.css"


def write(contents: Contents, target: Path, report: Callable[[int], None]) -> None:
    """Write the package; `report` hears now and then how many of a hundred parts are done."""
    files: dict[str, tuple[str, int]] = {}
    with ZipFile(target, "w") as archive:
        for done, (path, data) in enumerate(_parts(contents)):
            _put(archive, path, data)
            files[path] = (sha256(data).hexdigest(), len(data))
            report(min(95, 100 * done // max(1, 4 + len(contents.minutes) + 2 * len(contents.dossiers))))
        folders = folders_of(contents)
        front = pages.front(contents, folders, files)
        _put(archive, "muc-luc.html", front)
        files["muc-luc.html"] = (sha256(front).hexdigest(), len(front))
        _put(archive, INDEX, index_of(contents, files, folders))


def folders_of(contents: Contents) -> dict[str, str]:
    """Where each dossier lies, by its code: in the order of the list, named so that a person finds it."""
    return {
        one.code: f"ho-so/{one.place:03}-{slug(f'{one.code} {one.name}')[:LONGEST_FOLDER]}" for one in contents.dossiers
    }


def _parts(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of everything but the indexes."""
    folders = folders_of(contents)
    yield SHEET_NAME, pages.SHEET.encode()
    yield "to-trinh.html", pages.letter(contents)
    yield "danh-sach.xlsx", pages.list_of(contents)
    for number, record in enumerate(contents.minutes, 1):
        yield f"bien-ban/{number:02}.html", pages.minutes(record)
    for one in contents.dossiers:
        yield f"{folders[one.code]}/ho-so.html", pages.dossier(one, contents)
        yield from _papers(one, folders[one.code])


def _papers(dossier: Dossier, folder: str) -> Iterator[tuple[str, bytes]]:
    for paper in dossier.papers:
        yield f"{folder}/{paper.name}", attachments.read(paper.path)


def _put(archive: ZipFile, path: str, data: bytes) -> None:
    entry = ZipInfo(path, NO_DAY)
    entry.external_attr, entry.compress_type, entry.create_system = FILE_MODE, ZIP_DEFLATED, 3
    archive.writestr(entry, data)
