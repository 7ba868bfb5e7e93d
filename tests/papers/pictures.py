"""Files as phones and offices make them, small and hostile."""

from io import BytesIO
from zipfile import ZipFile
from zlib import crc32

PLACE = b"GPS 18.6733N 105.6923E"


def jpeg(orientation: int = 6) -> bytes:
    """A picture with where it was taken, a remark, a second picture behind it, and how the phone was held."""
    entry = b"\x12\x01\x03\x00\x01\x00\x00\x00" + orientation.to_bytes(2, "little") + b"\x00\x00"
    exif = b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00" + entry + b"\x00\x00\x00\x00" + PLACE
    blocks = [
        _block(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"),
        _block(0xE1, exif),
        _block(0xE2, b"ICC_PROFILE\x00profile"),
        _block(0xE2, b"MPF\x00" + PLACE),
        _block(0xED, b"Photoshop" + PLACE),
        _block(0xFE, PLACE),
        _block(0xDB, b"table"),
        _block(0xDA, b"scan") + b"pixels\xff\x00more\xff\xd0pixels",
    ]
    return b"\xff\xd8" + b"".join(blocks) + b"\xff\xd9" + b"\xff\xd8" + _block(0xE1, exif)


def png() -> bytes:
    chunks = [
        (b"IHDR", b"size"),
        (b"tEXt", PLACE),
        (b"eXIf", PLACE),
        (b"gAMA", b"1"),
        (b"IDAT", b"pixels"),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks) + PLACE


def webp() -> bytes:
    parts = [(b"VP8X", b"\x1c" + b"\x00" * 9), (b"VP8 ", b"pixel"), (b"EXIF", PLACE), (b"XMP ", PLACE)]
    body = b"WEBP" + b"".join(_part(name, content) for name, content in parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body + PLACE


def office(*names: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "<xml/>")
    return file.getvalue()


def docx() -> bytes:
    return office("[Content_Types].xml", "word/document.xml")


def xlsx() -> bytes:
    return office("[Content_Types].xml", "xl/workbook.xml")


def _block(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + name + body + crc32(name + body).to_bytes(4)


def _part(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\x00" * (len(body) % 2)
