"""Certificates: the lines that the decree fixes, in its colours, and nothing outside of the frame."""

from dataclasses import replace
from io import BytesIO

import pytest
import segno
import zxingcpp
from PIL import Image

from lantoa.domain.papers.fields import Picture
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.papers.printed import Certificate
from lantoa.papers.pdf.typesetting import typeset
from tests.papers.pdf.looking import MM, is_blank, pages, picture, size

CERTIFICATE = Certificate(
    authority="HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    deed="TẶNG",
    award="GIẤY KHEN",
    name="Lê Thanh Bình",
    unit="Giảng viên, Bộ môn Luật Dân sự",
    achievement="Điển hình tiên tiến của Trường năm 2025",
    decision="Quyết định số 12/QĐ-CĐL ngày 15 tháng 01 năm 2026",
    ordinal="02",
    place="Bình An",
    date="ngày 15 tháng 01 năm 2026",
    position="HIỆU TRƯỞNG",
    signer="Lê Văn Minh",
)
LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM TẶNG "
    "GIẤY KHEN Lê Thanh Bình Giảng viên, Bộ môn Luật Dân sự Điển hình tiên tiến của Trường năm 2025 "
    "Quyết định số 12/QĐ-CĐL ngày 15 tháng 01 năm 2026 Số sổ vàng: 02 Bình An, ngày 15 tháng 01 năm 2026 "
    "HIỆU TRƯỞNG Lê Văn Minh"
)
LONG_NAME = "Nguyễn Trần Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ Bảo Ngọc Khánh Huyền Như Ý"
HOSTILE = 'Khoa <b>&"\' #import "@preview/x:1.0.0" $x$ *đậm* _n_ @ai'
KINDS = [PaperKind.CERTIFICATE, PaperKind.CERTIFICATE_OF_RECOGNITION]


def red_rows(seen: Image.Image) -> set[int]:
    """How far down the page, in mm, anything is red."""
    rgb = seen.convert("RGB").tobytes()
    pixels = (rgb[at : at + 3] for at in range(0, len(rgb), 3))
    return {
        round(place // seen.width / MM)
        for place, (red, green, blue) in enumerate(pixels)
        if red > 150 and max(green, blue) < 60
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_lines_stand_in_their_order_on_a_sheet_of_a4_landscape(kind: PaperKind) -> None:
    made = typeset(kind.value, CERTIFICATE)

    assert size(made) == (297, 210)
    assert pages(made) == [LINES]


def test_who_gives_it_and_what_it_is_are_red() -> None:
    rows = red_rows(picture(typeset("giay-khen", CERTIFICATE)))

    assert {63 <= row <= 71 or 78 <= row <= 97 for row in rows} == {True}


@pytest.mark.parametrize("name", [LONG_NAME, LONG_NAME.replace(" ", ""), HOSTILE])
def test_a_name_stays_within_its_lines(name: str) -> None:
    made = typeset("giay-khen", replace(CERTIFICATE, name=name, unit=name, achievement=" ".join([name] * 6)))

    assert len(pages(made)) == 1
    seen = picture(made)
    sides = [(18, 35, 24, 140), (273, 35, 279, 140)]
    assert [is_blank(seen, *side) for side in sides] == [True, True]


def test_what_a_unit_is_called_stays_text() -> None:
    made = typeset("giay-khen", replace(CERTIFICATE, unit=HOSTILE))

    assert pages(made) == [LINES.replace("Giảng viên, Bộ môn Luật Dân sự", HOSTILE)]


def test_the_code_can_be_read_from_the_print() -> None:
    file = BytesIO()
    address = "https://thidua.example/xac-thuc/K7PM-3QXA/"
    segno.make(address, error="m").save(file, kind="png", scale=8)

    made = typeset("giay-khen", replace(CERTIFICATE, code=Picture(file.getvalue(), 20)))

    assert [one.text for one in zxingcpp.read_barcodes(picture(made, dpi=150))] == [address]


def test_a_title_has_rows_of_flags_beside_the_star() -> None:
    title = replace(CERTIFICATE, deed="TẶNG DANH HIỆU", award="CHIẾN SĨ THI ĐUA CƠ SỞ")

    plain, flagged = (red_rows(picture(typeset("giay-khen", replace(title, has_flags=one)))) for one in (False, True))

    assert {row for row in flagged - plain if row > 43} == set()
    assert min(flagged) in range(20, 30)
