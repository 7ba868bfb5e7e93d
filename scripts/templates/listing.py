"""The lists that come with decisions and submissions."""

from scripts.templates.letter import Column, Letter

NUMBER = Column("STT", "{{ dong.stt }}", 1.4, "center")
NAME = Column("Họ và tên, tập thể", "{{ dong.ten }}", 4)
UNIT = Column("Chức vụ, đơn vị", "{{ dong.don_vi }}", 4)
TIER = Column("Danh hiệu", "{{ dong.danh_hieu }}", 4)
REWARD = Column("Hình thức khen thưởng", "{{ dong.khen_thuong }}", 3)
AMOUNT = Column("Tiền thưởng (đồng)", "{{ dong.so_tien }}", 2.8, "center")
VOTE = Column("Kết quả bỏ phiếu", "{{ dong.ket_qua }}", 4)


def decision_list(doc: Letter) -> None:
    """The appendix of a decision; who is rewarded with what only where there are rewards."""
    doc.appendix("", "{{ ten_danh_sach }}", "{{ kem_theo }}")
    doc.begin("if co_khen_thuong")
    doc.table([NUMBER, NAME, UNIT, TIER, REWARD, AMOUNT], "danh_sach")
    doc.begin("else")
    doc.table([NUMBER, NAME, UNIT, TIER], "danh_sach")
    doc.end("if")
    doc.loose("*Danh sách có {{ so_luong }}.*")
    doc.begin("if ma_xac_thuc")
    doc.centred("{{ ma_xac_thuc }}")
    doc.centred("*Quét mã để biết Quyết định còn hiệu lực hay không*")
    doc.end("if")


def submitted_list(doc: Letter) -> None:
    """The appendix of a submission: who is proposed as what, with the Council's vote."""
    doc.appendix("", "{{ ten_danh_sach }}", "{{ kem_theo }}")
    doc.table([NUMBER, NAME, UNIT, TIER, VOTE], "danh_sach")
    doc.loose("*Danh sách có {{ so_luong }}.*")
