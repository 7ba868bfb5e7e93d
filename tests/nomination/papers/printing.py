"""A paper made of the rows on file, filled into its shipped template, as whoever opens it in Word reads it."""

from datetime import date
from io import BytesIO

from docx import Document

from lantoa.papers.queries.templates import template_for
from lantoa.papers.sources import Source
from lantoa.papers.word.filling import fill

DAY = date(2026, 1, 15)


def printed(source: Source, key: str, day: date = DAY) -> bytes:
    return fill(template_for(source.kind, None, day).data, source.contents(key, day))


def read(document: bytes) -> list[str]:
    """Every text of the body, cells of tables among them, in the order of the page."""
    body = Document(BytesIO(document)).element.body
    texts = ["".join(node.text or "" for node in one.iter(f"{W}t")) for one in body.iter(f"{W}p")]
    return [text for text in texts if text.strip()]


def lines(source: Source, key: str, day: date = DAY) -> list[str]:
    return read(printed(source, key, day))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
