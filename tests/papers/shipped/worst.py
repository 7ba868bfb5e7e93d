"""A paper of any kind with the worst that an office may hold: long names, marks of XML and Jinja, no photograph."""

from typing import Any, Final, get_args, get_type_hints

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Field, Picture, Shape, fields_of
from tests.papers.shipped.specimens import SAID, dot

NAME: Final = "Nguyễn Phước Hoàng Thiên Bảo Quỳnh Anh Tôn Nữ Công Tằng Huyền Trang Ngọc Diệp An"
UNIT: Final = 'Khoa "Luật <&> Kinh tế" {{ __class__ }} {% for x in y %} và Hợp tác quốc tế'
END: Final = "hếtlời"  # told from all other words: a text that is cut short lacks it
ACHIEVEMENT: Final = f"{UNIT}: {'đổi mới ' * 2000}{END}"  # 4,000 words and more
SENTENCE: Final = f"{UNIT}, {'nhiều năm liền ' * 20}{END}"
FREE: Final = {"ten", "ho_ten", "nguoi_ky", "thu_ky", "chu_toa", "don_vi", "co_quan", "trich_yeu", "danh_hieu", "loi"}
NAMES: Final = {"ten", "ho_ten", "nguoi_ky", "thu_ky", "chu_toa", "ten_nguoi_xac_nhan", "truong_don_vi"}
SET: Final = {name: text for name, text in SAID.items() if name not in FREE} | {
    "co_quan": UNIT.upper(),
    "trich_yeu": f"Về việc bình xét tại {UNIT}",
    "don_vi": UNIT,
    "danh_hieu": "Điển hình tiên tiến của ngành Tư pháp giai đoạn 2021-2025",
    "tham_quyen": f"HIỆU TRƯỞNG {UNIT.upper()}",
    "so_to": "3",
    "dong_tang": "TẶNG DANH HIỆU",
    "ten_giay": "CHIẾN SĨ THI ĐUA CƠ SỞ",
    "chuc_vu_don_vi": f"Phó Trưởng khoa phụ trách, {UNIT}",
    "don_vi_luu": UNIT,
    "quyet_dinh": "Quyết định số 05/QĐ-CĐL ngày 05 tháng 01 năm 2025",
    "so_vang": "012",
    "so_ho_so": "312",
    "tu_ho_so": "001",
    "den_ho_so": "312",
    "thoi_han": "Vĩnh viễn",
}
OF_THE_INDEX: Final = {"muc_luc_ten": "ca_nhan"}  # its lines lead to these
ROWS = 3


def worst(sheet: type[Contents]) -> Contents:
    """One paper of this sheet; pictures only where a paper cannot do without."""
    return sheet(**_values(sheet, 1, ""))


def _values(sheet: type, place: int, within: str) -> dict[str, Any]:
    hints = get_type_hints(sheet)
    return {one.attribute: _value(one, hints[one.attribute], place, within) for one in fields_of(sheet)}


def _value(one: Field, hint: Any, place: int, within: str) -> Any:
    if one.name == "ma":
        return f"{OF_THE_INDEX.get(within, within)}-{place}"
    if one.name in NAMES:
        return NAME
    if one.name in SET and one.shape in (Shape.TEXT, Shape.LINES):
        said = SET[one.name]
        return (said,) * ROWS if one.shape == Shape.LINES and isinstance(said, str) else said
    if one.shape == Shape.ROWS:
        row = get_args(hint)[0]
        return tuple(row(**_values(row, number, one.name)) for number in range(1, ROWS + 1))
    plain: dict[Shape, Any] = {
        Shape.TEXT: SENTENCE,
        Shape.LINES: (ACHIEVEMENT if place == 1 else UNIT, SENTENCE),
        Shape.FLAG: place == 1,
        Shape.PICTURE: dot() if hint is Picture else None,
    }
    return plain[one.shape]
