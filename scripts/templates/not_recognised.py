"""The letter to somebody who was not recognised (công văn): outcome, reason, thanks, where to object."""

from scripts.templates.letter import Letter


def draw(doc: Letter) -> None:
    doc.letterhead(reply=True)
    doc.addressee()
    doc.paragraph("Hồ sơ đề nghị công nhận {{ danh_hieu }} đối với {{ ten }} đã được xem xét theo quy định.")
    doc.paragraph("Kết quả: {{ ket_luan }}. Lý do: {{ ly_do }}.")
    doc.paragraph("Trân trọng ghi nhận những thành tích đã đạt được và mong tiếp tục phấn đấu trong các đợt sau.")
    doc.paragraph("{{ khieu_nai }}./.")
    doc.signature()
