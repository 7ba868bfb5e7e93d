"""Reads a .docx into what its reader sees: every property taken from the run, its styles or the defaults."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from lantoa.papers.form.document import Document, Paragraph, Run, Section, Spot
from lantoa.papers.form.looks import MAIN, Styles, is_on, measure, number

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
OLD_DRAWINGS = (f"{MAIN}pict", f"{MAIN}object")
TEXT, TAB, BREAK = f"{MAIN}t", f"{MAIN}tab", f"{MAIN}br"
EMU = 635  # in a twentieth of a point
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def read(document: bytes) -> Document:
    """Raises zipfile.BadZipFile, KeyError or etree.XMLSyntaxError for what is no Word document."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return _Reader(archive).document()


class _Reader:
    """Walks the body once; the section of a paragraph is known by how many ended before it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.styles = Styles(*(self.part(f"word/{name}.xml") for name in ("styles", "theme/theme1")))
        self.paragraphs: list[Paragraph] = []
        self.tables = 0
        self.section = 0

    def part(self, name: str) -> Any:
        """The part's root; an empty element when the document has no such part."""
        if name not in self.archive.namelist():
            return etree.Element("none")
        return etree.fromstring(self.archive.read(name), PARSER)

    def document(self) -> Document:
        body = etree.fromstring(self.archive.read("word/document.xml"), PARSER).find(f"{MAIN}body")
        if body is None:
            raise KeyError("w:body")
        properties = list(body.iter(f"{MAIN}sectPr"))
        self.widths = [_text_width(one) for one in properties]
        self.walk(body)
        return Document(tuple(self.paragraphs), tuple(self.sections(properties)))

    def walk(self, parent: Any) -> None:
        for child in parent:
            if child.tag == f"{MAIN}p":
                self.add(child, Spot(self.section, self.width))
                self.section += child.find(f"{MAIN}pPr/{MAIN}sectPr") is not None
            elif child.tag == f"{MAIN}tbl":
                self.table(child)
            elif child.tag in (f"{MAIN}sdt", f"{MAIN}sdtContent"):
                self.walk(child)

    @property
    def width(self) -> int:
        return self.widths[min(self.section, len(self.widths) - 1)] if self.widths else 0

    def table(self, table: Any) -> None:
        ordinal = self.tables
        self.tables += 1
        for row_number, row in enumerate(table.findall(f"{MAIN}tr")):
            cells = row.findall(f"{MAIN}tc")
            for column, cell in enumerate(cells):
                width = measure(cell.find(f"{MAIN}tcPr/{MAIN}tcW"), "w")
                spot = Spot(self.section, width, ordinal, row_number, column, len(cells))
                for paragraph in cell.iter(f"{MAIN}p"):
                    self.add(paragraph, spot)

    def add(self, element: Any, spot: Spot) -> None:
        self.paragraphs.append(self.paragraph(element, spot, len(self.paragraphs) + 1))

    def paragraph(self, element: Any, spot: Spot, place: int) -> Paragraph:
        own = element.find(f"{MAIN}pPr")
        setting = self.styles.setting(own)
        runs = tuple(self.runs(element, setting.style))
        drawn = _drawn(element)
        return Paragraph(place, runs, spot, *setting.measures, bordered=setting.bordered, drawn=drawn)

    def runs(self, element: Any, style: str) -> Iterator[Run]:
        for run in element.iter(f"{MAIN}r"):
            text = "".join(_texts(run))
            if text:
                yield Run(text, self.styles.look(run.find(f"{MAIN}rPr"), style))

    def sections(self, properties: list[Any]) -> Iterator[Section]:
        relations = {one.get("Id"): one.get("Target") for one in self.part("word/_rels/document.xml.rels")}
        headers: dict[str, Any] = {}
        for one in properties:
            for reference in one.findall(f"{MAIN}headerReference"):
                target = relations.get(reference.get(RELATION), "")
                headers[reference.get(f"{MAIN}type")] = self.part(f"word/{target}")
            yield self.one_section(one, headers)

    def one_section(self, properties: Any, headers: dict[str, Any]) -> Section:
        size, margin, numbers = (properties.find(f"{MAIN}{name}") for name in ("pgSz", "pgMar", "pgNumType"))
        start = numbers.get(f"{MAIN}start") if numbers is not None else None
        usual, first = (headers.get(kind, etree.Element("none")) for kind in ("default", "first"))
        top, right, bottom, left = (measure(margin, side) for side in ("top", "right", "bottom", "left"))
        return Section(
            width=measure(size, "w"),
            height=measure(size, "h"),
            top=top,
            right=right,
            bottom=bottom,
            left=left,
            hides_first=is_on(properties.find(f"{MAIN}titlePg")),
            start=number(start) if start else None,
            numerals=(numbers.get(f"{MAIN}fmt") or "decimal") if numbers is not None else "decimal",
            header=self.held(usual),
            pages=_has_page(usual),
            first_pages=_has_page(first),
        )

    def held(self, header: Any) -> tuple[Paragraph, ...]:
        found = header.iter(f"{MAIN}p")
        return tuple(self.paragraph(one, Spot(0, 0), place) for place, one in enumerate(found, 1))


def _texts(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in (TAB, BREAK):
            yield " "


def _drawn(element: Any) -> int:
    extent = element.find(f".//{DRAWN}")
    if extent is not None:
        return number(extent.get("cx")) // EMU
    return -1 if any(element.find(f".//{tag}") is not None for tag in OLD_DRAWINGS) else 0


def _has_page(header: Any) -> bool:
    said = [one.text or "" for one in header.iter(f"{MAIN}instrText")]
    said += [one.get(f"{MAIN}instr", "") for one in header.iter(f"{MAIN}fldSimple")]
    return any("PAGE" in text.split() for text in said)


def _text_width(properties: Any) -> int:
    size, margin = properties.find(f"{MAIN}pgSz"), properties.find(f"{MAIN}pgMar")
    return measure(size, "w") - measure(margin, "left") - measure(margin, "right")
