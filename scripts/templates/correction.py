"""The decision that corrects lines of another, or restores what was revoked."""

from scripts.templates.letter import Column, Letter
from scripts.templates.listing import NAME, NUMBER, TIER

WRITTEN = Column("Đã ghi", "{{ dong.ten }}{% if dong.don_vi %}, {{ dong.don_vi }}{% endif %}", 4)
RIGHT = Column("Đính chính thành", "{{ dong.ten_dung }}{% if dong.don_vi_dung %}, {{ dong.don_vi_dung }}{% endif %}", 4)


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("QUYẾT ĐỊNH")
    doc.authority("{{ tham_quyen }}")
    doc.bases()
    doc.resolves("QUYẾT ĐỊNH:")
    before = "{% if quyet_dinh_truoc %} theo Quyết định {{ quyet_dinh_truoc }}{% endif %}"
    doc.begin("if la_khoi_phuc")
    doc.article(1, f"Khôi phục việc công nhận{before} đối với {{{{ so_luong }}}}:")
    doc.table([NUMBER, NAME, Column("Đơn vị", "{{ dong.don_vi }}", 4), TIER], "danh_sach")
    doc.begin("else")
    doc.article(1, f"Đính chính Danh sách{before} đối với {{{{ so_luong }}}}:")
    doc.table([NUMBER, WRITTEN, RIGHT], "danh_sach")
    doc.end("if")
    doc.paragraph("Lý do: {{ ly_do }}.")
    doc.article(
        2,
        "{% if la_khoi_phuc %}Việc công nhận được tính như chưa bị thu hồi."
        "{% else %}Các nội dung khác giữ nguyên.{% endif %}",
    )
    doc.article(3, "Quyết định này có hiệu lực {{ hieu_luc }}. {{ thi_hanh }}./.")
    doc.signature()
