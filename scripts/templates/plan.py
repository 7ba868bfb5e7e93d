"""Kế hoạch tổ chức đợt xét."""

from scripts.templates.letter import Column, Letter
from scripts.templates.rounds import criteria, days


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("KẾ HOẠCH")
    doc.bases()
    doc.heading("I. MỤC ĐÍCH, YÊU CẦU")
    doc.paragraph("Phát hiện, lựa chọn, công nhận và nhân rộng điển hình tiên tiến theo {{ ke_hoach }}.")
    doc.paragraph("Việc xét, công nhận công khai, dân chủ, đúng đối tượng, tiêu chuẩn và thời hạn.")
    criteria(doc, "II")
    days(doc, "III")
    doc.heading("IV. TỔ CHỨC THỰC HIỆN")
    doc.lines("huong_dan")
    doc.table(
        [
            Column("Đơn vị, lĩnh vực", "{{ dong.don_vi }}", 2.4),
            Column("Nhiệm vụ", "{{ dong.nhiem_vu }}", 6),
        ],
        "phan_cong",
    )
    doc.paragraph("Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về thường trực Hội đồng./.")
    doc.signature()
