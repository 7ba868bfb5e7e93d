"""The minutes of the Council: sections as agreed, the table of votes, the secretary left and the chair right."""

from scripts.templates.letter import Column, Letter
from scripts.templates.listing import NAME, NUMBER


def draw(doc: Letter) -> None:
    doc.letterhead(dated=False)
    doc.title("BIÊN BẢN")
    doc.centred("{{ ten_cuoc_hop }}")
    doc.paragraph("Thời gian bắt đầu: {{ bat_dau }}.")
    doc.begin("for muc in cac_muc")
    doc.heading("{{ muc.tieu_de }}")
    doc.lines("muc.doan")
    doc.end("for")
    doc.begin("if bang_ket_qua")
    doc.loose("**Bảng kết quả bỏ phiếu**")
    doc.table(
        [
            NUMBER,
            NAME,
            Column("Chức vụ, đơn vị", "{% if dong.chuc_vu %}{{ dong.chuc_vu }}, {% endif %}{{ dong.don_vi }}", 3),
            Column("Kết quả bỏ phiếu", "{{ dong.ket_qua }}", 5),
            Column("Kết luận, lý do", "{{ dong.ket_luan }}{% if dong.ly_do %}: {{ dong.ly_do }}{% endif %}", 3),
        ],
        "bang_ket_qua",
    )
    doc.end("if")
    doc.paragraph("{% if ket %}{{ ket }}{% else %}Cuộc họp kết thúc lúc {{ ket_thuc }}.{% endif %}./.")
    doc.minutes_signatures()
    doc.recipients()
