"""A stock that the office has taken in, for tests: a picture of a sheet with a frame, and where the fields go."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.stocks import A4, Sheet
from lantoa.papers.actions.stocks import take_in
from lantoa.papers.attachments import check
from lantoa.papers.models import Stock
from lantoa.papers.stock_pictures import picture_of
from tests.cast import NOW, Cast

NAME = "Giấy khen nền vàng, in năm 2025"


def scan(width: int = 1485, height: int = 1050, form: str = "JPEG") -> bytes:
    """A sheet with a golden frame, scanned."""
    image = Image.new("RGB", (width, height), "#fffdf5")
    ImageDraw.Draw(image).rectangle((40, 40, width - 40, height - 40), outline="#b8892b", width=12)
    file = BytesIO()
    image.save(file, form)
    return file.getvalue()


def uploaded(data: bytes | None = None, name: str = "phoi.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, scan() if data is None else data)


def stock_of(cast: Cast, **facts: Any) -> Stock:
    sheet: Sheet = facts.pop("sheet", A4)
    picture = picture_of(check(uploaded()), sheet)
    given: dict[str, Any] = {"name": NAME, "kind": PaperKind.CERTIFICATE, "sheet": sheet, "picture": picture} | facts
    return take_in(**given, by=cast.officer, at=NOW)
