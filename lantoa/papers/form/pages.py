"""Page, fonts, letters and page numbers: checks P01 to P10."""

import unicodedata
from collections.abc import Callable, Iterator

from lantoa.papers.form.document import Paragraph, Section
from lantoa.papers.form.faults import Answer, Fault, Question, Wanted, dressed

SHORT, LONG = 11906, 16838  # A4 in twentieths of a point
OF_SIZE, OF_MARGIN = 2, 3  # what rounding may do
FONT = "Times New Roman"
BLACK = ("", "auto", "000000")
STRANGE = ("\u00d0", "\u0189", "\u00ad")  # Eth and African D for Đ; the soft hyphen is ư in TCVN3
MILLIMETRE = 56.7


def paper_size(question: Question) -> Iterator[Fault]:
    for place, section in enumerate(question.paper.document.sections, 1):
        sides = sorted((section.width, section.height))
        if abs(sides[0] - SHORT) > OF_SIZE or abs(sides[1] - LONG) > OF_SIZE:
            yield Fault("khổ giấy không phải A4 (210 × 297 mm)", f"phần {place}")


def landscape(question: Question) -> Answer:
    paper = question.paper.document
    turned = [place for place, section in enumerate(paper.sections) if section.width > section.height]
    if not turned:
        return None
    with_table = {one.spot.section for one in paper.paragraphs if one.spot.table is not None}
    return [Fault("trang ngang chỉ dùng cho bảng", f"phần {place + 1}") for place in turned if place not in with_table]


def margin(side: str, words: str, least: int, most: int) -> Callable[[Question], Iterator[Fault]]:
    """A check of one margin on upright pages."""

    def examine(question: Question) -> Iterator[Fault]:
        for place, section in enumerate(question.paper.document.sections, 1):
            size = getattr(section, side)
            if section.width <= section.height and not least - OF_MARGIN <= size <= most + OF_MARGIN:
                yield Fault(f"lề {words} {size / MILLIMETRE:.0f} mm", f"phần {place}")

    return examine


def font(question: Question) -> Iterator[Fault]:
    for one in question.paper.document.paragraphs:
        for run in one.seen:
            if run.look.fonts != {FONT}:
                yield Fault(f"phông {', '.join(sorted(run.look.fonts - {FONT})) or 'không rõ'}", one.where)
                break
            if run.look.color not in BLACK:
                yield Fault("chữ không phải màu đen", one.where)
                break


def letters(question: Question) -> Iterator[Fault]:
    for one in question.paper.document.paragraphs:
        text = one.text
        if not unicodedata.is_normalized("NFC", text):
            yield Fault("chữ tổ hợp, phải là Unicode dựng sẵn", one.where)
        if any(letter in STRANGE or unicodedata.category(letter) == "Co" for letter in text):
            yield Fault("có ký tự của bảng mã cũ hoặc ký tự lạ", one.where)


def page_number(question: Question) -> Iterator[Fault]:
    for place, section in enumerate(question.paper.document.sections, 1):
        numbered = _numbered(section)
        where = f"phần {place}"
        if not section.pages or numbered is None:
            yield Fault("lề trên không có số trang", where)
        elif numbered.align != "center":
            yield Fault("số trang phải ở giữa lề trên", where)
        if not section.hides_first or section.first_pages:
            yield Fault("trang đầu không được hiện số trang", where)


def page_number_look(question: Question) -> Answer:
    sections = question.paper.document.sections
    numbered = [found for section in sections if section.pages and (found := _numbered(section))]
    if not numbered:
        return None
    return list(_number_faults(sections[0], numbered))


def _number_faults(first: Section, numbered: list[Paragraph]) -> Iterator[Fault]:
    for one in numbered:
        yield from dressed(one, Wanted(26, 28))
    if first.numerals != "decimal":
        yield Fault("số trang phải là chữ số Ả Rập", "phần 1")
    if first.start not in (None, 1):
        yield Fault("số trang phải bắt đầu từ 1", "phần 1")


def _numbered(section: Section) -> Paragraph | None:
    return next((one for one in section.header if one.seen), None)
