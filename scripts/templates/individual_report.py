"""Báo cáo thành tích cá nhân: who, what was achieved, what was already given."""

from scripts.templates.letter import Letter
from scripts.templates.reports import given, merits, opening, signatures


def draw(doc: Letter) -> None:
    opening(doc, number=False)
    doc.heading("I. SƠ LƯỢC LÝ LỊCH")
    doc.paragraph("- Họ và tên: **{{ ten }}**{% if gioi_tinh %}; giới tính: {{ gioi_tinh }}{% endif %}")
    doc.begin("if ngay_sinh")
    doc.paragraph("- Ngày sinh: {{ ngay_sinh }}")
    doc.end("if")
    doc.paragraph("- Chức vụ, đơn vị công tác: {{ cong_viec }}{% if tu_ngay %} (từ {{ tu_ngay }}){% endif %}")
    doc.paragraph("- Danh hiệu đề nghị: {{ danh_hieu }}")
    doc.heading("II. THÀNH TÍCH ĐẠT ĐƯỢC")
    merits(doc)
    given(doc)
    doc.paragraph("Tôi xin cam đoan những nội dung trên là đúng và chịu trách nhiệm về báo cáo này./.")
    signatures(doc)
