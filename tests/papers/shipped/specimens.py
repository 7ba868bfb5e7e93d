"""A paper of any kind with made-up contents: every field has something to say, whatever sheet it belongs to."""

from io import BytesIO
from typing import Any, get_args, get_type_hints

from PIL import Image

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Field, Picture, Shape, fields_of

SAID = {
    "co_quan_chu_quan": "BỘ TƯ PHÁP",
    "co_quan": "TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    "so": "05",
    "ky_hieu": "QĐ-CĐL",
    "dia_danh": "Bình An",
    "ngay_thang": "ngày 05 tháng 01 năm 2025",
    "trich_yeu": "Về việc xét công nhận điển hình tiên tiến năm 2024",
    "can_cu": (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Theo đề nghị của Phòng Tổ chức - Hành chính.",
    ),
    "noi_nhan": ("- Như trên;", "- Lưu: VT, TCHC."),
    "kinh_gui": ("Hiệu trưởng Trường Cao đẳng Luật Sông Lam",),
    "quyen_han": "",
    "chuc_vu": "HIỆU TRƯỞNG",
    "chuc_vu_chinh_quyen": "",
    "nguoi_ky": "Trần Thị Bưởi",
    "kem_theo": "(Kèm theo Quyết định số 05/QĐ-CĐL ngày 05 tháng 01 năm 2025 của Hiệu trưởng)",
    "ten_danh_sach": "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2024",
    "tham_quyen": "HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    "ket": "Cuộc họp kết thúc lúc 10 giờ 30 phút cùng ngày",
    "tieu_de": "I. TÌNH HÌNH",
    "stt": "1",
    "nam": "2024",
    "ten": "Nguyễn Văn An",
    "don_vi": "Khoa Luật <&> Xã hội",
    "danh_hieu": "Điển hình tiên tiến năm 2024",
    "so_luong": "01 tập thể, 02 cá nhân",
    "so_tien": "1.800.000",
    "chu_toa": "Phạm Thị Quýt",
    "thu_ky": "Lê Văn Cam",
    "loi": "1. Mục tiêu đã đặt ra",
    "bat_dau": "08 giờ 00 phút, ngày 05 tháng 01 năm 2025",
    "ket_thuc": "10 giờ 30 phút, ngày 05 tháng 01 năm 2025",
}
ROWS = 3


def specimen(sheet: type[Contents]) -> Contents:
    """One paper of this sheet, three rows in each of its lists."""
    return sheet(**_values(sheet))


def _values(sheet: type) -> dict[str, Any]:
    hints = get_type_hints(sheet)
    return {one.attribute: _value(one, hints[one.attribute]) for one in fields_of(sheet)}


def _value(one: Field, hint: Any) -> Any:
    if one.name in SAID:
        return SAID[one.name]
    if one.shape == Shape.ROWS:
        row = get_args(hint)[0]
        return tuple(row(**_values(row)) for _place in range(ROWS))
    plain: dict[Shape, Any] = {
        Shape.TEXT: "Nội dung <&> “mẫu”",
        Shape.LINES: ("Nội dung một", "Nội dung hai"),
        Shape.FLAG: True,
        Shape.PICTURE: dot(),
    }
    return plain[one.shape]


def dot() -> Picture:
    held = BytesIO()
    Image.new("RGB", (8, 8), "black").save(held, "PNG")
    return Picture(held.getvalue(), 15)
