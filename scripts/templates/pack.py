"""The pack of a meeting: the dossier of each case on pages that members read."""

from scripts.templates.letter import Column, Letter


def draw(doc: Letter) -> None:
    doc.title("TÀI LIỆU HỌP HỘI ĐỒNG", "{{ ten_cuoc_hop }}")
    doc.centred("{{ bat_dau }}, {{ dia_diem }}")
    doc.begin("for ho_so in danh_sach")
    doc.subheading("{{ ho_so.stt }}. {{ ho_so.ten }}")
    doc.paragraph("Đơn vị: {{ ho_so.don_vi }}. Danh hiệu đề nghị: {{ ho_so.danh_hieu }}.")
    doc.begin("if ho_so.binh_xet")
    doc.paragraph("Kết quả bình xét của đơn vị: {{ ho_so.binh_xet }}.")
    doc.end("if")
    doc.begin("for doan in ho_so.bao_cao")
    doc.paragraph("{{ doan }}")
    doc.end("for")
    doc.begin("if ho_so.tieu_chuan")
    doc.table(
        [
            Column("Mã", "{{ muc.ma }}", 1.5, "center"),
            Column("Tiêu chuẩn", "{{ muc.tieu_chuan }}", 5),
            Column("Kết quả", "{{ muc.ket_qua }}", 2, "center"),
            Column("Diễn giải", "{{ muc.dien_giai }}", 5),
        ],
        "ho_so.tieu_chuan",
        "muc",
    )
    doc.end("if")
    doc.begin("for y_kien in ho_so.y_kien")
    doc.paragraph("Ý kiến: {{ y_kien }}")
    doc.end("for")
    doc.end("for")
