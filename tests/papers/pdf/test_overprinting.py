"""What is printed on stock stands where the office has put it, within half a millimetre, and never leaves its width."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
import segno
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from lantoa.domain.papers.fields import Picture
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.papers.stocks import A4, Align, Sheet, Spot, laid_out, printable, said
from lantoa.papers.pdf.overprinting import Layout, overprint, trial_sheet
from tests.papers.pdf.looking import is_blank, pages, picture, size
from tests.papers.pdf.test_certificates import CERTIFICATE, HOSTILE, LONG_NAME

FIELDS = printable(Certificate)
POINT = 25.4 / 72
NEAR = 0.5  # mm
NAME = Spot("ho_ten", 50, 100, 120, 24)


def layout(*spots: Spot, sheet: Sheet = A4, shift: tuple[float, float] = (0, 0)) -> Layout:
    return Layout("Phôi thử", sheet, FIELDS, spots, shift)


def printed(words: str, *spots: Spot, **how: Any) -> bytes:
    return overprint(layout(*(spots or [NAME]), **how), [said(replace(CERTIFICATE, name=words))])


def boxes(made: bytes) -> list[tuple[float, float, float, float, str]]:
    """Each word with the edges of its box, in mm, as poppler sees them."""
    command = ["pdftotext", "-bbox", "-", "-"]
    answer = subprocess.run(command, input=made, check=True, stdout=subprocess.PIPE).stdout.decode()
    found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', answer)
    return [(*(float(edge) * POINT for edge in edges), word) for *edges, word in found]


def edges(made: bytes) -> tuple[float, float]:
    """How far left and how far right anything is printed, in mm."""
    found = boxes(made)
    return min(one[0] for one in found), max(one[2] for one in found)


def feet(made: bytes, page: int = 0) -> list[float]:
    """How far from the upper edge the lines stand, in mm, as pypdf sees them."""
    reader, found = PdfReader(BytesIO(made)).pages[page], dict[float, None]()
    high = float(reader.mediabox.height)

    def see(text: str, user: list[float], matrix: list[float], *_font: object) -> None:
        if text.strip():
            down = user[3] * matrix[5] + user[5]
            found[round((high - down) * POINT, 2)] = None

    reader.extract_text(visitor_text=see)
    return list(found)


def near(found: float, wanted: float) -> bool:
    return abs(found - wanted) <= NEAR


@pytest.mark.parametrize("align", Align)
def test_words_stand_on_their_line_and_at_their_side(align: Align) -> None:
    made = printed("Lê Thanh Bình", replace(NAME, align=align))
    left, right = edges(made)

    assert [near(one, 100) for one in feet(made)] == [True]
    assert {
        Align.LEFT: near(left, 50),
        Align.CENTER: near((left + right) / 2, 110),
        Align.RIGHT: near(right, 170),
    }[align]


def test_every_usual_field_stands_where_it_was_put() -> None:
    spots = [replace(one, align=Align.LEFT) for one in laid_out(FIELDS, A4) if one.is_shown]
    made = overprint(layout(*spots), [said(CERTIFICATE)])
    wanted = [(one.x, one.y) for one in spots if one.field != "ma_xac_thuc"]
    starts = {round(one[0], 1) for one in boxes(made)}

    assert [any(near(found, y) for found in feet(made)) for _x, y in wanted] == [True] * len(wanted)
    assert [any(near(found, x) for found in starts) for x, _y in wanted] == [True] * len(wanted)


def test_a_printer_that_is_off_is_set_right() -> None:
    made = printed("Bình", replace(NAME, align=Align.LEFT), shift=(1.5, -2))

    assert (near(edges(made)[0], 51.5), near(feet(made)[0], 98)) == (True, True)


@pytest.mark.parametrize("words", [LONG_NAME, LONG_NAME.replace(" ", ""), LONG_NAME.upper() * 2])
@pytest.mark.parametrize("lines", [1, 2])
def test_a_long_name_becomes_small_and_keeps_to_its_width(words: str, lines: int) -> None:
    spot = replace(NAME, width=80, lines=lines, step=9)
    made = printed(words, spot)
    left, right = edges(made)

    assert (left >= 50, right <= 130.05) == (True, True)
    assert [near(one, 100) or (lines == 2 and near(one, 109)) for one in feet(made)] == [True] * len(feet(made))
    assert "".join(pages(made)).replace(" ", "") == words.replace(" ", "")


def test_further_lines_stand_on_the_lines_of_the_stock() -> None:
    spot = replace(NAME, lines=3, step=8.5, size=16)
    found = feet(printed(" ".join(["Điển hình tiên tiến"] * 8), spot))

    assert near(found[0], 100)
    assert [near(below - above, 8.5) for above, below in pairwise(found)] == [True] * (len(found) - 1)
    assert len(found) in (2, 3)


def test_words_that_fit_keep_their_size() -> None:
    heights = [box[3] - box[1] for box in boxes(printed("Bình", replace(NAME, size=20)))]

    assert [abs(one / POINT - 20) < 3 for one in heights] == [True]


def test_what_somebody_is_called_stays_text() -> None:
    assert pages(printed(HOSTILE, replace(NAME, width=240))) == [HOSTILE]


def test_each_paper_has_a_page_of_the_size_of_the_stock() -> None:
    people = [said(replace(CERTIFICATE, name=name)) for name in ("An", "Bình", "Chi")]
    made = overprint(layout(replace(NAME, x=10, y=50), sheet=Sheet(200, 140)), people)

    assert (size(made), pages(made)) == ((200, 140), ["An", "Bình", "Chi"])


def test_a_paper_that_has_nothing_to_say_has_its_page_all_the_same() -> None:
    made = overprint(layout(NAME), [{}, said(CERTIFICATE), {}])

    assert pages(made) == ["", "Lê Thanh Bình", ""]


def test_a_field_that_is_not_shown_is_not_printed() -> None:
    assert pages(printed("Bình", NAME, Spot("ten_giay", 10, 10, 50, is_shown=False))) == ["Bình"]


def test_without_its_picture_only_the_words_are_printed() -> None:
    file = BytesIO()
    Image.new("RGB", (297, 210), "red").save(file, "JPEG")
    people = [said(CERTIFICATE)]
    bare, upon = overprint(layout(NAME), people), overprint(layout(NAME), people, picture=file.getvalue())

    assert [is_blank(picture(one), 5, 5, 290, 80) for one in (bare, upon)] == [True, False]
    assert picture(upon).convert("RGB").getpixel((3, 3)) == (254, 0, 0)
    assert pages(upon) == ["Lê Thanh Bình"]


def test_words_have_their_colour_and_weight() -> None:
    made = printed("Bình", replace(NAME, colour="#c01818", is_bold=True, is_italic=True))
    colours = picture(made, dpi=100).convert("RGB").getcolors(100_000) or []
    fonts = PdfReader(BytesIO(made)).pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]

    assert (0xC0, 0x18, 0x18) in {colour for _count, colour in colours}
    assert [str(one.get_object()["/BaseFont"]).partition("+")[2] for one in fonts] == ["Tinos-BoldItalic"]


def test_the_code_hangs_from_its_place_and_can_be_read() -> None:
    file = BytesIO()
    segno.make("https://thidua.example/xac-thuc/K7PM-3QXA/", error="m").save(file, kind="png", scale=8, border=0)
    spot = Spot("ma_xac_thuc", 30, 140, 25)
    made = overprint(layout(spot), [said(replace(CERTIFICATE, code=Picture(file.getvalue(), 20)))])
    seen = picture(made, dpi=254)  # ten points a mm
    ink = seen.convert("L").point(lambda value: 255 * (value < 128)).getbbox()

    assert ink is not None
    assert [near(found / 10, wanted) for found, wanted in zip(ink, (30, 140, 55, 165), strict=True)] == [True] * 4
    assert len(zxingcpp.read_barcodes(seen)) == 1


def test_the_trial_sheet_has_rulers_from_the_edges_and_the_places_of_the_fields() -> None:
    made = trial_sheet(layout(NAME, Spot("ma_xac_thuc", 30, 140, 25), Spot("ten_giay", 1, 1, 9, is_shown=False)))
    words, numbers = pages(made)[0], {box[4]: box[0] for box in boxes(made)}

    assert ["Họ tên cá nhân" in words, "Mã vuông" in words, "Tên giấy" in words] == [True, True, False]
    assert [near(numbers[str(mark)], mark + 0.5) for mark in (220, 260, 290)] == [True] * 3
