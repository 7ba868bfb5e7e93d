"""The fonts that travel with the product have every Vietnamese letter and the widths of Times New Roman."""

from pathlib import Path
from unicodedata import normalize

import pytest
from fontTools.ttLib import TTFont

from lantoa.papers.pdf.fonts import FOLDER

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
SMALL = {normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
LETTERS = SMALL | {letter.upper() for letter in SMALL} | set("0123456789,.;:/–-…“”\"'()%№₫ ")
FILES = sorted([*FOLDER.glob("Tinos-*.ttf"), *FOLDER.glob("BeVietnamPro-*.ttf")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_letter_of_our_papers_is_there(file: Path) -> None:
    missing = {"№"} if file.stem.startswith("Be") else set()

    assert {letter for letter in LETTERS if ord(letter) not in TTFont(file).getBestCmap()} - missing == set()


def test_boxes_can_be_ticked() -> None:
    assert set("☐☑☒✓✗") - {chr(letter) for letter in TTFont(FOLDER / "DejaVuSans.ttf").getBestCmap()} == set()


def test_there_are_four_styles_of_each_and_their_licence() -> None:
    assert {path.stem for path in FILES} == {
        *(f"Tinos-{style}" for style in ("Regular", "Italic", "Bold", "BoldItalic")),
        *(f"BeVietnamPro-{style}" for style in ("Regular", "Italic", "SemiBold", "Bold")),
    }
    assert "Tinos" in (FOLDER / "OFL.txt").read_text(encoding="utf-8").splitlines()[0]


def test_tinos_is_as_wide_as_times_new_roman() -> None:
    """Widths of Times New Roman in 2048ths of the size, as its maker published them."""
    font = TTFont(FOLDER / "Tinos-Regular.ttf")
    widths = {letter: font["hmtx"][font.getBestCmap()[ord(letter)]][0] for letter in "aimW0 "}

    assert widths == {"a": 909, "i": 569, "m": 1593, "W": 1933, "0": 1024, " ": 512}
