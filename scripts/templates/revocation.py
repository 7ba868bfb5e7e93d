"""The decision that revokes recognitions, on which ground, and the money to be paid back."""

from scripts.templates.letter import Column, Letter
from scripts.templates.listing import AMOUNT, NAME, NUMBER, TIER


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("QUYẾT ĐỊNH")
    doc.authority("{{ tham_quyen }}")
    doc.bases()
    doc.resolves("QUYẾT ĐỊNH:")
    doc.article(
        1,
        "Thu hồi việc công nhận{% if quyet_dinh_truoc %} theo Quyết định {{ quyet_dinh_truoc }}{% endif %} đối với "
        "{{ so_luong }}:",
    )
    doc.table([NUMBER, NAME, Column("Đơn vị", "{{ dong.don_vi }}", 4), TIER, AMOUNT], "danh_sach")
    doc.paragraph("Căn cứ thu hồi: {{ can_cu_thu_hoi }}. Lý do: {{ ly_do }}.")
    doc.article(
        2,
        "{% if tong_tien %}Số tiền thưởng đã chi {{ tong_tien }} đồng phải nộp lại theo quy định."
        "{% else %}Không có tiền thưởng phải nộp lại.{% endif %}",
    )
    doc.article(3, "Quyết định này có hiệu lực {{ hieu_luc }}. {{ thi_hanh }}./.")
    doc.signature()
