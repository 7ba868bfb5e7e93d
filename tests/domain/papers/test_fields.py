"""The fields of a paper are declared once: filled, listed and nested as declared."""

import pytest

from lantoa.domain.papers.contents import Contents, OfficialPaper
from lantoa.domain.papers.fields import Field, Picture, Shape, fields_of, filled, paper, paths, said


@paper
class Line:
    name: str = said("ho_ten", "Họ tên")


@paper
class Sheet:
    title: str = said("ten", "Tên")
    lines: tuple[Line, ...] = said("danh_sach", "Danh sách", default=())
    notes: tuple[str, ...] = said("ghi_chu", "Ghi chú", default=())
    is_signed: bool = said("da_ky", "Đã ký", default=False)
    code: Picture | None = said("ma", "Mã", default=None)


def test_a_template_gets_every_field_under_its_name_there() -> None:
    sheet = Sheet(title="T", lines=(Line(name="An"),), notes=("x",))
    assert filled(sheet) == {
        "ten": "T",
        "danh_sach": [{"ho_ten": "An"}],
        "ghi_chu": ["x"],
        "da_ky": False,
        "ma": None,
    }


def test_the_fields_say_what_they_hold() -> None:
    name = Field("name", "ho_ten", "Họ tên", Shape.TEXT)
    assert [(one.name, one.shape, one.parts) for one in fields_of(Sheet)] == [
        ("ten", Shape.TEXT, ()),
        ("danh_sach", Shape.ROWS, (name,)),
        ("ghi_chu", Shape.LINES, ()),
        ("da_ky", Shape.FLAG, ()),
        ("ma", Shape.PICTURE, ()),
    ]
    assert [path for path, _one in paths(fields_of(Sheet))] == [
        "ten",
        "danh_sach",
        "danh_sach.ho_ten",
        "ghi_chu",
        "da_ky",
        "ma",
    ]


def test_what_no_template_can_show_is_no_field() -> None:
    @paper
    class Wrong:
        number: int = said("so", "Số")

    with pytest.raises(TypeError, match="no field of a paper"):
        fields_of(Wrong)


def test_an_official_paper_has_the_fields_of_its_form() -> None:
    names = [one.name for one in fields_of(OfficialPaper)]
    assert names[:6] == ["co_quan_chu_quan", "co_quan", "so", "ky_hieu", "dia_danh", "ngay_thang"]
    assert fields_of(Contents) == ()
