"""The minutes of a count: how many papers, whose shares of what base, signed by secretary and chair."""

from scripts.templates.letter import Column, Letter
from scripts.templates.listing import NUMBER

WHO = (
    "{{ dong.ten }}{% if dong.chuc_vu %}, {{ dong.chuc_vu }}{% endif %}"
    "{% if dong.don_vi %}, {{ dong.don_vi }}{% endif %}"
)


def draw(doc: Letter) -> None:
    doc.letterhead(dated=False)
    doc.title("BIÊN BẢN")
    doc.paragraph("Thời gian bắt đầu: {{ bat_dau }}.")
    doc.paragraph("Địa điểm: {{ dia_diem }}.")
    doc.paragraph("Cách bỏ phiếu: {{ cach_bo_phieu }}.")
    doc.begin("if to_kiem_phieu")
    doc.paragraph("Tổ kiểm phiếu:")
    doc.lines("to_kiem_phieu", before="- ")
    doc.end("if")
    doc.paragraph(
        "Số phiếu phát ra: {{ phat_ra }}; số phiếu thu về: {{ thu_ve }}"
        "{% if hop_le_chung %}; hợp lệ: {{ hop_le_chung }}; không hợp lệ: {{ khong_hop_le_chung }}."
        "{% else %}; số phiếu hợp lệ, không hợp lệ của từng trường hợp ghi trong bảng.{% endif %}"
    )
    doc.lines("cach_tinh")
    doc.loose("**Kết quả kiểm phiếu**")
    doc.table(
        [
            NUMBER,
            Column("Họ và tên, tập thể", WHO, 3.4),
            Column("Hợp lệ / không hợp lệ", "{{ dong.hop_le }} / {{ dong.khong_hop_le }}", 1.8, "center"),
            Column("Đồng ý", "{{ dong.dong_y }}", 1.5, "center"),
            Column("Không đồng ý", "{{ dong.khong_dong_y }}", 1.8, "center"),
            Column("Không ý kiến", "{{ dong.khong_y_kien }}", 1.8, "center"),
            Column("Ý kiến văn bản", "{{ dong.y_kien_van_ban }}", 1.6, "center"),
            Column("Mẫu số", "{{ dong.mau_so }}", 1.3, "center"),
            Column("Tỷ lệ đồng ý", "{{ dong.ty_le }}\n{{ dong.ket_qua }}", 2.4, "center"),
        ],
        "bang_kiem_phieu",
    )
    doc.paragraph("Việc kiểm phiếu kết thúc lúc {{ ket_thuc }}. Biên bản được thông qua và ký tên./.")
    doc.minutes_signatures()
    doc.recipients()
