"""Thông báo tổ chức đợt xét."""

from scripts.templates.letter import Letter
from scripts.templates.rounds import criteria, days


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("THÔNG BÁO")
    doc.bases()
    doc.paragraph("Nhà trường thông báo tổ chức {{ dot_xet }} như sau:")
    criteria(doc, "I")
    days(doc, "II")
    doc.heading("III. HỒ SƠ, CÁCH THỰC HIỆN")
    doc.paragraph("Hồ sơ gồm báo cáo thành tích, biên bản bình xét của đơn vị và minh chứng theo từng tiêu chuẩn.")
    doc.lines("huong_dan")
    doc.paragraph("Đề nghị trưởng các đơn vị tổ chức thực hiện và gửi hồ sơ đúng thời hạn./.")
    doc.signature()
