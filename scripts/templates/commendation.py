"""The decision of commendation: which forms and how much money come with a recognition, and for whom."""

from scripts.templates.letter import Letter
from scripts.templates.listing import decision_list


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("QUYẾT ĐỊNH")
    doc.authority("{{ tham_quyen }}")
    doc.bases()
    doc.resolves("QUYẾT ĐỊNH:")
    doc.article(
        1,
        "Công nhận và khen thưởng {{ so_luong }} là {{ danh_hieu }}, hình thức khen thưởng của từng tập thể, cá nhân "
        "ghi trong Danh sách kèm theo.",
    )
    doc.article(
        2,
        "{% if tong_tien %}Tổng số tiền thưởng: {{ tong_tien }} đồng"
        "{% if can_cu_chi %} ({{ can_cu_chi }}){% endif %}, chi từ kinh phí khen thưởng của đơn vị."
        "{% else %}Các hình thức khen thưởng nêu tại Điều 1 không kèm tiền thưởng.{% endif %}",
    )
    doc.article(3, "Quyết định này có hiệu lực {{ hieu_luc }}. {{ thi_hanh }}./.")
    doc.signature()
    decision_list(doc)
