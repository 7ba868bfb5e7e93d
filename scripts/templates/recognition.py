"""The decision of recognition: who is recognised as what, what comes with it, and the list as an appendix."""

from scripts.templates.letter import Letter
from scripts.templates.listing import decision_list

IN_FORCE = "Quyết định này có hiệu lực {{ hieu_luc }}. {{ thi_hanh }}./."


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("QUYẾT ĐỊNH")
    doc.authority("{{ tham_quyen }}")
    doc.bases()
    doc.resolves("QUYẾT ĐỊNH:")
    doc.article(1, "Công nhận {{ so_luong }} là {{ danh_hieu }} (có Danh sách kèm theo).")
    doc.begin("if co_khen_thuong")
    doc.article(
        2,
        "Khen thưởng các tập thể, cá nhân có tên trong Danh sách kèm theo"
        "{% if tong_tien %}; tổng số tiền thưởng {{ tong_tien }} đồng{% endif %}"
        "{% if can_cu_chi %} ({{ can_cu_chi }}){% endif %}.",
    )
    doc.article(3, IN_FORCE)
    doc.begin("else")
    doc.article(2, IN_FORCE)
    doc.end("if")
    doc.signature()
    decision_list(doc)
