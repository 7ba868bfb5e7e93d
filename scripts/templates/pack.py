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
    doc.paragraph("Thẩm định: {{ ho_so.tham_dinh }}.")
    doc.begin("if ho_so.y_kien_tham_dinh")
    doc.table(
        [
            Column("Lĩnh vực", "{{ noi.linh_vuc }}", 4),
            Column("Mã", "{{ noi.ma }}", 1.5, "center"),
            Column("Ý kiến", "{{ noi.y_kien }}", 2.5, "center"),
            Column("Căn cứ", "{{ noi.can_cu }}", 5.5),
        ],
        "ho_so.y_kien_tham_dinh",
        "noi",
    )
    doc.end("if")
    doc.begin("for y_kien in ho_so.y_kien")
    doc.paragraph("Ý kiến giới thiệu: {{ y_kien }}")
    doc.end("for")
    doc.paragraph("Ý kiến phản ánh khi công khai:{% if ho_so.cong_khai %} {{ ho_so.cong_khai }}{% endif %}")
    doc.begin("for don in ho_so.phan_anh")
    doc.paragraph(
        "- Kết luận: {{ don.ket_luan }}.{% if don.tom_tat %} Phản ánh: {{ don.tom_tat }}{% endif %}"
        "{% if don.xac_minh %} Kết quả xác minh: {{ don.xac_minh }}{% endif %}"
    )
    doc.end("for")
    doc.end("for")
