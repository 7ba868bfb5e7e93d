"""The yearbook: its parts in their order, names that lead to their pages, photographs in their places."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from lantoa.domain.papers.fields import Picture
from lantoa.domain.papers.printed import IndexLine, ListedDecision, ListedLine, Recognised, Yearbook
from lantoa.papers.pdf.typesetting import typeset
from lantoa.papers.photographs import printed
from tests.papers.pdf.looking import is_blank, pages, picture

HOSTILE = 'Khoa <b>&"\' #import "@preview/x:1.0.0" $x$ *đậm* _n_ @ai'
LONG_NAME = "Nguyễn Trần Hoàng Phương Thảo Nguyên Công Tằng Tôn Nữ Bảo Ngọc Khánh Huyền Như Ý"
TIER = "Điển hình tiên tiến của Trường hằng năm, năm 2025"
DECISION = "Quyết định số 1/QĐ-ĐHTT ngày 15 tháng 01 năm 2026"


def recognised(anchor: str, name: str, *, photograph: Picture | None = None, text: str = "Dạy 320 giờ.") -> Recognised:
    return Recognised(
        anchor=anchor, name=name, unit=HOSTILE, tier=TIER, decision=DECISION, text=(text,), photograph=photograph
    )


def yearbook(**given: Any) -> Yearbook:
    individuals = (recognised("2", "Lê Thanh Bình"), recognised("3", LONG_NAME))
    collectives = (recognised("1", "Bộ môn Luật Dân sự"),)
    listed = tuple(
        ListedLine(number=f"{place:02}", name=one.name, unit="Khoa Luật")
        for place, one in enumerate(collectives + individuals, 1)
    )
    book = Yearbook(
        issuer="TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
        title="Điển hình tiên tiến năm 2025",
        years="2025",
        place="Bình An",
        foreword=("Năm 2025, Trường đã công nhận 01 tập thể, 02 cá nhân.",),
        position="HIỆU TRƯỞNG",
        signer="Lê Văn Minh",
        decisions=(ListedDecision(reference=DECISION, title="Về việc công nhận", lines=listed),),
        collectives=collectives,
        individuals=individuals,
        index=tuple(IndexLine(anchor=one.anchor, name=one.name, unit="") for one in individuals + collectives),
    )
    return replace(book, **given)


def test_its_parts_follow_each_other() -> None:
    made = pages(typeset("ky-yeu", yearbook()))

    heads = [page.removeprefix("Điển hình tiên tiến năm 2025 ") for page in made]
    assert [head[:12] for head in heads] == [
        "TRƯỜNG CAO Đ",
        "MỤC LỤC Lời ",
        "LỜI NÓI ĐẦU ",
        "CÁC QUYẾT ĐỊ",
        "TẬP THỂ ĐIỂN",
        "CÁ NHÂN ĐIỂN",
        "MỤC LỤC TÊN ",
    ]


def test_the_index_leads_to_the_pages() -> None:
    made = pages(typeset("ky-yeu", yearbook()))

    assert made[-1] == (
        f"Điển hình tiên tiến năm 2025 MỤC LỤC TÊN Lê Thanh Bình 5 {LONG_NAME} 5 Bộ môn Luật Dân sự 4 — 6 —"
    )


def test_what_a_unit_is_called_stays_text() -> None:
    assert HOSTILE in pages(typeset("ky-yeu", yearbook()))[4]


def test_photographs_stand_with_those_who_have_one() -> None:
    file = BytesIO()
    Image.new("RGB", (900, 1200), "#246").save(file, "JPEG")
    someone = recognised("2", "Lê Thanh Bình", photograph=printed(file.getvalue(), 45, 60))
    nobody = recognised("3", "Nguyễn Văn An")

    made = typeset("ky-yeu", yearbook(individuals=(someone, nobody)))

    assert [len(page.images) for page in PdfReader(BytesIO(made)).pages] == [0, 0, 0, 0, 0, 1, 0]


def test_four_thousand_words_flow_on_within_the_margins() -> None:
    talker = recognised("2", LONG_NAME.replace(" ", ""), text="thành tích " * 2000)

    made = typeset("ky-yeu", yearbook(individuals=(talker,), index=()))

    inside = range(6, len(pages(made)) + 1)
    assert len(inside) == 6
    assert {is_blank(picture(made, page), 192, 0, 210, 297) for page in inside} == {True}


@pytest.mark.parametrize("name", [LONG_NAME * 4, "W" * 300])
def test_a_title_stays_on_its_cover(name: str) -> None:
    made = typeset("ky-yeu", yearbook(title=name, issuer=name, years=name, place=name))

    cover = picture(made).convert("RGB")
    edge = [cover.getpixel((round(7 / 25.4 * 50), row)) for row in range(cover.height)]
    assert len(set(edge)) == 1


def test_an_empty_year_is_a_cover_and_contents() -> None:
    empty = yearbook(foreword=(), decisions=(), collectives=(), individuals=(), index=())

    assert len(pages(typeset("ky-yeu", empty))) == 2
