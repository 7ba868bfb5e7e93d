"""Báo cáo thành tích tập thể: the collective, what was achieved, what was already given."""

from scripts.templates.letter import Letter
from scripts.templates.reports import given, merits, opening, signatures


def draw(doc: Letter) -> None:
    opening(doc, number=True)
    doc.heading("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH")
    doc.paragraph("- Tên tập thể: **{{ ten }}**")
    doc.paragraph("- Đơn vị cấp trên: {{ cap_tren }}")
    doc.paragraph(
        "- Tổng số: {{ so_nguoi }} người{% if truong_don_vi %}; người đứng đầu: {{ truong_don_vi }}{% endif %}"
    )
    doc.begin("if don_vi_truc_thuoc")
    doc.paragraph("- Các đơn vị trực thuộc:")
    doc.lines("don_vi_truc_thuoc", before="+ ")
    doc.end("if")
    doc.paragraph("- Danh hiệu đề nghị: {{ danh_hieu }}")
    doc.heading("II. THÀNH TÍCH ĐẠT ĐƯỢC")
    merits(doc)
    given(doc)
    signatures(doc)
