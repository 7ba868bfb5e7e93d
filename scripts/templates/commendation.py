"""The decision that recognises and commends at once: who, with which forms, how much money, the list as an appendix."""

from scripts.templates.letter import Letter
from scripts.templates.listing import decision_list


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("QUYẾT ĐỊNH")
    doc.authority("{{ tham_quyen }}")
    doc.bases()
    doc.resolves("QUYẾT ĐỊNH:")
    doc.article(1, "Công nhận {{ so_luong }} là {{ danh_hieu }} (có Danh sách kèm theo).")
    doc.article(2, "Khen thưởng {{ so_luong_khen }} có tên trong Danh sách kèm theo: {{ hinh_thuc }}.")
    doc.article(
        3,
        "{% if tong_tien %}Tổng số tiền thưởng: {{ tong_tien }} đồng"
        "{% if can_cu_chi %} ({{ can_cu_chi }}){% endif %}, chi từ {{ nguon_chi }}."
        "{% else %}Các hình thức khen thưởng nêu tại Điều 2 không kèm tiền thưởng.{% endif %}",
    )
    doc.article(4, "Quyết định này có hiệu lực {{ hieu_luc }}. {{ thi_hanh }}./.")
    doc.signature()
    decision_list(doc)
