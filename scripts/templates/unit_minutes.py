"""Biên bản bình xét của đơn vị: form 1.9 of Decree 30/2020, with the table of votes."""

from scripts.templates.letter import Column, Letter


def draw(doc: Letter) -> None:
    doc.letterhead(dated=False)
    doc.title("BIÊN BẢN")
    doc.paragraph("Thời gian bắt đầu: {{ bat_dau }}.")
    doc.paragraph("Địa điểm: {{ dia_diem }}.")
    doc.paragraph("Thành phần: tổng số {{ tong_so }} người; có mặt {{ so_co_mat }}, vắng {{ so_vang }}.")
    doc.lines("co_mat", before="- ")
    doc.begin("if vang")
    doc.paragraph("Vắng mặt:")
    doc.lines("vang", before="- ")
    doc.end("if")
    doc.paragraph("Chủ trì (chủ tọa): {{ chu_toa }}.")
    doc.paragraph("Thư ký (người ghi biên bản): {{ thu_ky }}.")
    doc.heading("I. DIỄN BIẾN CUỘC HỌP")
    doc.paragraph("Cuộc họp {{ ten_cuoc_hop }} nghe giới thiệu và góp ý về từng trường hợp đề nghị {{ danh_hieu }}.")
    doc.lines("dien_bien")
    doc.heading("II. KẾT QUẢ")
    doc.begin("if khong_gioi_thieu")
    doc.paragraph("Đơn vị không giới thiệu ai. Lý do: {{ khong_gioi_thieu }}.")
    doc.begin("else")
    doc.paragraph("Trường hợp được đề nghị khi đạt: {{ nguong }}.")
    doc.table(
        [
            Column("TT", "{{ dong.stt }}", 0.7, "center"),
            Column("Họ và tên, tên tập thể", "{{ dong.ten }}", 2.6),
            Column("Chức vụ, đơn vị", "{{ dong.chuc_vu }}", 2.4),
            Column("Đồng ý", "{{ dong.dong_y }}", 1, "center"),
            Column("Không đồng ý", "{{ dong.khong_dong_y }}", 1.2, "center"),
            Column("Không ý kiến", "{{ dong.khong_y_kien }}", 1.2, "center"),
            Column("Tỷ lệ đồng ý", "{{ dong.ty_le }}", 2.2, "center"),
            Column("Kết quả", "{{ dong.ket_qua }}", 1.2, "center"),
        ],
        "bang_ket_qua",
    )
    doc.end("if")
    doc.paragraph("Cuộc họp kết thúc vào {{ ket_thuc }}./.")
    doc.minutes_signatures()
    doc.recipients()
