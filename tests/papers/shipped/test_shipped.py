"""Every shipped template is what its drawing says, fills, is in form, and opens in Word's readers without repair."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest

from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers import sources
from lantoa.papers.form import Verdict, check
from lantoa.papers.pdf.office import Converter
from lantoa.papers.word.checking import findings
from lantoa.papers.word.filling import fill
from scripts.templates.shipped import drawn
from tests.papers.pdf.looking import pages, picture
from tests.papers.shipped.specimens import specimen

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "lantoa" / "papers" / "templates"
OUTPUT = ROOT / "output" / "papers"
DRAWN = drawn()
FILLED = [kind for kind in DRAWN if kind in sources.sources()]


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def made(kind: PaperKind) -> bytes:
    return fill(DRAWN[kind], specimen(sources.sources()[kind].sheet))


@pytest.fixture(scope="module")
def office() -> Iterator[Converter]:
    with Converter() as opened:
        yield opened


def test_the_folder_holds_a_template_for_each_drawing_and_no_other() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.docx")) == sorted(kind.value for kind in DRAWN)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_shipped_template_is_what_its_drawing_says(kind: PaperKind) -> None:
    """`make templates` writes them anew."""
    assert parts((FOLDER / f"{kind.value}.docx").read_bytes()) == parts(DRAWN[kind])


@pytest.mark.parametrize("kind", FILLED)
def test_a_shipped_template_passes_what_an_upload_must(kind: PaperKind) -> None:
    found = findings(DRAWN[kind], sources.sources()[kind].sheet)

    assert [one for one in found if one.is_fatal] == []


@pytest.mark.parametrize("kind", FILLED)
def test_a_filled_paper_is_in_the_form_of_the_decree(kind: PaperKind) -> None:
    assert [one for one in check(made(kind), kind) if one.verdict == Verdict.NOT_MET] == []


@pytest.mark.parametrize("kind", FILLED)
def test_a_filled_paper_opens_as_a_word_document_with_nothing_left_to_fill(kind: PaperKind) -> None:
    opened = docx.Document(BytesIO(made(kind)))
    said = "".join(opened.element.itertext())

    assert [mark for mark in ("{{", "}}", "{%", "%}") if mark in said] == []


@pytest.mark.parametrize("kind", FILLED)
def test_a_filled_paper_opens_in_libreoffice_and_prints(kind: PaperKind, office: Converter) -> None:
    """The pages are left in output/papers/ to be looked at."""
    printed = office.to_pdf(made(kind))

    OUTPUT.mkdir(parents=True, exist_ok=True)
    for page in range(1, len(pages(printed)) + 1):
        picture(printed, page).save(OUTPUT / f"{kind.value}-{page}.png")
    assert [page for page in pages(printed) if not page] == []
