"""The worst of contents makes a paper all the same: it opens, keeps its form, says everything, leaves no page."""

from collections.abc import Iterator
from io import BytesIO

import docx
import pytest

from lantoa.domain.papers.kinds import KINDS, Engine, PaperKind
from lantoa.papers.form import Verdict, check
from lantoa.papers.pdf import typesetting
from lantoa.papers.pdf.office import Converter
from lantoa.papers.sources import sources
from lantoa.papers.word.filling import fill
from scripts.templates.shipped import draw
from tests.papers.pdf.looking import outside, pages
from tests.papers.shipped.worst import END, UNIT, worst

WORD = [kind for kind in sources() if KINDS[kind].engine is Engine.WORD]
PRINTED = [kind for kind in sources() if KINDS[kind].engine is Engine.TYPST]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDGE = 9.0  # mm that are free on every side of every page; no margin is narrower


@pytest.fixture(scope="module")
def office() -> Iterator[Converter]:
    with Converter() as opened:
        yield opened


def made(kind: PaperKind) -> bytes:
    return fill(draw(kind), worst(sources()[kind].sheet))


def said(word: bytes) -> str:
    """Every text of the body, cells of tables among them."""
    return "".join(node.text or "" for node in docx.Document(BytesIO(word)).element.body.iter(f"{W}t"))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("kind", WORD)
def test_in_word_it_opens_and_braces_are_words(kind: PaperKind) -> None:
    assert UNIT in said(made(kind))


@pytest.mark.parametrize("kind", [kind for kind in WORD if KINDS[kind].is_official])
def test_its_form_is_that_of_the_decree(kind: PaperKind) -> None:
    found = check(made(kind), kind)

    assert [f"{one.code} {one.where}" for one in found if one.verdict is Verdict.NOT_MET] == []


@pytest.mark.parametrize("kind", WORD)
def test_printed_it_says_everything_within_its_pages(kind: PaperKind, office: Converter) -> None:
    word = made(kind)

    printed = office.to_pdf(word)

    assert squeezed("".join(pages(printed))).count(END) == squeezed(said(word)).count(END)
    assert outside(printed, EDGE) == []


@pytest.mark.parametrize("kind", PRINTED)
def test_typeset_it_stays_within_its_pages(kind: PaperKind) -> None:
    printed = typesetting.typeset(kind.value, worst(sources()[kind].sheet))

    assert squeezed(UNIT).upper() in squeezed("".join(pages(printed))).upper()
    assert outside(printed, EDGE) == []
