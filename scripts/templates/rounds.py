"""What the notice and the plan of a round share: criteria and days."""

from scripts.templates.letter import Column, Letter


def criteria(doc: Letter, number: str) -> None:
    doc.heading(f"{number}. ĐỐI TƯỢNG, TIÊU CHUẨN")
    doc.paragraph("Xét {{ danh_hieu }}, {{ giai_doan }}.")
    for heading, items in (("1. Tập thể", "tieu_chuan_tap_the"), ("2. Cá nhân", "tieu_chuan_ca_nhan")):
        doc.begin(f"if {items}")
        doc.subheading(heading)
        doc.lines(items, before="- ")
        doc.end("if")


def days(doc: Letter, number: str) -> None:
    doc.heading(f"{number}. THỜI GIAN THỰC HIỆN")
    doc.table(
        [
            Column("TT", "{{ dong.stt }}", 0.7, "center"),
            Column("Việc", "{{ dong.viec }}", 5),
            Column("Chậm nhất ngày", "{{ dong.han }}", 2, "center"),
        ],
        "cac_moc",
    )
