"""Draws the shipped Word templates: `python -m scripts.templates` (`make templates`) writes lantoa/papers/templates/.

A template is a module here named for its kind in small letters (`recognition.py` for PaperKind.RECOGNITION) with one
function; fields bear their Vietnamese names, and what the form of Decree 30/2020 fixes is in the library:

    from scripts.templates.letter import Letter


    def draw(doc: Letter) -> None:
        doc.letterhead()                                  # number=False, dated=False, reply=True (công văn: V/v)
        doc.title("QUYẾT ĐỊNH")                           # the subject {{ trich_yeu }} under it, then a rule
        doc.authority("HIỆU TRƯỞNG {{ co_quan }}")
        doc.bases()                                       # {{ can_cu }}, one a line, in italics
        doc.resolves("QUYẾT ĐỊNH:")
        doc.article(1, "Công nhận {{ so_luong }} là điển hình tiên tiến (có Danh sách kèm theo).")
        doc.paragraph("Chữ thường, **chữ đậm**, *chữ nghiêng*.")
        doc.heading("I. MỤC ĐÍCH")                        # then subheading("1. …"), point("a) …"), loose("…")
        doc.begin("for viec in cong_viec")                # paragraphs repeated; also begin("if …")
        doc.paragraph("{{ viec.noi_dung }}")
        doc.end("for")
        doc.lines("y_kien")                               # one paragraph for each text of a list
        doc.table([Column("TT", "{{ dong.tt }}", 1), Column("Họ và tên", "{{ dong.ho_ten }}", 4)], "danh_sach")
        doc.signature()                                   # recipients on the left, who signs on the right
        doc.appendix("", "DANH SÁCH …", "(Kèm theo Quyết định số {{ so }}/{{ ky_hieu }} {{ ngay_thang }} của …)")
        doc.table(…)

Others: addressee() (`{{ kinh_gui }}`), minutes_signatures(), two_signatures(left, right), recipients(), centred(),
picture(), page_break(), raw(). A paper whose form nobody prescribes may leave letterhead() out and start with title().
"""
