"""Photographs as they go into a paper: small, upright, and never a trap."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from lantoa.papers.photographs import printed
from tests.papers.pictures import jpeg


def photograph(width: int, height: int, form: str = "JPEG", *, mode: str = "RGB", orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = BytesIO()
    Image.new(mode, (width, height)).save(file, form, exif=exif)
    return file.getvalue()


def size(data: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(data)).size


def claimed(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of that size."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


def test_forty_megapixels_become_what_a_page_shows() -> None:
    made = printed(photograph(7304, 5478), 170, 95)

    assert made is not None
    assert size(made.data) == (1097, 823)
    assert made.width == 126.6
    assert len(made.data) < 500_000


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_portrait_fits_into_its_place(form: str) -> None:
    made = printed(photograph(1200, 1600, form), 45, 60)

    assert made is not None
    assert (size(made.data), made.width) == ((390, 520), 45)


def test_a_small_one_is_not_blown_up() -> None:
    made = printed(photograph(30, 40), 45, 60)

    assert made is not None
    assert size(made.data) == (30, 40)


def test_one_taken_sideways_stands_upright() -> None:
    made = printed(photograph(400, 300, orientation=6), 45, 60)

    assert made is not None
    assert size(made.data) == (300, 400)


def test_what_is_transparent_becomes_white() -> None:
    made = printed(photograph(40, 40, "PNG", mode="RGBA"), 45, 60)

    assert made is not None
    assert Image.open(BytesIO(made.data)).getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", jpeg(), photograph(400, 300)[:200], claimed(9500, 9500), claimed(60_000, 60_000)],
    ids=["nothing", "a PDF", "no scan", "cut off", "ninety megapixels", "a bomb"],
)
def test_what_cannot_be_shown_is_left_out(data: bytes) -> None:
    assert printed(data, 45, 60) is None
