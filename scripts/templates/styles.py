"""The styles of a paper, by the names an office meets in Word; sizes and spaces as Decree 30/2020, annex I, asks."""

from dataclasses import dataclass

from scripts.templates.markup import NAMESPACES

FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Style:
    """Points for size and spaces, twentieths of a point for indents."""

    id: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "center"
    before: float = 0
    after: float = 0
    first: int = 0
    left: int = 0
    keep: bool = False
    exact: float = 0
    line: int = 240

    def xml(self) -> str:
        spacing = f'w:before="{self.before * 20:.0f}" w:after="{self.after * 20:.0f}" ' + (
            f'w:line="{self.exact * 20:.0f}" w:lineRule="exact"'
            if self.exact
            else f'w:line="{self.line}" w:lineRule="auto"'
        )
        indent = f'<w:ind w:left="{self.left}" w:firstLine="{self.first}"/>' if self.left or self.first else ""
        look = ("<w:b/>" if self.bold else "") + ("<w:i/>" if self.italic else "")
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{self.id}"><w:name w:val="{self.name}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"<w:keepNext/>" if self.keep else ""}'
            f'<w:spacing {spacing}/>{indent}<w:jc w:val="{self.align}"/></w:pPr>'
            f'<w:rPr>{look}<w:sz w:val="{self.size * 2:.0f}"/><w:szCs w:val="{self.size * 2:.0f}"/></w:rPr></w:style>'
        )


FIRST_LINE = 720  # 1.27 cm
STYLES = (
    Style("QuocHieu", "Quốc hiệu", 12, bold=True),
    Style("TieuNgu", "Tiêu ngữ", 13, bold=True),
    Style("CoQuanChuQuan", "Cơ quan chủ quản", 12),
    Style("CoQuan", "Cơ quan ban hành", 12, bold=True),
    Style("SoKyHieu", "Số, ký hiệu", 13, before=6),
    Style("TrichYeuCongVan", "Trích yếu công văn", 12, before=6),
    Style("DiaDanhNgay", "Địa danh, ngày tháng", 13, italic=True, before=6),
    Style("TenLoai", "Tên loại văn bản", 14, bold=True, before=18, keep=True),
    Style("TrichYeu", "Trích yếu", 14, bold=True, keep=True),
    Style("KeNgang", "Kẻ ngang", 2, exact=3),
    Style("ThamQuyen", "Thẩm quyền ban hành", 14, bold=True, before=12, after=6),
    Style("CanCu", "Căn cứ", 14, italic=True, align="both", after=6, first=FIRST_LINE),
    Style("QuyetDinh", "Lời quyết định", 14, bold=True, before=6, after=6, keep=True),
    Style("LoiVan", "Lời văn", 14, align="both", after=6, first=FIRST_LINE),
    Style("Dieu", "Điều", 14, align="both", after=6, first=FIRST_LINE),
    Style("MucLaMa", "Mục La Mã", 14, bold=True, align="both", before=6, after=6, first=FIRST_LINE, keep=True),
    Style("KhoanTieuDe", "Khoản có tiêu đề", 14, bold=True, align="both", after=6, first=FIRST_LINE, keep=True),
    Style("Diem", "Điểm", 14, align="both", after=6, first=FIRST_LINE),
    Style("KhongThut", "Lời văn không thụt", 14, align="both", after=6),
    Style("Giua", "Dòng giữa", 14, after=6),
    Style("KinhGui", "Kính gửi", 14, before=12, after=12),
    Style("KinhGuiNhieu", "Kính gửi nhiều nơi", 14, align="left", before=12, left=2330),
    Style("NoiKinhGui", "Nơi kính gửi", 14, align="left", after=2, left=3402),
    Style("ChucVu", "Chức vụ", 14, bold=True, keep=True),
    Style("HoTenKy", "Họ tên người ký", 14, bold=True),
    Style("ChoKy", "Chỗ ký", 14, keep=True),
    Style("NoiNhan", "Nơi nhận", 12, bold=True, italic=True, align="left"),
    Style("NoiNhanDong", "Dòng nơi nhận", 11, align="left"),
    Style("PhuLuc", "Phụ lục", 14, bold=True, keep=True),
    Style("TenPhuLuc", "Tên phụ lục", 14, bold=True, keep=True),
    Style("KemTheo", "Kèm theo", 14, italic=True, after=6),
    Style("OBang", "Ô bảng", 13, align="left", before=2, after=2),
    Style("OBangGiua", "Ô bảng giữa", 13, before=2, after=2),
    Style("DauBang", "Đầu bảng", 13, bold=True, before=2, after=2, keep=True),
    Style("CachDong", "Cách dòng", 6, exact=6),
    Style("SoTrang", "Số trang", 13),
)


def styles_xml() -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault>'
        f'<w:rPr>{fonts}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f"{''.join(style.xml() for style in STYLES)}</w:styles>"
    )
