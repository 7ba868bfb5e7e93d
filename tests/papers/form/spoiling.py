"""Spoils one thing in a sample paper, as a person does in Word."""

import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TypeAlias

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

from scripts.templates.letter import Letter
from tests.papers.drawing.samples import FIELDS

Spoil: TypeAlias = Callable[[Document], None]


def filled(letter: Letter, **fields: object) -> bytes:
    template = DocxTemplate(BytesIO(letter.document()))
    template.render(FIELDS | fields, autoescape=True)
    held = BytesIO()
    template.save(held)
    return held.getvalue()


def spoiled(document: bytes, spoil: Spoil) -> bytes:
    opened = docx.Document(BytesIO(document))
    spoil(opened)
    held = BytesIO()
    opened.save(held)
    return held.getvalue()


def paragraphs(document: Document) -> Iterator[Paragraph]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def named(document: Document, start: str) -> Paragraph:
    """The paragraph that begins with these words."""
    return next(one for one in paragraphs(document) if one.text.startswith(start))


def says(start: str, text: str) -> Spoil:
    """Another text in its place, in the same look."""

    def spoil(document: Document) -> None:
        first, *rest = named(document, start).runs
        first.text = text
        for one in rest:
            one.text = ""

    return spoil


def looks(start: str, *, size: float | None = None, bold: bool | None = None, italic: bool | None = None) -> Spoil:
    def spoil(document: Document) -> None:
        for one in named(document, start).runs:
            one.font.size = Pt(size) if size else one.font.size
            one.bold = one.bold if bold is None else bold
            one.italic = one.italic if italic is None else italic

    return spoil


def font(start: str, name: str) -> Spoil:
    def spoil(document: Document) -> None:
        named(document, start).runs[0].font.name = name

    return spoil


def red(start: str) -> Spoil:
    def spoil(document: Document) -> None:
        named(document, start).runs[0].font.color.rgb = RGBColor(255, 0, 0)

    return spoil


def decomposed(start: str) -> Spoil:
    def spoil(document: Document) -> None:
        run = named(document, start).runs[0]
        run.text = unicodedata.normalize("NFD", run.text)

    return spoil


def aligned(start: str, align: WD_ALIGN_PARAGRAPH) -> Spoil:
    def spoil(document: Document) -> None:
        named(document, start).alignment = align

    return spoil


def set_out(start: str, **measures: float) -> Spoil:
    """`first_line_indent=`, `space_after=` in points; `line_spacing=` in lines."""

    def spoil(document: Document) -> None:
        for name, measure in measures.items():
            value = measure if name == "line_spacing" else Pt(measure)
            setattr(named(document, start).paragraph_format, name, value)

    return spoil


def margin(side: str, millimetres: float) -> Spoil:
    def spoil(document: Document) -> None:
        setattr(document.sections[0], f"{side}_margin", Mm(millimetres))

    return spoil


def american_paper(document: Document) -> None:
    document.sections[-1].page_width = Mm(216)


def landscape_without_a_table(document: Document) -> None:
    last = document.sections[-1]
    last.page_width, last.page_height = last.page_height, last.page_width
    table = document.tables[-1]._element
    table.getparent().remove(table)


def page_number_at_the_side(document: Document) -> None:
    document.sections[0].header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def page_number_on_the_first_page(document: Document) -> None:
    document.sections[0].different_first_page_header_footer = False


def small_page_number(document: Document) -> None:
    for run in document.sections[0].header.paragraphs[0].runs:
        run.font.size = Pt(10)


def pages_from_five(document: Document) -> None:
    numbered = document.sections[0]._sectPr.makeelement(qn("w:pgNumType"), {qn("w:start"): "5"})
    document.sections[0]._sectPr.append(numbered)


def without_rule_under(start: str) -> Spoil:
    def spoil(document: Document) -> None:
        rule = named(document, start)._element.getnext()
        rule.getparent().remove(rule)

    return spoil


def underlined(start: str) -> Spoil:
    def spoil(document: Document) -> None:
        named(document, start).runs[0].underline = True

    return spoil


def long_rule_under(start: str) -> Spoil:
    def spoil(document: Document) -> None:
        indent = named(document, start)._element.getnext().find(f".//{qn('w:ind')}")
        indent.set(qn("w:left"), "0")
        indent.set(qn("w:right"), "0")

    return spoil


def one_slanted_base(document: Document) -> None:
    looks("Căn cứ", italic=False)(document)


def plain_article(document: Document) -> None:
    named(document, "Điều 2").runs[0].bold = False


def appendix_pages_go_on(document: Document) -> None:
    found = document.sections[-1]._sectPr.find(qn("w:pgNumType"))
    found.getparent().remove(found)


def chair_on_the_left(document: Document) -> None:
    secretary, chair = named(document, "THƯ KÝ"), named(document, "CHỦ TỌA")
    secretary.runs[0].text, chair.runs[0].text = chair.text, secretary.text


def day_in_the_head(document: Document) -> None:
    document.tables[0].rows[1].cells[1].paragraphs[0].add_run("Bình An, ngày 05 tháng 01 năm 2025")
