"""Checking a template before it is used: the file, its braces, what they say, and two papers made on trial."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from jinja2 import TemplateSyntaxError, meta
from lxml import etree

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Field, Shape, Value, fields_of
from lantoa.papers.codes import qr
from lantoa.papers.word.filling import Grammar, TemplateBroken, fill_with, lined, opened, said_by, text_at
from lantoa.papers.word.grammar import faults
from lantoa.papers.word.package import Finding, Unreadable, W, package_findings
from lantoa.papers.word.tags import shortened, tag_findings, written_in

if TYPE_CHECKING:
    from lantoa.papers.word.file import WordFile

ROWS_ON_TRIAL = (0, 2)


def findings(template: bytes, sheet: type[Contents]) -> list[Finding]:
    """What is wrong with a template for that kind of paper; nothing fatal means that it can be used."""
    fields = fields_of(sheet)
    try:
        found = package_findings(template)
        if _stops(found):
            return found
        file = opened(template)
    except (Unreadable, TemplateBroken) as error:
        return [Finding("", str(error))]
    for step in (_braces, _elsewhere, _sayings):
        if not _stops(found):
            found += step(file, fields)
    if not _stops(found):
        found += [*_trials(template, fields), *_unused(file, fields)]
    return list(dict.fromkeys(found))


def _stops(found: list[Finding]) -> bool:
    return any(one.is_fatal for one in found)


def sample(fields: tuple[Field, ...], rows: int = 2) -> dict[str, Value]:
    """What a paper could say, every field with its own words in angle quotes."""
    return {field.name: _sample(field, rows) for field in fields}


def _sample(field: Field, rows: int) -> Value:
    words = f"‹{field.words}›"
    match field.shape:
        case Shape.FLAG:
            return rows > 0
        case Shape.PICTURE:
            return qr(field.name) if rows else None
        case Shape.LINES:
            return [words] * rows
        case Shape.ROWS:
            return [sample(field.parts, rows) for _row in range(rows)]
        case _:
            return words


def _texts(file: "WordFile") -> list[etree._Element]:
    """The parts that are filled: the body, then headers and footers."""
    around = [part for uri in (file.HEADER_URI, file.FOOTER_URI) for _key, part in file.get_headers_footers(uri)]
    return [file.docx._element.body, *(etree.fromstring(part.blob) for part in around)]


def _braces(file: "WordFile", _fields: tuple[Field, ...]) -> list[Finding]:
    return [found for tree in _texts(file) for found in tag_findings(tree)]


UNFILLED: dict[str, Callable[[], str]] = {
    "/word/footnotes.xml": lambda: _("Chú thích cuối trang không được điền. Hãy chuyển chỗ điền vào thân văn bản."),
    "/word/endnotes.xml": lambda: _("Chú thích cuối văn bản không được điền. Hãy chuyển chỗ điền vào thân văn bản."),
    "/word/comments.xml": lambda: _("Lời nhận xét (Comment) không được điền và in cả ra giấy. Hãy xoá lời nhận xét."),
    "/docProps/core.xml": lambda: _("Thuộc tính tệp không được điền. Hãy xoá chỗ điền ở Tệp > Thông tin."),
    "/docProps/app.xml": lambda: _("Thuộc tính tệp không được điền. Hãy xoá chỗ điền ở Tệp > Thông tin."),
    "/docProps/custom.xml": lambda: _("Thuộc tính tệp không được điền. Hãy xoá chỗ điền ở Tệp > Thông tin."),
}


def _elsewhere(file: "WordFile", _fields: tuple[Field, ...]) -> Iterator[Finding]:
    """Places to fill in parts of the file that are left as they are."""
    for part in file.docx.part.package.iter_parts():
        words = UNFILLED.get(str(part.partname))
        for text in _written(etree.fromstring(part.blob)) if words else ():
            if words and ("{{" in text or "{%" in text):
                yield Finding(shortened(text), words())


def _written(tree: etree._Element) -> Iterator[str]:
    """The text of every paragraph, or of every property."""
    paragraphs = [written_in(one) for one in tree.iter(f"{W}p")]
    yield from paragraphs or (one.text or "" for one in tree.iter("*"))


def _sayings(file: "WordFile", fields: tuple[Field, ...]) -> list[Finding]:
    return [found for source in _sources(file) for found in _said(source, fields)]


def _sources(file: "WordFile") -> list[str]:
    return [lined(file.patch_xml(file.xml_to_string(tree))) for tree in _texts(file)]


def _said(source: str, fields: tuple[Field, ...]) -> Iterator[Finding]:
    try:
        tree = Grammar(fields).parse(source)
    except TemplateSyntaxError as error:
        yield Finding(shortened(text_at(source, error.lineno)), said_by(error))
        return
    for fault in faults(tree, fields):
        yield Finding(shortened(text_at(source, fault.line)), fault.sentence)


def _trials(template: bytes, fields: tuple[Field, ...]) -> Iterator[Finding]:
    """Broken nesting shows once lists have no row, and once they have more than one."""
    for rows in ROWS_ON_TRIAL:
        try:
            fill_with(template, fields, sample(fields, rows))
        except TemplateBroken as broken:
            yield Finding(shortened(broken.place), broken.sentence)


def _unused(file: "WordFile", fields: tuple[Field, ...]) -> Iterator[Finding]:
    used = {name for source in _sources(file) for name in meta.find_undeclared_variables(Grammar(fields).parse(source))}
    left = [field.name for field in fields if field.name not in used]
    if len(left) == len(fields):
        yield Finding("", _("Mẫu không có chỗ điền nào: mọi giấy tờ sẽ giống hệt nhau."), is_fatal=False)
    elif left:
        yield Finding("", _("Mẫu không dùng: %s.") % ", ".join(left), is_fatal=False)
