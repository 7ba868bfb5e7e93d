"""Pictures without the traces a phone leaves in them: place, time, owner; only how to turn them is kept.

Pixels are never touched: a picture is a row of labelled blocks, and the blocks that nobody needs are left out.
What is in a PDF, Word or Excel file is left as its sender made it.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa.papers.contents import JPEG, PNG, WEBP, Content, FileRefused

NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
TALK = {0xFE, *range(0xE3, 0xEE), 0xEF}  # remarks and makers' blocks of a JPEG; Adobe's 0xEE tells the colours
PLAIN_PNG = {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"hIST", b"sPLT"}
MOVING_PNG = {b"acTL", b"fcTL", b"fdAT"}
ORIENTATION = 0x0112


def without_traces(data: bytes, content: Content) -> bytes:
    """The same picture without them; other files as they are. FileRefused when the picture is damaged."""
    cleaners = {JPEG: _jpeg, PNG: _png, WEBP: _webp}
    if content not in cleaners:
        return data
    try:
        return cleaners[content](data)
    except (IndexError, ValueError):
        raise FileRefused(_("Ảnh bị hỏng. Hãy chụp hoặc lưu lại rồi gửi lại.")) from None


def _jpeg(data: bytes) -> bytes:
    kept, orientation = [], 1
    for marker, block in _jpeg_blocks(data):
        if marker == 0xE1:
            orientation = _orientation(block) or orientation
        elif marker not in TALK and (marker != 0xE2 or block[4:15] == b"ICC_PROFILE"):
            kept.append(block)
    turned = [_exif(orientation)] if orientation != 1 else []
    return b"".join([b"\xff\xd8", *turned, *kept])


def _jpeg_blocks(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of every block up to the end of the picture; what follows it is not read."""
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise ValueError(at)
        marker = data[at + 1]
        if marker == 0xD9:
            yield marker, data[at : at + 2]
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data):
            raise ValueError(at)
        if marker == 0xDA:
            found = NEXT_MARKER.search(data, end)
            end = found.start() if found else len(data)
        yield marker, data[at:end]
        if end == len(data):  # a picture cut off at its end still shows
            yield 0xD9, b"\xff\xd9"
            return
        at = end


def _orientation(block: bytes) -> int | None:
    """How a camera held the picture: 1 to 8, or nothing when the block does not say."""
    tiff = block[10:]
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if block[4:8] != b"Exif" or order is None:
        return None
    directory = _number(tiff[4:8], order)
    for place in range(_number(tiff[directory : directory + 2], order)):
        entry = tiff[directory + 2 + 12 * place :][:12]
        if _number(entry[:2], order) == ORIENTATION:
            value = _number(entry[8:10], order)
            return value if value in range(1, 9) else None
    return None


def _number(field: bytes, order: str) -> int:
    return int.from_bytes(field, "little" if order == "little" else "big")


def _exif(orientation: int) -> bytes:
    """A block that says how to turn the picture, and nothing else."""
    entry = ORIENTATION.to_bytes(2) + b"\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2) + b"\x00\x00"
    body = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body


def _png(data: bytes) -> bytes:
    kept, at = [data[:8]], 8
    while True:
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(data):
            raise ValueError(at)
        if name[:1].isupper() or name in PLAIN_PNG | MOVING_PNG:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end


def _webp(data: bytes) -> bytes:
    kept, at = [], 12
    total = 8 + int.from_bytes(data[4:8], "little")
    while at < total:
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if size == 0 or at + 8 + size > len(data):
            raise ValueError(at)
        if name == b"VP8X":
            kept.append(data[at : at + 8] + bytes([data[at + 8] & ~0x0C]) + data[at + 9 : end])
        elif name not in (b"EXIF", b"XMP "):
            kept.append(data[at:end])
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
