"""A workbook file looked into without trusting it: what kind of file it is, and its parts unpacked piece by piece."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lantoa.register.books.findings import UnreadableBook

MEGABYTE = 1 << 20
LARGEST_FILE = 40 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
LARGEST_RATIO = 100  # an honest sheet packs to a tenth; a bomb to a thousandth
MOST_PARTS = 2_000
LARGEST_DIRECTORY = MEGABYTE
PIECE = 64 * 1024
LOCAL_HEADER = 30

END_OF_DIRECTORY, ZIP64_LOCATOR, OLE = b"PK\x05\x06", b"PK\x06\x07", bytes.fromhex("d0cf11e0a1b11ae1")
SAVE_AS = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx) rồi chọn lại."
OTHER_ENDINGS = {
    ".xlsm": f"Tệp .xlsm có thể chứa macro nên không nhận. {SAVE_AS}",
    ".xltm": f"Tệp .xltm có thể chứa macro nên không nhận. {SAVE_AS}",
    ".xls": f"Tệp .xls là kiểu Excel cũ (97-2003). {SAVE_AS}",
    ".xlsb": f"Tệp .xlsb không đọc được. {SAVE_AS}",
    ".ods": f"Tệp .ods không đọc được. {SAVE_AS}",
    ".csv": f"Tệp .csv chỉ có một bảng, không phải sổ thi đua. {SAVE_AS}",
}
NOT_A_BOOK = "Tệp này không phải sổ Excel (.xlsx). Hãy chọn đúng tệp sổ thi đua, hoặc tải mẫu sổ về để điền."
BROKEN = f"Tệp bị hỏng hoặc tải về chưa đủ. Hãy tải lại, hoặc: {SAVE_AS}"
TOO_BIG = "Tệp bung ra quá lớn so với một sổ thi đua, không mở để bảo đảm an toàn. Hãy kiểm tra lại nguồn của tệp."


@dataclass(frozen=True)
class Package:
    """The parts of a workbook, by name."""

    file: BinaryIO
    parts: dict[str, ZipInfo]

    def unpack(self, name: str) -> Iterator[bytes]:
        """The part's content piece by piece; UnreadableBook when it holds more than it declares.

        Read here and not through zipfile: zipfile stops at the declared size, other readers do not.
        """
        part = self.parts[name]
        size = 0
        for piece in _inflated(part, self._packed(part)):
            size += len(piece)
            if size > part.file_size:
                raise UnreadableBook(TOO_BIG)
            yield piece
        if size != part.file_size:
            raise UnreadableBook(BROKEN)

    def _packed(self, part: ZipInfo) -> Iterator[bytes]:
        self.file.seek(part.header_offset)
        header = self.file.read(LOCAL_HEADER)
        if len(header) < LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
            raise UnreadableBook(BROKEN)
        self.file.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
        left = part.compress_size
        while left:
            piece = self.file.read(min(PIECE, left))
            if not piece:
                raise UnreadableBook(BROKEN)
            left -= len(piece)
            yield piece


def _inflated(part: ZipInfo, packed: Iterator[bytes]) -> Iterator[bytes]:
    if part.compress_type == ZIP_STORED:
        yield from packed
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in packed:
            waiting = piece
            while waiting:
                yield inflater.decompress(waiting, PIECE)
                waiting = inflater.unconsumed_tail
        yield inflater.flush(PIECE)
    except zlib.error as error:
        raise UnreadableBook(BROKEN) from error


def open_package(source: Path, file: BinaryIO) -> Package:
    """The parts of a workbook file; UnreadableBook for anything that is not an honest one."""
    _check_ending(source)
    size = file.seek(0, 2)
    if size > LARGEST_FILE:
        raise UnreadableBook(f"Tệp lớn hơn {LARGEST_FILE // MEGABYTE} MB, quá lớn với một sổ thi đua. Hãy chia nhỏ sổ.")
    _check_signature(file)
    _check_directory(file, size)
    try:
        with ZipFile(file) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise UnreadableBook(BROKEN) from error
    _check_parts(parts)
    return Package(file, {part.filename: part for part in parts})


def _check_ending(source: Path) -> None:
    ending = source.suffix.lower()
    if ending != ".xlsx":
        raise UnreadableBook(OTHER_ENDINGS.get(ending, NOT_A_BOOK))


def _check_signature(file: BinaryIO) -> None:
    file.seek(0)
    start = file.read(MEGABYTE)
    if start.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in start:
            raise UnreadableBook("Tệp đang đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.")
        raise UnreadableBook(OTHER_ENDINGS[".xls"])
    if not start.startswith(b"PK\x03\x04"):
        raise UnreadableBook(NOT_A_BOOK)


def _check_directory(file: BinaryIO, size: int) -> None:
    """The table of contents is of an ordinary size: zipfile would read it whole, whatever it says."""
    file.seek(max(0, size - (1 << 16) - 42))
    tail = file.read()
    end = tail.rfind(END_OF_DIRECTORY)
    if end < 0 or len(tail) < end + 22:
        raise UnreadableBook(BROKEN)
    directory = int.from_bytes(tail[end + 12 : end + 16], "little")
    if directory > LARGEST_DIRECTORY or ZIP64_LOCATOR in tail[max(0, end - 20) : end]:
        raise UnreadableBook(TOO_BIG)


def _check_parts(parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnreadableBook(TOO_BIG)
    if len({part.filename.casefold() for part in parts}) < len(parts):
        raise UnreadableBook(BROKEN)
    for part in parts:
        if part.flag_bits & 1:
            raise UnreadableBook("Tệp đang đặt mật khẩu. Bỏ mật khẩu, lưu lại rồi chọn lại.")
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableBook(BROKEN)
        if part.file_size > 4 * MEGABYTE and part.file_size > LARGEST_RATIO * max(part.compress_size, 1):
            raise UnreadableBook(TOO_BIG)
