"""A paper that has every part, and the fields that fill it."""

from scripts.templates.letter import Column, Letter

FIELDS = {
    "co_quan_chu_quan": "BỘ TƯ PHÁP",
    "co_quan": "TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
    "so": "05",
    "ky_hieu": "QĐ-CĐL",
    "dia_danh": "Bình An",
    "ngay_thang": "ngày 05 tháng 01 năm 2025",
    "trich_yeu": "Về việc công nhận điển hình tiên tiến năm 2024",
    "can_cu": [
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng.",
    ],
    "kinh_gui": ["Hiệu trưởng", "Hội đồng Thi đua - Khen thưởng"],
    "noi_nhan": ["- Như Điều 2;", "- Lưu: VT, TCHC."],
    "quyen_han": "KT. HIỆU TRƯỞNG",
    "chuc_vu": "PHÓ HIỆU TRƯỞNG",
    "chuc_vu_chinh_quyen": "",
    "nguoi_ky": "Trần Thị Bưởi",
    "thu_ky": "Lê Văn Cam",
    "chu_toa": "Phạm Thị Quýt",
    "ma_xac_thuc": None,
    "danh_sach": [
        {"tt": "01", "ho_ten": "Nguyễn Văn An", "don_vi": "Khoa Luật <&> Xã hội"},
        {"tt": "02", "ho_ten": "Võ Thị Mận", "don_vi": "Phòng Đào tạo"},
    ],
}
COLUMNS = (
    Column("TT", "{{ dong.tt }}", 1, "center"),
    Column("Họ và tên", "{{ dong.ho_ten }}", 4),
    Column("Đơn vị", "{{ dong.don_vi }}", 5),
)
ACCOMPANIES = (
    "(Kèm theo Quyết định số {{ so }}/{{ ky_hieu }} {{ ngay_thang }} của Hiệu trưởng Trường Cao đẳng Luật Sông Lam)"
)


def decision() -> Letter:
    """Letterhead, bases, articles, headings, signature, an appendix."""
    doc = Letter()
    doc.letterhead()
    doc.title("QUYẾT ĐỊNH")
    doc.authority("HIỆU TRƯỞNG {{ co_quan }}")
    doc.bases()
    doc.resolves()
    doc.article(1, "Công nhận 02 cá nhân là điển hình tiên tiến năm 2024 (có Danh sách kèm theo).")
    doc.paragraph("Lời văn của Điều 1 có **chữ đậm** và *chữ nghiêng*.")
    doc.heading("I. MỤC LA MÃ")
    doc.subheading("1. Khoản có tiêu đề")
    for letter in "abcdđe":
        doc.point(f"{letter}) Điểm của khoản;")
    doc.paragraph("1. Khoản không có tiêu đề.")
    doc.article(2, "Quyết định này có hiệu lực kể từ ngày ký./.")
    doc.signature()
    doc.appendix("I", "DANH SÁCH CÁ NHÂN ĐIỂN HÌNH TIÊN TIẾN NĂM 2024", ACCOMPANIES)
    doc.table(COLUMNS, "danh_sach", total=("Tổng cộng", "02"))
    return doc


def reply() -> Letter:
    """An official letter: subject under the number, several addressees."""
    doc = Letter()
    doc.letterhead(reply=True)
    doc.addressee()
    doc.paragraph("Nhà trường trả lời như sau./.")
    doc.signature()
    return doc


def minutes() -> Letter:
    """Minutes: no place and day above, secretary and chair below."""
    doc = Letter()
    doc.letterhead(dated=False)
    doc.title("BIÊN BẢN")
    doc.paragraph("Thời gian bắt đầu: 08 giờ 00 phút, ngày 05 tháng 01 năm 2025.")
    doc.paragraph("Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 05 tháng 01 năm 2025./.")
    doc.minutes_signatures()
    doc.recipients()
    return doc
