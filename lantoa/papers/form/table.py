"""The 51 checks of a Word paper against Decree 30/2020 (annex I; `III mẫu` are the forms of annex III)."""

from dataclasses import dataclass

from lantoa.domain.papers.kinds import Part
from lantoa.papers.form import endings, heads, pages, texts
from lantoa.papers.form.faults import Examine


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what of, what is asked, where the decree asks it, and the part a kind must have for it to apply.

    Without `examine` it is looked at elsewhere: in the signed PDF.
    """

    code: str
    component: str
    asked: str
    source: str
    parts: frozenset[Part] = frozenset()
    examine: Examine | None = None


def _check(code: str, component: str, asked: str, source: str, examine: Examine | None, *parts: Part) -> Check:
    return Check(code, component, asked, source, frozenset(parts), examine)


_HEAD, _NUMBER, _DAY, _TITLE = Part.HEAD, Part.NUMBER, Part.PLACE_AND_DATE, Part.TITLE
_SIGNED, _MINUTES, _RECIPIENTS, _APPENDIX = Part.SIGNATURE, Part.MINUTES, Part.RECIPIENTS, Part.APPENDIX

CHECKS = (
    _check("P01", "Trang", "Khổ giấy A4", "I.1-2", pages.paper_size),
    _check("P02", "Trang", "Xoay ngang chỉ khi có bảng", "I.2", pages.landscape),
    _check("P03", "Trang", "Lề trên 20-25 mm", "I.3", pages.margin("top", "trên", 1134, 1418)),
    _check("P04", "Trang", "Lề dưới 20-25 mm", "I.3", pages.margin("bottom", "dưới", 1134, 1418)),
    _check("P05", "Trang", "Lề trái 30-35 mm", "I.3", pages.margin("left", "trái", 1701, 1985)),
    _check("P06", "Trang", "Lề phải 15-20 mm", "I.3", pages.margin("right", "phải", 850, 1134)),
    _check("P07", "Toàn văn", "Phông Times New Roman, màu đen", "I.4", pages.font),
    _check("P08", "Toàn văn", "Chữ Unicode dựng sẵn", "I.4 (TCVN 6909:2001)", pages.letters),
    _check("P09", "Số trang", "Ở giữa lề trên, không hiện ở trang đầu", "I.7", pages.page_number),
    _check("P10", "Số trang", "Cỡ 13-14, đứng, chữ số Ả Rập, bắt đầu từ 1", "I.7", pages.page_number_look),
    _check("H01", "Quốc hiệu", "Đúng nội dung", "II.1a", heads.state, _HEAD),
    _check("H02", "Quốc hiệu", "In hoa, cỡ 12-13, đứng, đậm, bên phải", "II.1a", heads.state_look, _HEAD),
    _check("H03", "Tiêu ngữ", "Đúng nội dung, gạch nối có cách chữ", "II.1b", heads.motto, _HEAD),
    _check(
        "H04", "Tiêu ngữ", "In thường, cỡ 13-14, đứng, đậm, giữa, cách dòng đơn", "II.1b,c", heads.motto_look, _HEAD
    ),
    _check("H05", "Tiêu ngữ", "Đường kẻ liền, dài bằng dòng chữ", "II.1b", heads.motto_rule, _HEAD),
    _check("H06", "Cơ quan chủ quản", "In hoa, cỡ 12-13, đứng, không đậm", "II.2b", heads.parent_look, _HEAD),
    _check("H07", "Cơ quan ban hành", "In hoa, cỡ 12-13, đứng, đậm, giữa", "II.2b", heads.issuer_look, _HEAD),
    _check("H08", "Cơ quan ban hành", "Đường kẻ dài 1/3-1/2 dòng chữ", "II.2b", heads.issuer_rule, _HEAD),
    _check("H09", "Số, ký hiệu", "Đúng dạng, hoặc để trống khi chưa cấp số", "II.3c", heads.number, _NUMBER),
    _check("H10", "Số, ký hiệu", "Cỡ 13, đứng, giữa dưới tên cơ quan", "II.3c", heads.number_look, _NUMBER),
    _check("H11", "Địa danh, ngày", "Số 0 chỉ thêm trước ngày dưới 10 và tháng 1, 2", "II.4b", heads.day, _DAY),
    _check("H12", "Địa danh, ngày", "Cỡ 13-14, nghiêng, giữa, cùng hàng với số", "II.4c", heads.day_look, _DAY),
    _check("T01", "Tên loại", "In hoa, cỡ 13-14, đứng, đậm, giữa", "II.5b", texts.title, _TITLE),
    _check("T02", "Trích yếu", "In thường, cỡ 13-14, đứng, đậm, giữa", "II.5b", texts.subject, _TITLE),
    _check("T03", "Trích yếu", "Đường kẻ dài 1/3-1/2 dòng chữ", "II.5b", texts.subject_rule, _TITLE),
    _check("T04", "Trích yếu công văn", "“V/v …” cỡ 12-13, đứng, không đậm, cách 6 pt", "II.5b", texts.reply, _HEAD),
    _check("B01", "Căn cứ", "Nghiêng, cỡ 13-14, cuối dòng “;”, dòng cuối “.”", "II.6a", texts.bases, Part.BASES),
    _check("B02", "Lời văn", "Đứng, cỡ 13-14, căn đều hai lề", "II.6e", texts.text_look),
    _check("B03", "Lời văn", "Dòng đầu thụt 1 cm hoặc 1,27 cm", "II.6e", texts.indent),
    _check("B04", "Lời văn", "Các đoạn cách nhau ít nhất 6 pt", "II.6e", texts.space),
    _check("B05", "Lời văn", "Giãn dòng từ đơn đến 1,5", "II.6e", texts.lines),
    _check("B06", "Điều", "“Điều n.” đậm, đứng, theo thứ tự", "II.6đ", texts.articles, Part.ARTICLES),
    _check("B07", "Mục La Mã", "In hoa, đậm", "V.6b", texts.headings),
    _check("B08", "Khoản", "Có tiêu đề thì đậm, không thì thường", "V.6b", texts.clauses),
    _check("B09", "Điểm", "Theo bảng chữ cái tiếng Việt: d) rồi đ) rồi e)", "II.6đ", texts.letters),
    _check("B10", "Kết thúc", "Dấu “./.”", "III mẫu 1.1-1.5", texts.end),
    _check("S01", "Quyền hạn, chức vụ", "In hoa, cỡ 13-14, đứng, đậm", "II.7đ", endings.positions, _SIGNED, _MINUTES),
    _check("S02", "Họ tên người ký", "In thường, cỡ 13-14, đứng, đậm", "II.7đ", endings.name, _SIGNED, _MINUTES),
    _check("S03", "Họ tên người ký", "Không ghi học hàm, học vị", "II.7c", endings.degrees, _SIGNED, _MINUTES),
    _check("N01", "Nơi nhận", "Cỡ 12, nghiêng, đậm, sát lề trái", "II.9d", endings.receives, _RECIPIENTS),
    _check("N02", "Nơi nhận", "Cỡ 11, đứng, “- …;”, dòng cuối “.”", "II.9d", endings.recipients, _RECIPIENTS),
    _check("N03", "Nơi nhận", "Dòng cuối “- Lưu: VT, …”", "II.9d", endings.kept, _RECIPIENTS),
    _check("N04", "Kính gửi", "Cỡ 13-14, đứng; nhiều nơi thì mỗi nơi một dòng", "II.9b,d", endings.addressees),
    _check("A01", "Phụ lục", "“Phụ lục” và số La Mã, cỡ 14, đứng, đậm, giữa", "III.1b", endings.appendix, _APPENDIX),
    _check("A02", "Phụ lục", "Tên in hoa, cỡ 13-14, đậm, giữa", "III.1b", endings.appendix_name, _APPENDIX),
    _check("A03", "Phụ lục", "“(Kèm theo … của …)” nghiêng, cỡ 13-14", "III.1c", endings.accompanies, _APPENDIX),
    _check("A04", "Phụ lục", "Số trang đánh riêng", "III.1đ", endings.appendix_pages, _APPENDIX),
    _check("D01", "Chữ ký số cá nhân", "Ảnh chữ ký xanh giữa chức vụ và họ tên", "II.7d", None),
    _check("D02", "Chữ ký số cơ quan", "Ảnh dấu đỏ trùm 1/3 chữ ký về bên trái", "II.8a", None),
    _check("D03", "Tệp kèm theo rời", "Số, ký hiệu, thời gian ở góc trên phải", "II.8b; III.1d", None),
    _check(
        "M01",
        "Biên bản",
        "Thư ký bên trái, chủ tọa bên phải, giờ bắt đầu và kết thúc",
        "III mẫu 1.9",
        endings.minutes,
        _MINUTES,
    ),
)
