"""What a signature shows on a paper that goes along with another: number and time, top right of its first page.

Decree 30/2020, annex I, II.8b: no picture; number and notation of the paper it goes with, the time of signing in
ISO 8601 of Vietnam; Times New Roman, upright, 10 points, black.
"""

from datetime import datetime
from functools import cache
from io import BytesIO

from django.utils.timezone import localtime
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from pyhanko.pdf_utils.font import FontEngine, FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.stamp import TextStampStyle

from lantoa.papers.pdf import fonts

SIZE = 10  # points
TOP, RIGHT, HEIGHT, WIDTH = 43, 33, 22, 300  # points; pyHanko keeps 10 of them free at the right of the text
UNITS = 1000  # of an em, which pyHanko takes every font to have


class Serif(FontEngineFactory):
    """Our own font, so that the paper shows it everywhere."""

    def create_font_engine(self, writer: BasePdfFileWriter, obj_stream: object = None) -> FontEngine:
        return GlyphAccumulator(writer, BytesIO(_font()), SIZE, obj_stream=obj_stream)


def style() -> TextStampStyle:
    corner = SimpleBoxLayoutRule(
        AxisAlignment.ALIGN_MAX,
        AxisAlignment.ALIGN_MIN,
        margins=Margins(0, 0, 0, 0),
        inner_content_scaling=InnerScaling.NO_SCALING,
    )
    text = TextBoxStyle(font=Serif(), font_size=SIZE, border_width=0)
    return TextStampStyle(
        stamp_text="%(words)s", border_width=0, background=None, text_box_style=text, inner_content_layout=corner
    )


def words(reference: str, at: datetime) -> str:
    """`12/TTr-ĐHTT; 2026-01-15T09:00:00+07:00`."""
    return f"{reference}; {localtime(at).isoformat(timespec='seconds')}"


def place(name: str, pdf: IncrementalPdfFileWriter) -> SigFieldSpec:
    """The field in the corner of the first page, whatever its size."""
    right, top = _corner(pdf.prev)
    return SigFieldSpec(name, on_page=0, box=(right - RIGHT - WIDTH, top - TOP, right - RIGHT, top - TOP + HEIGHT))


def _corner(pdf: PdfFileReader) -> tuple[int, int]:
    page = pdf.find_page_for_modification(0)[0]
    page = page.get_object() if isinstance(page, IndirectObject) else page
    while "/MediaBox" not in page:
        page = page["/Parent"]
    left, bottom, right, top = (int(float(one)) for one in page["/MediaBox"])
    return max(left, right), max(bottom, top)


@cache
def _font() -> bytes:
    with TTFont(fonts.FOLDER / f"{fonts.SERIF}-Regular.ttf") as font:
        scale_upem(font, UNITS)
        made = BytesIO()
        font.save(made)
    return made.getvalue()
