"""The decision of recognition: who is recognised as what, and the list as an appendix."""

from scripts.templates.letter import Letter
from scripts.templates.listing import decision_list


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("QUYẾT ĐỊNH")
    doc.authority("{{ tham_quyen }}")
    doc.bases()
    doc.resolves("QUYẾT ĐỊNH:")
    doc.article(1, "Công nhận {{ so_luong }} là {{ danh_hieu }} (có Danh sách kèm theo).")
    doc.article(2, "Quyết định này có hiệu lực {{ hieu_luc }}. {{ thi_hanh }}./.")
    doc.signature()
    decision_list(doc)
