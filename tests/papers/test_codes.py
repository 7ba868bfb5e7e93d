"""The square code of a paper is read back as it was written, soiled ones too."""

from io import BytesIO

import zxingcpp
from PIL import Image, ImageDraw

from lantoa.domain.papers.fields import Picture
from lantoa.papers.codes import qr

ADDRESS = "https://tuyen-duong.songlam.example/xac-thuc/ABCDEFGHJKLMNPQR/"


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def picture_of(code: Picture) -> Image.Image:
    return Image.open(BytesIO(code.data)).convert("L")


def test_a_code_is_read_back_as_it_was_written() -> None:
    code = qr(ADDRESS)

    assert (read(picture_of(code)), code.width) == ([ADDRESS], 20)


def test_a_code_holds_vietnamese_and_is_as_wide_as_asked() -> None:
    code = qr("Quyết định số 12/QĐ-CĐL ngày 05/01/2026", width_mm=25)

    assert (read(picture_of(code)), code.width) == (["Quyết định số 12/QĐ-CĐL ngày 05/01/2026"], 25)


def test_a_code_is_read_when_printed_small_and_blotted() -> None:
    printed = picture_of(qr(ADDRESS)).resize((236, 236))  # 20 mm at 300 points an inch
    ImageDraw.Draw(printed).ellipse((105, 105, 140, 140), fill=0)

    assert read(printed) == [ADDRESS]


def test_the_same_text_makes_the_same_picture() -> None:
    assert qr(ADDRESS) == qr(ADDRESS)
