"""Phiếu thẩm định: a landscape table for each office."""

from scripts.templates.letter import Column, Letter
from scripts.templates.markup import Page


def draw(doc: Letter) -> None:
    doc.page = Page(landscape=True)
    doc.letterhead(number=False)
    doc.title("PHIẾU THẨM ĐỊNH")
    doc.paragraph("- Họ tên, tên tập thể: **{{ ten }}**; đơn vị: {{ don_vi }}")
    doc.paragraph("- Danh hiệu đề nghị: {{ danh_hieu }}; ngày gửi hồ sơ: {{ ngay_gui }}")
    doc.begin("if binh_xet")
    doc.paragraph("- Kết quả bình xét của đơn vị: {{ binh_xet }}")
    doc.end("if")
    doc.begin("for phan in tham_dinh")
    doc.subheading("{{ phan.linh_vuc }}{% if phan.nguoi_tra_loi %} ({{ phan.nguoi_tra_loi }}){% endif %}")
    doc.table(
        [
            Column("Mã", "{{ dong.ma }}", 0.9, "center"),
            Column("Tiêu chuẩn", "{{ dong.tieu_chuan }}", 4),
            Column("Theo sổ", "{{ dong.theo_so }}", 1.2, "center"),
            Column("Diễn giải", "{{ dong.dien_giai }}", 3.4),
            Column("Ý kiến", "{{ dong.y_kien }}", 1.3, "center"),
            Column("Căn cứ", "{{ dong.can_cu_y_kien }}", 2.8),
        ],
        "phan.tieu_chuan",
    )
    doc.end("for")
    doc.paragraph("**Kết luận:** {{ ket_luan }}.")
    doc.begin("if y_kien_khac")
    doc.paragraph("Lời ghi: {{ y_kien_khac }}")
    doc.end("if")
    doc.signature()
