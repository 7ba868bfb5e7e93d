"""What the interim and the final report share: the frame of such reports, figures in tables, lines left to write."""

from scripts.templates.letter import WITH_NEXT, Column, Letter
from scripts.templates.markup import paragraph

OPEN_LINE = "(Thường trực Hội đồng viết bổ sung.)"
NOTHING = "Sổ không ghi trường hợp nào."
TAKEN = "số liệu lấy ngày {{ so_lieu_den }}"
OF_MOVEMENTS = f"Nguồn: phong trào, đăng ký và báo cáo kết quả của các đơn vị; {TAKEN}."
OF_YEARS = f"Nguồn: nhân tố mới, kế hoạch bồi dưỡng, hồ sơ đề cử, sổ công nhận (theo năm được xét); {TAKEN}."
OF_TIERS = f"Nguồn: hồ sơ đề cử, sổ công nhận; bậc của cả giai đoạn ghi vào năm cuối; {TAKEN}."
OF_COMMENDATIONS = f"Nguồn: sổ khen thưởng, theo năm thành tích; lãnh đạo theo chức vụ ngày 31/12 của năm; {TAKEN}."
OF_UNITS = f"Tính cả đơn vị trực thuộc; người tính theo đơn vị công tác cuối kỳ; {TAKEN}."


def report(doc: Letter) -> None:
    doc.letterhead()
    doc.title("BÁO CÁO")
    doc.addressee()
    doc.paragraph("Thực hiện {{ ke_hoach }}, {{ don_vi_bao_cao }} báo cáo kết quả {{ thoi_ky }} như sau:")
    _part(doc, "Phần thứ nhất", "TÌNH HÌNH VÀ KẾT QUẢ")
    doc.heading("ĐẶC ĐIỂM TÌNH HÌNH")
    doc.lines("dac_diem")
    doc.heading("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO")
    doc.lines("chi_dao", before="- ")
    doc.heading("II. KẾT QUẢ CÁC PHONG TRÀO THI ĐUA")
    _movements(doc)
    doc.heading("III. PHÁT HIỆN, BỒI DƯỠNG, TỔNG KẾT, NHÂN RỘNG ĐIỂN HÌNH TIÊN TIẾN")
    _exemplars(doc)
    doc.heading("IV. CÔNG TÁC KHEN THƯỞNG")
    _commendations(doc)
    doc.heading("V. TỒN TẠI, HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM")
    doc.subheading("1. Tồn tại, hạn chế")
    doc.lines("han_che", before="- ")
    doc.subheading("2. Nguyên nhân")
    doc.paragraph(OPEN_LINE)
    doc.subheading("3. Bài học kinh nghiệm")
    doc.lines("bai_hoc", before="- ")
    doc.begin("if not bai_hoc")
    doc.paragraph(OPEN_LINE)
    doc.end("if")
    _part(doc, "Phần thứ hai", "PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ KIẾN NGHỊ")
    doc.heading("I. PHƯƠNG HƯỚNG, NHIỆM VỤ")
    doc.lines("phuong_huong", before="- ")
    doc.heading("II. KIẾN NGHỊ, ĐỀ XUẤT")
    doc.paragraph(OPEN_LINE)
    doc.raw(paragraph("Trên đây là báo cáo kết quả {{ thoi_ky }}./.", "LoiVan", WITH_NEXT))
    doc.signature()
    _appendices(doc)


def _part(doc: Letter, number: str, title: str) -> None:
    doc.say(number.upper(), "QuyetDinh")
    doc.say(title, "QuyetDinh")


def _movements(doc: Letter) -> None:
    doc.begin("if phong_trao")
    doc.table(
        [
            Column("TT", "{{ dong.stt }}", 0.8, "center"),
            Column("Phong trào", "{{ dong.ten }}", 4.4),
            Column("Phát động", "{{ dong.don_vi }}\n{{ dong.thoi_gian }}", 3.4),
            Column("Đăng ký", "{{ dong.dang_ky }}", 1.5, "center"),
            Column("Báo cáo", "{{ dong.bao_cao }}", 1.5, "center"),
            Column("Đạt", "{{ dong.dat }}", 1.4, "center"),
        ],
        "phong_trao",
    )
    doc.paragraph(OF_MOVEMENTS)
    doc.end("if")
    doc.lines("ket_qua_phong_trao", before="- ")


def _exemplars(doc: Letter) -> None:
    doc.table(
        [
            Column("Năm", "{{ dong.nam }}", 1.7, "center"),
            Column("Phát hiện", "{{ dong.phat_hien }}", 1.5, "center"),
            Column("Lựa chọn", "{{ dong.lua_chon }}", 1.5, "center"),
            Column("Bồi dưỡng", "{{ dong.boi_duong }}", 1.5, "center"),
            Column("Mô hình", "{{ dong.mo_hinh }}", 1.5, "center"),
            Column("Đề cử", "{{ dong.de_cu }}", 1.5, "center"),
            Column("Công nhận", "{{ dong.cong_nhan }}", 1.5, "center"),
        ],
        "theo_nam",
    )
    doc.paragraph(OF_YEARS)
    for number, (heading, items) in enumerate(
        (
            ("Phát hiện, lựa chọn", "phat_hien"),
            ("Bồi dưỡng", "boi_duong"),
            ("Tổng kết, nhân rộng", "nhan_rong"),
            ("Xét, công nhận", "cong_nhan"),
        ),
        1,
    ):
        doc.subheading(f"{number}. {heading}")
        doc.lines(items, before="- ")
    doc.begin("if theo_bac")
    doc.table(
        [
            Column("Năm", "{{ dong.nam }}", 1, "center"),
            Column("Bậc", "{{ dong.bac }}", 4.4),
            Column("Đề cử", "{{ dong.de_cu }}", 1.2, "center"),
            Column("Tập thể", "{{ dong.tap_the }}", 1.3, "center"),
            Column("Cá nhân", "{{ dong.ca_nhan }}", 1.3, "center"),
            Column("Thu hồi", "{{ dong.thu_hoi }}", 1.3, "center"),
        ],
        "theo_bac",
    )
    doc.paragraph(OF_TIERS)
    doc.end("if")


def _commendations(doc: Letter) -> None:
    doc.begin("if bang_khen_thuong")
    doc.table(
        [
            Column("TT", "{{ dong.stt }}", 0.8, "center"),
            Column("Danh hiệu, hình thức", "{{ dong.ten }}", 4.4),
            Column("Cấp", "{{ dong.cap }}", 1.5, "center"),
            Column("Tổng số", "{{ dong.tong }}", 1.2, "center"),
            Column("Tập thể", "{{ dong.tap_the }}", 1.2, "center"),
            Column("Cá nhân lãnh đạo", "{{ dong.lanh_dao }}", 1.5, "center"),
            Column("Cá nhân khác", "{{ dong.khong_lanh_dao }}", 1.5, "center"),
        ],
        "bang_khen_thuong",
    )
    doc.paragraph(OF_COMMENDATIONS)
    doc.end("if")
    doc.lines("khen_thuong", before="- ")


def _appendices(doc: Letter) -> None:
    doc.appendix("I", "KẾT QUẢ THEO ĐƠN VỊ", "{{ kem_theo }}")
    doc.table(
        [
            Column("TT", "{{ dong.stt }}", 0.8, "center"),
            Column("Đơn vị", "{{ dong.don_vi }}", 4.6),
            Column("Phát hiện", "{{ dong.phat_hien }}", 1.3, "center"),
            Column("Bồi dưỡng", "{{ dong.boi_duong }}", 1.3, "center"),
            Column("Đề cử", "{{ dong.de_cu }}", 1.3, "center"),
            Column("Công nhận", "{{ dong.cong_nhan }}", 1.3, "center"),
            Column("Khen thưởng", "{{ dong.khen_thuong }}", 1.4, "center"),
        ],
        "theo_don_vi",
    )
    doc.loose(OF_UNITS)
    doc.appendix("II", "DANH SÁCH ĐƯỢC CÔNG NHẬN ĐIỂN HÌNH TIÊN TIẾN", "{{ kem_theo }}")
    doc.begin("if duoc_cong_nhan")
    doc.table(
        [
            Column("TT", "{{ dong.stt }}", 0.8, "center"),
            Column("Họ và tên, tập thể", "{{ dong.ten }}", 2.9),
            Column("Đơn vị cuối kỳ", "{{ dong.don_vi }}", 2.7),
            Column("Danh hiệu", "{{ dong.danh_hieu }}", 3.2),
            Column("Quyết định", "{{ dong.quyet_dinh }}", 2.9),
        ],
        "duoc_cong_nhan",
    )
    doc.begin("else")
    doc.loose(NOTHING)
    doc.end("if")
