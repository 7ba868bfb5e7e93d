"""The first page of a PDF as a picture: drawn aside, and given up when it is none or takes too long."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfWriter

from lantoa.papers.pdf.first_page import NoPage, first_page
from lantoa.papers.pdf.typesetting import typeset
from tests.papers.pdf.test_certificates import CERTIFICATE


def blank(width: float, height: float, count: int = 1) -> bytes:
    file, writer = BytesIO(), PdfWriter()
    for _page in range(count):
        writer.add_blank_page(width, height)
    writer.write(file)
    return file.getvalue()


def test_it_is_as_large_as_a_sheet_of_a4_across_at_220_dots_an_inch() -> None:
    image = Image.open(BytesIO(first_page(typeset("giay-khen", CERTIFICATE))))

    assert (image.format, image.size) == ("PNG", (2572, 1819))
    assert len(image.convert("RGB").getcolors(1_000_000) or []) > 100


def test_of_many_pages_it_is_the_first() -> None:
    assert Image.open(BytesIO(first_page(blank(842, 595, 3)))).size == (2572, 1818)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"\x89PNG", blank(842, 595)[:200]])
def test_what_cannot_be_drawn_is_no_page(data: bytes) -> None:
    with pytest.raises(NoPage):
        first_page(data)


def test_a_page_that_would_be_a_mile_high_is_given_up() -> None:
    with pytest.raises(NoPage):
        first_page(blank(10, 14_000))


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(NoPage):
        first_page(blank(842, 595), seconds=0.01)
