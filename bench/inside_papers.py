"""Papers measured from within: a decision filled in Word, put into PDF, and certificates set by Typst."""

from functools import cache
from importlib.resources import files
from io import BytesIO
from statistics import median
from typing import Any

from PIL import Image

from bench.timing import interleaved, seconds
from lantoa.domain.papers.deciding import DecisionPaper
from lantoa.domain.papers.fields import Field, Picture, Shape, Value, fields_of
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.papers.stocks import A4, laid_out, printable
from lantoa.papers.form import check
from lantoa.papers.pdf.office import Converter, to_pdf
from lantoa.papers.pdf.overprinting import Layout, overprint
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.word.filling import fill_with

ROUNDS = 7
Answer = dict[str, Any]


def decision(lines: str) -> Answer:
    """Seconds of a decision with so many lines: filled, its form checked, put into PDF by LibreOffice already open."""
    document = _decision(int(lines))
    took = interleaved(
        {"filled": lambda: _decision(int(lines)), "checked": lambda: check(document, PaperKind.RECOGNITION)}, ROUNDS
    )
    cold = seconds(lambda: to_pdf(document))
    with Converter() as office:
        office.to_pdf(document)
        warm = [seconds(lambda: office.to_pdf(document)) for _ in range(ROUNDS)]
    return {**took, "cold": cold, "warm": median(warm), "slowest": max(warm)}


def certificates(number: str) -> Answer:
    """Seconds of so many certificates, each a PDF of its own."""
    sheets = [sample(fields_of(Certificate), 1, place) for place in range(int(number))]
    return {"whole": seconds(lambda: [typeset("giay-khen", sheet) for sheet in sheets])}


def stock(number: str) -> Answer:
    """Seconds of so many certificates on pre-printed stock, in one PDF; each name needs to be made smaller."""
    fields = printable(Certificate)
    layout = Layout("Phôi", A4, fields, laid_out(fields, A4))
    long: dict[str, str | Picture] = {
        "ho_ten": "Nguyễn Trần Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ Bảo Ngọc Khánh Huyền Như Ý" * 2
    }
    sheets = [_said(sample(fields_of(Certificate), 1, place)) | long for place in range(int(number))]
    return {"whole": seconds(lambda: overprint(layout, sheets))}


def _said(filled: dict[str, Value]) -> dict[str, str | Picture]:
    return {name: value for name, value in filled.items() if isinstance(value, (str, Picture))}


def _decision(lines: int) -> bytes:
    template = files("lantoa.papers") / "templates" / "quyet-dinh-cong-nhan.docx"
    fields = fields_of(DecisionPaper)
    return fill_with(template.read_bytes(), fields, sample(fields, lines))


def sample(fields: tuple[Field, ...], rows: int, place: int = 0) -> dict[str, Value]:
    """Every field of a paper filled: a sentence, five lines, so many rows, a picture."""
    return {one.name: _filled(one, rows, place) for one in fields}


def _filled(one: Field, rows: int, place: int) -> Value:
    sentence = f"Đặng Thị Ngọc Huyền, bản thứ {place}"
    match one.shape:
        case Shape.TEXT:
            return sentence
        case Shape.LINES:
            return [sentence] * 5
        case Shape.ROWS:
            return [sample(one.parts, rows, row) for row in range(rows)]
        case Shape.FLAG:
            return True
        case Shape.PICTURE:
            return Picture(_square(), width=20)


@cache
def _square() -> bytes:
    """As large as the square code of a paper."""
    file = BytesIO()
    Image.effect_noise((330, 330), 80).convert("1").save(file, "PNG")
    return file.getvalue()
