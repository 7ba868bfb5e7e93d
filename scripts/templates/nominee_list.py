"""Danh sách trích ngang: landscape tables of collectives and of individuals."""

from scripts.templates.letter import Column, Letter
from scripts.templates.markup import Page

COLUMNS = [
    Column("TT", "{{ dong.stt }}", 0.6, "center"),
    Column("{ten}", "{{ dong.ten }}", 2.6),
    Column("{don_vi}", "{{ dong.don_vi }}", 2.8),
    Column("Tóm tắt thành tích", "{{ dong.thanh_tich }}", 4.6),
    Column("Danh hiệu đề nghị", "{{ dong.danh_hieu }}", 2.2),
    Column("Kết quả bình xét", "{{ dong.binh_xet }}", 1.8, "center"),
]
UNIT = ("dong.la_don_vi", "{{ dong.stt }}", "{{ dong.ten }}")


def draw(doc: Letter) -> None:
    doc.page = Page(landscape=True)
    doc.letterhead(number=False)
    doc.title("DANH SÁCH TRÍCH NGANG")
    doc.paragraph("Tổng số: {{ so_luong }}.")
    _part(doc, "A. TẬP THỂ", "tap_the", "cong_tap_the", {"ten": "Tên tập thể", "don_vi": "Đơn vị"})
    _part(doc, "B. CÁ NHÂN", "ca_nhan", "cong_ca_nhan", {"ten": "Họ và tên", "don_vi": "Chức vụ, đơn vị"})
    doc.signature()


def _part(doc: Letter, heading: str, items: str, total: str, names: dict[str, str]) -> None:
    doc.begin(f"if {items}")
    doc.heading(heading)
    columns = [
        Column(names.get(one.heading.strip("{}"), one.heading), one.text, one.share, one.align) for one in COLUMNS
    ]
    doc.table(columns, items, group=UNIT, total=("Tổng cộng", f"{{{{ {total} }}}}"))
    doc.end("if")
