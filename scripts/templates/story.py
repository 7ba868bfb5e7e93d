"""Gương điển hình: a page or three to be read by everybody, confirmed by the unit."""

from scripts.templates.letter import WITH_NEXT, Letter
from scripts.templates.markup import paragraph

OPEN_LINE = "…" * 32


def draw(doc: Letter) -> None:
    doc.centred("{{ co_quan }}")
    doc.centred("**{{ don_vi }}**")
    doc.title("GƯƠNG ĐIỂN HÌNH TIÊN TIẾN", "{{ ten }}")
    doc.begin("if cong_viec")
    doc.centred("{{ cong_viec }}")
    doc.end("if")
    doc.begin("if chua_cong_khai")
    doc.centred("*{{ chua_cong_khai }}*")
    doc.end("if")
    doc.picture("anh")
    doc.paragraph("Được công nhận **{{ danh_hieu }}** theo {{ quyet_dinh }}.")
    _told(doc, "Bối cảnh", "boi_canh")
    _practices(doc)
    _told(doc, "Trích báo cáo thành tích", "thanh_tich")
    _listed(doc, "Kết quả ghi trong sổ", "so_lieu")
    _listed(doc, "Đã được khen thưởng, công nhận", "khen_thuong")
    doc.subheading("Vì sao có thể học tập, làm theo")
    doc.lines("nhan_rong")
    doc.begin("if hoc_tap")
    doc.lines("hoc_tap", before="- ")
    doc.begin("else")
    doc.paragraph("Đơn vị, cá nhân đã học tập, làm theo:")
    doc.raw(paragraph(OPEN_LINE, "KhongThut", WITH_NEXT))
    doc.end("if")
    doc.two_signatures(("XÁC NHẬN CỦA {{ nguoi_xac_nhan }}", "{{ ten_nguoi_xac_nhan }}"), ("NGƯỜI VIẾT", ""))


def _told(doc: Letter, heading: str, items: str) -> None:
    doc.begin(f"if {items}")
    doc.subheading(heading)
    doc.lines(items)
    doc.end("if")


def _listed(doc: Letter, heading: str, items: str) -> None:
    doc.begin(f"if {items}")
    doc.subheading(heading)
    doc.lines(items, before="- ")
    doc.end("if")


def _practices(doc: Letter) -> None:
    doc.begin("for viec in mo_hinh")
    doc.subheading("Cách làm mới: {{ viec.ten }}")
    for label, items in (("Trước đây: ", "viec.van_de"), ("", "viec.cach_lam"), ("Kết quả: ", "viec.ket_qua")):
        doc.begin(f"for doan in {items}")
        doc.paragraph(f"{{% if loop.first %}}{label}{{% endif %}}{{{{ doan }}}}" if label else "{{ doan }}")
        doc.end("for")
    doc.end("for")
