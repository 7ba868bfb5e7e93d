"""Opening a package that somebody else made: nothing in it is believed before it was looked at."""

import re
import stat
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from lantoa.papers.contents import FileRefused, recognise
from lantoa.recognition.parcel.contents import INDEX, Contents
from lantoa.recognition.parcel.index import Index, NotAnIndex, read_index

MEGABYTE = 1 << 20
LARGEST_FILE = 300 * MEGABYTE
LARGEST_UNPACKED = 600 * MEGABYTE
LARGEST_PART = 25 * MEGABYTE
LARGEST_INDEX = 30 * MEGABYTE
LARGEST_DIRECTORY = 2 * MEGABYTE
LARGEST_RATIO = 200
MOST_PARTS = 8000
MOST_NAMED = 5
END_OF_DIRECTORY, ZIP64_LOCATOR = b"PK\x05\x06", b"PK\x06\x07"
TAIL = (1 << 16) + 22
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
OWN_ENDINGS = {".html", ".css", ".json"}
ACTIVE = re.compile(
    rb"<\s*(?:script|iframe|object|embed|form|base|meta[^>]*http-equiv)|<[^>]*(?:\son\w+\s*=|javascript:)",
    re.IGNORECASE,
)


class BadParcel(ValueError):
    """The file is no honest package; the message says why and what to do."""


def open_parcel(file: BinaryIO) -> Contents:
    """What the package says, once every part of it was checked against its index; BadParcel."""
    _check_outside(file)
    try:
        with ZipFile(file) as archive:
            parts = _checked(archive.infolist())
            index = read_index(_read(archive, parts[INDEX], LARGEST_INDEX))
            _compare(archive, parts, index.files)
            _insist_on_papers(index)
    except NotAnIndex as problem:
        raise BadParcel(_("Mục lục của gói không đọc được: %s. Hãy đề nghị trường đóng gói lại.") % problem) from None
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, KeyError, OSError):
        raise BadParcel(
            _("Tệp hỏng hoặc không phải gói hồ sơ trình. Hãy tải lại, hoặc đề nghị trường gửi lại.")
        ) from None
    return index.contents


def _check_outside(file: BinaryIO) -> None:
    """Size and table of contents are of an ordinary kind: zipfile would read the table whole, whatever it says."""
    size = file.seek(0, 2)
    if size > LARGEST_FILE:
        raise BadParcel(_("Tệp lớn hơn 300 MB, quá lớn với một hồ sơ trình. Hãy đề nghị trường tách tờ trình."))
    file.seek(max(0, size - TAIL))
    tail = file.read()
    end = tail.rfind(END_OF_DIRECTORY)
    if end < 0 or len(tail) < end + 22:
        raise BadParcel(_("Tệp này không phải gói .zip. Hãy chọn đúng gói hồ sơ trình do Lan Tỏa đóng."))
    directory = int.from_bytes(tail[end + 12 : end + 16], "little")
    if directory > LARGEST_DIRECTORY or ZIP64_LOCATOR in tail[max(0, end - 20) : end]:
        raise _too_big()


def _checked(parts: list[ZipInfo]) -> dict[str, ZipInfo]:
    """The parts by name, none of them strange."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _too_big()
    if len({part.filename.casefold() for part in parts}) < len(parts):
        raise BadParcel(_("Gói có hai tệp cùng tên nên không nhận. Hãy đề nghị trường đóng gói lại."))
    for part in parts:
        _check_part(part)
    by_name = {part.filename: part for part in parts}
    if INDEX not in by_name:
        raise BadParcel(_("Gói không có mục lục «%s»: đây không phải gói hồ sơ trình của Lan Tỏa.") % INDEX)
    return by_name


def _check_part(part: ZipInfo) -> None:
    name = part.filename
    kind = stat.S_IFMT(part.external_attr >> 16)
    if not NAME.fullmatch(name) or ".." in name or "//" in name or kind not in (0, stat.S_IFREG):
        raise BadParcel(_("Gói có tên tệp lạ nên không nhận, để bảo đảm an toàn."))
    if part.flag_bits & 1:
        raise BadParcel(_("Gói đặt mật khẩu. Hãy đề nghị trường gửi gói không mật khẩu."))
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadParcel(_("Gói nén theo kiểu lạ nên không nhận. Hãy đề nghị trường đóng gói lại."))
    if part.file_size > MEGABYTE and part.file_size > LARGEST_RATIO * max(part.compress_size, 1):
        raise _too_big()


def _compare(archive: ZipFile, parts: dict[str, ZipInfo], said: dict[str, tuple[str, int]]) -> None:
    """Every part is in the index with its hash, and nothing else is there."""
    if set(parts) - {INDEX} != set(said):
        raise BadParcel(_("Các tệp trong gói không khớp mục lục. Gói đã bị sửa; hãy đề nghị trường gửi lại bản gốc."))
    for name, data in _contents(archive, parts):
        if (sha256(data).hexdigest(), len(data)) != said[name]:
            raise BadParcel(_("Tệp «%s» đã bị sửa sau khi đóng gói. Hãy đề nghị trường gửi lại bản gốc.") % name)
        _check_inside(name, data)


def _contents(archive: ZipFile, parts: dict[str, ZipInfo]) -> Iterator[tuple[str, bytes]]:
    for name, part in parts.items():
        if name != INDEX:
            yield name, _read(archive, part, LARGEST_PART)


def _insist_on_papers(index: Index) -> None:
    """A report for each on the list, every paper among the files: what is counted in the letter is there."""
    if not index.has_papers:
        return
    dossiers = index.contents.dossiers
    bare = [one.name for one in dossiers if not any(paper.files for paper in one.papers)]
    if bare:
        said = {"listed": len(dossiers), "names": ", ".join(bare[:MOST_NAMED])}
        words = _("Danh sách có %(listed)s dòng nhưng gói thiếu báo cáo của: %(names)s. Hãy đề nghị trường bổ sung.")
        raise BadParcel(words % said)
    papers = [*index.contents.papers, *(paper for one in dossiers for paper in one.papers)]
    lost = [file.name for paper in papers for file in paper.files if file.name not in index.files]
    if lost:
        raise BadParcel(_("Gói thiếu tệp «%s» ghi trong mục lục. Hãy đề nghị trường đóng gói lại.") % lost[0])


def _check_inside(name: str, data: bytes) -> None:
    """Pages that do nothing, and papers that are what their ending says."""
    ending = PurePosixPath(name).suffix
    if ending in OWN_ENDINGS:
        if ending == ".html" and ACTIVE.search(data):
            raise BadParcel(_("Tệp «%s» có mã chạy được nên không nhận, để bảo đảm an toàn.") % name)
        return
    try:
        found = recognise(data).ending
    except FileRefused as refusal:
        raise BadParcel(_("Tệp «%(name)s»: %(why)s") % {"name": name, "why": refusal}) from None
    if f".{found}" != ending:
        raise BadParcel(_("Tệp «%s» không đúng loại như tên gọi nên không nhận.") % name)


def _read(archive: ZipFile, part: ZipInfo, most: int) -> bytes:
    if part.file_size > most:
        raise _too_big()
    with archive.open(part) as file:
        return file.read(most)


def _too_big() -> BadParcel:
    return BadParcel(_("Gói bung ra quá lớn so với một hồ sơ trình, không mở để bảo đảm an toàn."))
