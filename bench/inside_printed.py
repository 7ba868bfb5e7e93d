"""A yearbook measured from within: photographs as telephones take them, made small, and the book set by Typst."""

from io import BytesIO
from time import perf_counter
from typing import Any

from PIL import Image
from pypdf import PdfReader

from bench.timing import peak_megabytes, seconds
from lantoa.domain.papers.fields import Picture
from lantoa.domain.papers.printed import IndexLine, Recognised, Yearbook
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.photographs import printed

TWELVE, FORTY = (4000, 3000), (7304, 5478)  # pixels: a telephone's usual picture, and the largest it takes
TIER = "Điển hình tiên tiến của Trường hằng năm, năm 2025"
STORY = (
    "Trong năm đã hoàn thành xuất sắc nhiệm vụ được giao, chủ trì sáng kiến được các đơn vị áp dụng, "
    "hướng dẫn sinh viên nghiên cứu khoa học và tham gia tích cực phong trào thi đua của Trường. "
) * 5
Answer = dict[str, Any]


def yearbook(people: str, photographs: str) -> Answer:
    """Seconds for the photographs and for the book, its pages, and the most memory held, in MB."""
    small, shrinking = _photographs(int(photographs))
    told = [_recognised(place, small.get(place)) for place in range(int(people))]
    book = _book(told)
    made: list[bytes] = []
    setting = seconds(lambda: made.append(typeset("ky-yeu", book)))
    peak = peak_megabytes()
    pages = len(PdfReader(BytesIO(made[0])).pages)
    return {
        "whole": shrinking + setting,
        "setting": setting,
        "pages": pages,
        "memory": peak,
        "size": len(made[0]) / 1024 / 1024,
    }


def _photographs(number: int) -> tuple[dict[int, Picture], float]:
    """One of forty megapixels, the others of twelve, no two alike."""
    found: dict[int, Picture] = {}
    taken = 0.0
    noise = Image.effect_noise((500, 375), 80)
    sheet = Image.merge("RGB", (noise, noise.rotate(90), noise.rotate(180))).resize(TWELVE)
    for place in range(number):
        data = _jpeg(sheet.resize(FORTY) if place == 0 else sheet, place)
        begin = perf_counter()
        small = printed(data, 45, 60)
        taken += perf_counter() - begin
        assert small is not None
        found[place] = small
    return found, taken


def _jpeg(sheet: Image.Image, place: int) -> bytes:
    sheet.paste((place, 255 - place, 90), (0, 0, sheet.width // 2, sheet.height // 2))
    file = BytesIO()
    sheet.save(file, "JPEG", quality=85)
    return file.getvalue()


def _recognised(place: int, photograph: Picture | None) -> Recognised:
    return Recognised(
        anchor=str(place),
        name=f"Đặng Thị Ngọc Huyền {place}",
        unit="Giảng viên, Bộ môn Luật Dân sự",
        tier=TIER,
        decision="Quyết định số 12/QĐ-CĐL ngày 15 tháng 01 năm 2026",
        text=(STORY,) * 3,
        photograph=photograph,
    )


def _book(told: list[Recognised]) -> Yearbook:
    return Yearbook(
        issuer="TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
        title="Điển hình tiên tiến Trường Cao đẳng Luật Sông Lam",
        years="Năm 2025",
        place="Bình An",
        individuals=tuple(told),
        index=tuple(IndexLine(anchor=one.anchor, name=one.name, unit=one.unit) for one in told),
    )
