"""Where the fields of a paper go on stock that is printed already."""

from dataclasses import replace

import pytest

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Picture, paper
from lantoa.domain.papers.fields import said as field
from lantoa.domain.papers.printed import Certificate
from lantoa.domain.papers.stocks import (
    A4,
    START,
    Align,
    Sheet,
    Spot,
    laid_out,
    printable,
    read,
    said,
    sheets_asked,
    written,
)

CERTIFICATE = Certificate(
    authority="HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    deed="TẶNG",
    award="GIẤY KHEN",
    name="Lê Thanh  Bình\n",
    achievement="Điển hình tiên tiến của Trường năm 2025",
    decision="Quyết định số 12/QĐ-CĐL ngày 15 tháng 01 năm 2026",
    ordinal="02",
    place="Bình An",
    date="ngày 15 tháng 01 năm 2026",
    position="HIỆU TRƯỞNG",
    signer="Lê Văn Minh",
)
FIELDS = printable(Certificate)
PARTS = [
    "dia_danh_ngay", "ngay", "thang", "nam", "so_quyet_dinh", "chi_so_quyet_dinh", "ngay_quyet_dinh",
    "thang_quyet_dinh", "nam_quyet_dinh",
]  # fmt: skip


@paper
class Slip(Contents):
    """A paper with a field that has the name of a part, and with what has no place on stock."""

    day: str = field("ngay", "Ngày")
    lines: tuple[str, ...] = field("cac_dong", "Các dòng", default=())
    is_copy: bool = field("ban_sao", "Bản sao", default=False)


def test_words_pictures_and_parts_of_words_can_be_printed() -> None:
    assert [one.name for one in FIELDS][-len(PARTS) :] == PARTS
    assert [one.name for one in printable(Slip)] == ["ngay", *(part for part in PARTS if part != "ngay")]


def test_every_usual_spot_is_one_of_the_certificate() -> None:
    assert {spot.field for spot in START} - {one.name for one in FIELDS} == set()


def test_each_spot_gets_one_line_of_words() -> None:
    told = said(CERTIFICATE)

    assert [told["ho_ten"], *(told[name] for name in PARTS)] == [
        "Lê Thanh Bình", "Bình An, ngày 15 tháng 01 năm 2026", "15", "01", "2026", "12/QĐ-CĐL", "12", "15",
        "01", "2026",
    ]  # fmt: skip
    assert "chuc_vu_don_vi" not in told


def test_words_that_say_no_day_and_no_number_have_no_parts() -> None:
    told = said(replace(CERTIFICATE, date="", decision="", code=Picture(b"png", 20)))

    assert [name for name in PARTS if name in told] == ["dia_danh_ngay"]
    assert (told["dia_danh_ngay"], told["ma_xac_thuc"]) == ("Bình An", Picture(b"png", 20))


def test_a_new_stock_has_the_usual_fields_in_their_places() -> None:
    spots = {spot.field: spot for spot in laid_out(FIELDS, A4)}

    assert spots["ho_ten"] == Spot("ho_ten", 32, 107, 233, 27, is_bold=True)
    assert [name for name, spot in spots.items() if spot.is_shown] == [
        "ho_ten", "chuc_vu_don_vi", "thanh_tich", "quyet_dinh", "so_vang", "chuc_vu", "nguoi_ky", "ma_xac_thuc",
        "dia_danh_ngay",
    ]  # fmt: skip


def test_on_a_smaller_sheet_all_is_smaller() -> None:
    name = next(spot for spot in laid_out(FIELDS, Sheet(148.5, 105)) if spot.field == "ho_ten")

    assert (name.x, name.y, name.width, name.size) == (16, 53.5, 116.5, 13.5)


def test_spots_are_read_as_they_were_written() -> None:
    spots = tuple(replace(spot, align=Align.RIGHT) for spot in laid_out(FIELDS, A4))

    assert read(written(spots), FIELDS, A4) == spots


def test_a_field_that_came_later_waits_and_one_that_went_is_forgotten() -> None:
    kept = [{"field": "cu", "x": 1, "y": 1, "width": 1}, {"field": "ho_ten", "x": 1, "y": 2, "width": 3, "font": "x"}]
    spots = read(kept, FIELDS, A4)

    assert [spot.field for spot in spots] == [one.name for one in FIELDS]
    assert [spot for spot in spots if spot.is_shown] == [Spot("ho_ten", 1, 2, 3)]


def test_a_spot_is_moved_by_tenths_of_a_millimetre() -> None:
    moved = Spot("ho_ten", 32, 107, 233).shift(0.1, -0.2)

    assert (moved.x, moved.y) == (32.1, 106.8)


@pytest.mark.parametrize(
    ("words", "found"),
    [("", [1, 2, 3, 4, 5]), (" ", [1, 2, 3, 4, 5]), ("2-4", [2, 3, 4]), ("5; 1 - 2, 2", [5, 1, 2])],
)
def test_sheets_are_asked_for_as_in_a_print_dialog(words: str, found: list[int]) -> None:
    assert sheets_asked(words, 5) == found


@pytest.mark.parametrize("words", ["0", "6", "4-2", "a", "1,", "1-2-3", "-1", "²"])
def test_sheets_that_are_not_there_are_refused(words: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011  (the message is the part that is wrong)
        sheets_asked(words, 5)

    assert str(refusal.value) in words
