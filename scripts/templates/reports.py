"""What the reports of individuals and collectives share: the record book's tables and who signs."""

from scripts.templates.letter import Column, Letter


def opening(doc: Letter, *, number: bool) -> None:
    doc.begin("if mau_so")
    doc.loose("*{{ mau_so }}*")
    doc.end("if")
    doc.letterhead(number=number)
    doc.title("BÁO CÁO THÀNH TÍCH")


def merits(doc: Letter) -> None:
    doc.begin("for doan in noi_dung")
    doc.begin("if doan.la_tieu_de")
    doc.subheading("{{ doan.loi }}")
    doc.begin("else")
    doc.paragraph("{{ doan.loi }}")
    doc.end("if")
    doc.end("for")
    doc.begin("if xep_loai")
    doc.subheading("Mức độ hoàn thành nhiệm vụ")
    doc.lines("xep_loai", before="- ")
    doc.end("if")
    doc.begin("if sang_kien")
    doc.subheading("Sáng kiến, đề tài")
    doc.lines("sang_kien", before="- ")
    doc.end("if")


def given(doc: Letter) -> None:
    doc.heading("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG")
    _table(doc, "1. Danh hiệu thi đua", "danh_hieu_da_dat", "Danh hiệu thi đua")
    _table(doc, "2. Hình thức khen thưởng", "khen_thuong_da_nhan", "Hình thức khen thưởng")


def signatures(doc: Letter) -> None:
    doc.two_signatures(
        ("XÁC NHẬN CỦA {{ nguoi_xac_nhan }}", "{{ ten_nguoi_xac_nhan }}"), ("{{ chuc_vu }}", "{{ nguoi_ky }}")
    )


def _table(doc: Letter, heading: str, items: str, name: str) -> None:
    doc.subheading(heading)
    doc.begin(f"if {items}")
    doc.table(
        [
            Column("Năm", "{{ dong.nam }}", 1, "center"),
            Column(name, "{{ dong.ten }}", 4),
            Column("Số, ngày quyết định; cơ quan ban hành", "{{ dong.quyet_dinh }}", 5),
        ],
        items,
    )
    doc.begin("else")
    doc.paragraph("Không có trong sổ.")
    doc.end("if")
