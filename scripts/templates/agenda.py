"""The agenda of a meeting of the Council, with the cases it is to deal with."""

from scripts.templates.letter import Column, Letter
from scripts.templates.listing import NAME, NUMBER, TIER


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("CHƯƠNG TRÌNH")
    doc.paragraph("{{ ten_cuoc_hop }}.")
    doc.paragraph("Thời gian: {{ bat_dau }}. Địa điểm: {{ dia_diem }}.")
    doc.begin("if khach_moi")
    doc.paragraph("Khách mời (dự họp, không bỏ phiếu): {{ khach_moi }}.")
    doc.end("if")
    doc.paragraph("Nội dung:")
    doc.lines("noi_dung", before="- ")
    doc.begin("if danh_sach")
    doc.paragraph("Các trường hợp được xét:")
    doc.table([NUMBER, NAME, Column("Đơn vị", "{{ dong.don_vi }}", 4), TIER], "danh_sach")
    doc.end("if")
    doc.paragraph("Đề nghị các thành viên Hội đồng sắp xếp công việc để dự họp đầy đủ, đúng giờ./.")
    doc.signature()
