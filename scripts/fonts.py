"""Draws lantoa/papers/fonts anew: Tinos and Be Vietnam Pro, cut to the letters of our papers, and signs of DejaVu.

Tinos has the widths of Times New Roman, which Decree 30/2020 asks for, and may be given away.
"""

import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from debian import ensure
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "lantoa" / "papers" / "fonts"
TINOS = Path("/usr/share/fonts/truetype/croscore")
SIGNS = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
SIGNS_LICENCE = Path("/usr/share/doc/fonts-dejavu-core/copyright")
PAGES = ROOT / "lantoa" / "static" / "fonts"
STYLES = {
    "be-vietnam-pro-400": "BeVietnamPro-Regular",
    "be-vietnam-pro-400-italic": "BeVietnamPro-Italic",
    "be-vietnam-pro-600": "BeVietnamPro-SemiBold",
    "be-vietnam-pro-700": "BeVietnamPro-Bold",
}
LETTERS = [
    range(0x20, 0x7F),
    range(0xA0, 0x250),  # Latin, with ă â đ ê ô ơ ư
    range(0x300, 0x340),  # marks of letters that come decomposed
    range(0x1EA0, 0x1EFA),  # the Vietnamese letters with two marks
    range(0x2010, 0x2040),  # dashes, quotes, dots
    range(0x2070, 0x2090),  # raised and lowered digits
    (0x20AB, 0x20AC, 0x2116, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25CB, 0x25CF, 0xFFFD),
    range(0x370, 0x400),  # Greek, for formulas
    range(0x2190, 0x2196),
]
TICKS = range(0x2610, 0x2613), (0x2713, 0x2714, 0x2717, 0x2718)  # boxes to tick; neither of the two has them


def main() -> int:
    if not (TINOS.exists() and SIGNS.exists()):
        ensure("fonts-croscore", "fonts-dejavu-core")
    TARGET.mkdir(parents=True, exist_ok=True)
    for source in sorted(TINOS.glob("Tinos-*.ttf")):
        cut(source, TARGET / source.name, LETTERS)
    for name, target in STYLES.items():
        cut(PAGES / f"{name}.woff2", TARGET / f"{target}.ttf", LETTERS)
    cut(SIGNS, TARGET / SIGNS.name, TICKS)
    licence = (PAGES / "OFL.txt").read_text(encoding="utf-8")
    dejavu = SIGNS_LICENCE.read_text(encoding="utf-8").partition("Files: debian")[0].strip()
    (TARGET / "DejaVu.txt").write_text(f"{dejavu}\n", encoding="utf-8")
    (TARGET / "OFL.txt").write_text(f"Copyright 2010-2020 Google LLC (Tinos),\n{licence}", encoding="utf-8")
    return 0


def cut(source: Path, target: Path, letters: Sequence[Iterable[int]]) -> None:
    """The font with these letters only, its widths and its name as they were."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None  # Typst and LibreOffice read plain TrueType
    subsetter = Subsetter(Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False))
    subsetter.populate(unicodes=set(chain(*letters)))
    subsetter.subset(font)
    font.save(target)
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
