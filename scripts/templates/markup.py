"""The words of WordprocessingML that the templates are made of: runs, paragraphs, cells, tables, sections."""

import re
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PORTRAIT: Final = (11906, 16838)  # A4 in twentieths of a point
TOP, RIGHT, BOTTOM, LEFT = 1134, 851, 1134, 1701
HEADER = 567
MARKED = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})|\*\*(.+?)\*\*|(?<!\*)\*([^*]+?)\*(?!\*)")


@dataclass(frozen=True, slots=True)
class Page:
    """A section's page: upright or landscape, and whether its pages are numbered anew."""

    landscape: bool = False
    numbered_anew: bool = False

    @property
    def text_width(self) -> int:
        wide, high = PORTRAIT
        return (high if self.landscape else wide) - LEFT - RIGHT

    def xml(self) -> str:
        wide, high = PORTRAIT
        size = f'w:w="{high}" w:h="{wide}" w:orient="landscape"' if self.landscape else f'w:w="{wide}" w:h="{high}"'
        start = '<w:pgNumType w:start="1"/>' if self.numbered_anew else ""
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
            '<w:headerReference w:type="first" r:id="rIdFirst"/><w:type w:val="nextPage"/>'
            f"<w:pgSz {size}/>"
            f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" '
            f'w:header="{HEADER}" w:footer="{HEADER}" w:gutter="0"/>{start}<w:titlePg/></w:sectPr>'
        )


def run(text: str, *, bold: bool = False, italic: bool = False) -> str:
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def runs(text: str) -> str:
    """`**bold**` and `*italic*`; what a template fills stays whole, and bold around a field makes the field bold."""
    found, end = "", 0
    pending = ""
    for match in MARKED.finditer(text):
        pending += text[end : match.start()]
        end = match.end()
        if match[1]:
            pending += match[1]
            continue
        found += run(pending) + run(match[2] or match[3], bold=bool(match[2]), italic=bool(match[3]))
        pending = ""
    return found + run(pending + text[end:])


def paragraph(text: str, style: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs(text)}</w:p>'


def rule(width: int, length: int) -> str:
    """A line of its own under a text, in the middle of a column; widths in twentieths of a point."""
    side = max(0, (width - length) // 2)
    return (
        '<w:p><w:pPr><w:pStyle w:val="KeNgang"/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
        f'</w:pBdr><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def cell(content: str, width: int, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(cells: list[str], properties: str = "") -> str:
    held = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{held}{''.join(cells)}</w:tr>"


def table(widths: list[int], rows: list[str], *, framed: bool, indent: int = 0) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    margin = 57 if framed else 0
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'{f"<w:tblBorders>{line}</w:tblBorders>" if framed else ""}<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )
