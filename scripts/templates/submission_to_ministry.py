"""The submission to the Minister: its words as the office wrote them, its counts, its list."""

from scripts.templates.letter import Letter
from scripts.templates.listing import NAME, NUMBER, TIER, UNIT


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("TỜ TRÌNH")
    doc.addressee()
    doc.bases()
    doc.lines("noi_dung")
    doc.paragraph("Số đề nghị: {{ so_luong }} (có Danh sách và {{ so_bao_cao }} báo cáo thành tích kèm theo)./.")
    doc.signature()
    doc.appendix("", "{{ ten_danh_sach }}", "{{ kem_theo }}")
    doc.table([NUMBER, NAME, UNIT, TIER], "danh_sach")
    doc.loose("*Danh sách có {{ so_luong }}.*")
