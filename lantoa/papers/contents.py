"""What a file really is, read from its first bytes and its inside, never from its name."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

MOST_ENTRIES = 5000
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Content:
    """A kind of file that is taken in: the ending it gets, and how it is called to a browser."""

    ending: str
    media_type: str


PDF = Content("pdf", "application/pdf")
JPEG = Content("jpg", "image/jpeg")
PNG = Content("png", "image/png")
WEBP = Content("webp", "image/webp")
DOCX = Content("docx", f"{OFFICE}wordprocessingml.document")
XLSX = Content("xlsx", f"{OFFICE}spreadsheetml.sheet")
PHOTOGRAPHS = (JPEG, PNG, WEBP)
CONTENTS = {content.ending: content for content in (PDF, JPEG, PNG, WEBP, DOCX, XLSX)}
MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}


class FileRefused(ValueError):
    """A file is not taken in; the message says why and what to do."""


class NotAPicture(FileRefused):
    """What is to be printed as a picture is a file with a picture in it."""

    def __init__(self) -> None:
        super().__init__(_("Ảnh để in phải là tệp ảnh JPG, PNG hoặc WEBP."))


def recognise(data: bytes) -> Content:
    """What the bytes are; FileRefused when they are nothing that is taken in."""
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    raise FileRefused(_refusal(data))


def _office(data: bytes) -> Content:
    """A Word or Excel file without macros."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        raise FileRefused(_("Tệp bị hỏng, không mở được. Hãy lưu lại rồi gửi lại.")) from None
    main = next((part for part in MAIN_PARTS if part in names), None)
    if main is None or "[Content_Types].xml" not in names or len(names) > MOST_ENTRIES:
        raise FileRefused(_("Tệp nén không nhận. Hãy gửi từng tệp PDF, Word, Excel hoặc ảnh."))
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise FileRefused(_("Tệp có macro không nhận. Hãy lưu lại thành .docx, .xlsx thường hoặc PDF."))
    return MAIN_PARTS[main]


def _refusal(data: bytes) -> str:
    if not data:
        return _("Tệp rỗng. Hãy chọn lại tệp.")
    if data.startswith(OLD_OFFICE):
        return _("Tệp Word, Excel đời cũ hoặc có mật khẩu. Hãy lưu lại thành .docx, .xlsx không mật khẩu hoặc PDF.")
    if data[4:8] == b"ftyp":
        return _("Ảnh HEIC và phim không nhận. Hãy gửi ảnh JPG hoặc PNG; phim thì ghi đường dẫn xem.")
    return _("Chỉ nhận PDF, ảnh JPG, PNG, WEBP, Word .docx và Excel .xlsx.")
