"""Reading what a shipped template made of the contents of a paper."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

import lantoa.papers
from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.form import Verdict, check
from lantoa.papers.word.filling import fill

TEMPLATES = Path(lantoa.papers.__file__).parent / "templates"


def texts(kind: PaperKind, contents: Contents) -> list[str]:
    """Every paragraph of the paper with words in it, a row of a table as one text."""
    template = (TEMPLATES / f"{kind.value}.docx").read_bytes()
    document = Document(BytesIO(fill(template, contents)))
    return [text for text in _texts(document.iter_inner_content()) if text]


def faults(kind: PaperKind, contents: Contents) -> list[str]:
    """What the checks of Decree 30/2020 find wrong with the filled paper."""
    template = (TEMPLATES / f"{kind.value}.docx").read_bytes()
    found = check(fill(template, contents), kind)
    return [f"{one.code} {one.sentence} {one.where}" for one in found if one.verdict == Verdict.NOT_MET]


def _texts(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text.strip()
        else:
            yield from (" | ".join(cell.text.strip() for cell in row.cells) for row in block.rows)
