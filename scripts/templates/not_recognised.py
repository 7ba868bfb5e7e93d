"""The letter to somebody who was not recognised (công văn): outcome, reasons, thanks, how to complain."""

from scripts.templates.letter import Letter


def draw(doc: Letter) -> None:
    doc.letterhead(reply=True)
    doc.addressee()
    doc.paragraph("Hồ sơ đề nghị công nhận {{ danh_hieu }} đối với {{ ten }} đã được xem xét theo quy định.")
    doc.paragraph("Kết quả: {{ ket_luan }}. Lý do: {{ ly_do }}.")
    doc.begin("if tieu_chuan_chua_dat")
    doc.paragraph("Khi đối chiếu với tiêu chuẩn, hồ sơ còn chưa đạt:")
    doc.begin("for dong in tieu_chuan_chua_dat")
    doc.paragraph("- {{ dong }}{% if loop.last %}.{% else %};{% endif %}")
    doc.end("for")
    doc.end("if")
    doc.paragraph("Trân trọng ghi nhận những thành tích đã đạt được và mong tiếp tục phấn đấu trong các đợt sau.")
    doc.paragraph("{{ khieu_nai }}:")
    doc.begin("for dong in cach_khieu_nai")
    doc.paragraph("- {{ dong }}{% if loop.last %}.{% else %};{% endif %}")
    doc.end("for")
    doc.paragraph("{{ giai_quyet }}./.")
    doc.signature()
