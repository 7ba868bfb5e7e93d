"""Thông báo công khai lấy ý kiến: where, until when, how to object; the list as an appendix."""

from scripts.templates.letter import Column, Letter


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("THÔNG BÁO")
    doc.bases()
    doc.lines("loi_dan")
    doc.paragraph("Nhà trường công khai danh sách {{ so_luong }} được đề nghị, {{ dot_xet }} (có Danh sách kèm theo).")
    doc.subheading("1. Phạm vi và thời gian")
    doc.paragraph("Công khai {{ pham_vi }}, từ ngày {{ tu_ngay }} đến hết ngày {{ den_ngay }}.")
    doc.subheading("2. Tiếp nhận ý kiến")
    doc.paragraph(
        "Mọi ý kiến phản ánh gửi về thường trực Hội đồng Thi đua - Khen thưởng hoặc qua phần mềm trong thời gian "
        "trên. Người phản ánh được giữ kín danh tính; ý kiến được xác minh và trả lời./."
    )
    doc.signature()
    doc.appendix(
        "",
        "DANH SÁCH ĐƯỢC CÔNG KHAI LẤY Ý KIẾN",
        "(Kèm theo Thông báo số {{ so }}/{{ ky_hieu }} {{ ngay_thang }} của {{ co_quan }})",
    )
    doc.table(
        [
            Column("TT", "{{ dong.stt }}", 0.7, "center"),
            Column("Họ và tên, tên tập thể", "{{ dong.ten }}", 2.6),
            Column("Đơn vị", "{{ dong.don_vi }}", 2.4),
            Column("Danh hiệu đề nghị", "{{ dong.danh_hieu }}", 2.4),
            Column("Thành tích", "{{ dong.thanh_tich }}", 4),
        ],
        "danh_sach",
    )
