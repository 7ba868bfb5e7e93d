"""A PDF as it looks and reads: its pages as pictures, its words, its sizes."""

import re
import subprocess
from io import BytesIO

from lxml import etree
from PIL import Image
from pypdf import PdfReader

DPI = 50
MM = DPI / 25.4
XHTML = "{http://www.w3.org/1999/xhtml}"


def pages(data: bytes) -> list[str]:
    """The words of each page, single spaces between them."""
    return [re.sub(r"\s+", " ", page.extract_text()).strip() for page in PdfReader(BytesIO(data)).pages]


def size(data: bytes) -> tuple[int, int]:
    """Of the first page, in mm."""
    box = PdfReader(BytesIO(data)).pages[0].mediabox
    return round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)


def picture(data: bytes, page: int = 1, dpi: int = DPI) -> Image.Image:
    command = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), "-png", "-"]
    return Image.open(BytesIO(subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout))


def is_blank(seen: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether nothing is printed between these edges, in mm from the corner of the page."""
    part = seen.convert("L").crop((round(left * MM), round(top * MM), round(right * MM), round(bottom * MM)))
    return part.getextrema() == (255, 255)


def outside(data: bytes, edge: float) -> list[str]:
    """Words nearer than `edge` mm to a side of their page, as `page: word`."""
    command = ["pdftotext", "-bbox", "-", "-"]
    laid = etree.fromstring(subprocess.run(command, input=data, check=True, stdout=subprocess.PIPE).stdout)
    near = edge / 25.4 * 72
    return [
        f"{number}: {word.text}"
        for number, page in enumerate(laid.iter(f"{XHTML}page"), 1)
        for word in page.iter(f"{XHTML}word")
        if not (
            near <= float(word.get("xMin", "0"))
            and float(word.get("xMax", "0")) <= float(page.get("width", "0")) - near
            and near <= float(word.get("yMin", "0"))
            and float(word.get("yMax", "0")) <= float(page.get("height", "0")) - near
        )
    ]
