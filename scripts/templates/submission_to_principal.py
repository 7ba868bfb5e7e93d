"""The submission of the Council to the Principal, with the list of those proposed."""

from scripts.templates.letter import Letter
from scripts.templates.listing import submitted_list


def draw(doc: Letter) -> None:
    doc.letterhead()
    doc.title("TỜ TRÌNH")
    doc.addressee()
    doc.bases()
    doc.paragraph(
        "Sau khi xem xét hồ sơ, bỏ phiếu theo quy định, Hội đồng kính trình {{ kinh_gui|join(', ') }} xem xét, "
        "quyết định công nhận {{ so_luong }} là {{ danh_hieu }}."
    )
    doc.paragraph("Kết quả bỏ phiếu của từng tập thể, cá nhân ghi trong Danh sách kèm theo.")
    doc.paragraph("(Có Danh sách và {{ so_bao_cao }} báo cáo thành tích kèm theo)./.")
    doc.signature()
    submitted_list(doc)
