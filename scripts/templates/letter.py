"""A paper drawn part by part, in the form of Decree 30/2020; the bytes are the same whenever it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.templates import markup
from scripts.templates.markup import Page, cell, paragraph, row, rule, table
from scripts.templates.package import XML, packed

LEFT_HEAD, RIGHT_HEAD = 4600, 5150
SHORT_NAME, SHORT_RULE = 16, 650  # "KHOA LUẬT": a third to a half of the name
MOTTO_RULE, AGENCY_RULE, SUBJECT_RULE, LETTER_RULE = 3180, 1700, 2000, 1400
LAST_WORD, WITH_NEXT = "./.", "<w:keepNext/>"  # who signs never stands alone on a page
SIGNED_HALVES = (4300, 5054)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its heading, what stands in each row, its share of the width, `left` or `center`."""

    heading: str
    text: str
    share: float = 1
    align: str = "left"


@dataclass(slots=True)
class Letter:
    """What is being drawn: blocks of the body, and the page of the section they stand on."""

    blocks: list[str] = field(default_factory=list)
    page: Page = field(default_factory=Page)

    def letterhead(self, *, number: bool = True, dated: bool = True, reply: bool = False) -> None:
        """Agency and number left, motto, place and day right; with `reply` the subject stands under the number."""
        agency = (
            "{%p if co_quan_chu_quan %}|CoQuanChuQuan",
            "{{ co_quan_chu_quan }}|CoQuanChuQuan",
            "{%p endif %}|CoQuanChuQuan",
            "{{ co_quan }}|CoQuan",
        )
        left = _styled(agency) + _agency_rule()
        motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|QuocHieu", "Độc lập - Tự do - Hạnh phúc|TieuNgu")
        right = _styled(motto) + rule(RIGHT_HEAD, MOTTO_RULE)
        rows = [row([cell(left, LEFT_HEAD), cell(right, RIGHT_HEAD)])]
        if number or dated:
            under = paragraph("Số: {{ so }}/{{ ky_hieu }}" if number else "", "SoKyHieu")
            under += paragraph("V/v {{ trich_yeu }}", "TrichYeuCongVan") if reply else ""
            day = paragraph("{{ dia_danh }}, {{ ngay_thang }}" if dated else "", "DiaDanhNgay")
            rows.append(row([cell(under, LEFT_HEAD), cell(day, RIGHT_HEAD)]))
        overhang = self.page.text_width - LEFT_HEAD - RIGHT_HEAD
        self.raw(table([LEFT_HEAD, RIGHT_HEAD], rows, framed=False, indent=overhang // 2))

    def title(self, kind: str, subject: str = "{{ trich_yeu }}", *, ruled: bool = True) -> None:
        self.say(kind, "TenLoai")
        if subject:
            self.say(subject, "TrichYeu")
        if ruled:
            self.raw(rule(self.page.text_width, SUBJECT_RULE))
            self.raw(paragraph("", "CachDong"))

    def authority(self, text: str) -> None:
        """Who decides, in capitals above the bases."""
        self.say(text, "ThamQuyen")

    def bases(self, items: str = "can_cu") -> None:
        self._repeated(items, "CanCu")

    def resolves(self, text: str = "QUYẾT ĐỊNH:") -> None:
        self.say(text, "QuyetDinh")

    def article(self, number: int | str, text: str) -> None:
        last = WITH_NEXT if text.endswith(LAST_WORD) else ""
        self.raw(paragraph(f"**Điều {number}.** {text}", "Dieu", last))

    def paragraph(self, text: str) -> None:
        self.raw(paragraph(text, "LoiVan", WITH_NEXT if text.endswith(LAST_WORD) else ""))

    def loose(self, text: str) -> None:
        """Without indent of the first line."""
        self.say(text, "KhongThut")

    def centred(self, text: str) -> None:
        self.say(text, "Giua")

    def heading(self, text: str) -> None:
        """`I. TIÊU ĐỀ`, in capitals."""
        self.say(text, "MucLaMa")

    def subheading(self, text: str) -> None:
        """`1. Tiêu đề`."""
        self.say(text, "KhoanTieuDe")

    def point(self, text: str) -> None:
        """`a) …`."""
        self.say(text, "Diem")

    def lines(self, items: str, style: str = "LoiVan", before: str = "") -> None:
        """A paragraph for each text of a list; `before` stands in front of each: `- `."""
        self._repeated(items, style, before)

    def addressee(self, items: str = "kinh_gui") -> None:
        """One addressee stands after the word; several stand one a line below it (II.9d)."""
        self.begin(f"if {items}|length == 1")
        self.say(f"Kính gửi: {{{{ {items}|join }}}}.", "KinhGui")
        self.begin("else")
        self.say("Kính gửi:", "KinhGuiNhieu")
        self.begin(f"for noi in {items}")
        self.say("- {{ noi }}{% if loop.last %}.{% else %};{% endif %}", "NoiKinhGui")
        self.end("for")
        self.end("if")
        self.raw(paragraph("", "CachDong"))

    def begin(self, control: str) -> None:
        """`for dong in danh_sach`, `if ghi_chu`, `else`: a paragraph that goes when the template is filled."""
        self.say(f"{{%p {control} %}}", "LoiVan")

    def end(self, control: str) -> None:
        self.begin(f"end{control}")

    def table(
        self,
        columns: Sequence[Column],
        items: str,
        name: str = "dong",
        *,
        group: tuple[str, str, str] | None = None,
        total: tuple[str, str] | None = None,
    ) -> None:
        """A framed list, its heading on every page: a row for each `name` in `items`.

        `group` is (which rows are headings of groups, their number, their name), in bold over the width of the table;
        `total` is a last row: its words over two columns, its numbers over the others.
        """
        widths = self._widths(columns)
        held = "<w:cantSplit/><w:tblHeader/>"
        heading = row([_cell(one.heading, "DauBang", width) for one, width in zip(columns, widths, strict=True)], held)
        filled = [
            _cell(one.text, "OBang" if one.align == "left" else "OBangGiua", width)
            for one, width in zip(columns, widths, strict=True)
        ]
        rows = [
            heading,
            _control(f"{{%tr for {name} in {items} %}}", widths),
            *_grouped(row(filled, "<w:cantSplit/>"), group, widths),
            _control("{%tr endfor %}", widths),
        ]
        if total:
            rows.append(_merged(total, widths, 2))
        self.raw(table(widths, rows, framed=True) + paragraph("", "CachDong"))

    def signature(self, *, recipients: bool = True) -> None:
        """Recipients on the left; authority, position, room to sign, name on the right."""
        left = _recipients() if recipients else paragraph("", "NoiNhanDong")
        authority = (
            "{%p if quyen_han %}|ChucVu",
            "{{ quyen_han }}|ChucVu",
            "{%p endif %}|ChucVu",
            "{{ chuc_vu }}|ChucVu",
        )
        also = (
            "{%p if chuc_vu_chinh_quyen %}|ChucVu",
            "{{ chuc_vu_chinh_quyen }}|ChucVu",
            "{%p endif %}|ChucVu",
        )
        right = _styled((*authority, *ROOM_TO_SIGN, *also, "{{ nguoi_ky }}|HoTenKy"))
        self._halves(left, right)

    def recipients(self) -> None:
        """`Nơi nhận` alone, as minutes have it below their signatures."""
        self._halves(_recipients(), paragraph("", "NoiNhanDong"))

    def minutes_signatures(self, secretary: str = "{{ thu_ky }}", chair: str = "{{ chu_toa }}") -> None:
        """The secretary left, the chair right (form 1.9)."""
        self.two_signatures(("THƯ KÝ", secretary), ("CHỦ TỌA", chair))

    def two_signatures(self, left: tuple[str, str], right: tuple[str, str]) -> None:
        """Each as (position in capitals, name)."""
        self._halves(*(_styled((f"{what}|ChucVu", *ROOM_TO_SIGN, f"{name}|HoTenKy")) for what, name in (left, right)))

    def appendix(self, numeral: str, title: str, accompanies: str, *, landscape: bool = False) -> None:
        """`Phụ lục I`, its name, `(Kèm theo …)`; on pages of its own, numbered from 1 (III.1)."""
        self.section(Page(landscape=landscape, numbered_anew=True))
        self.say(f"Phụ lục {numeral}".strip(), "PhuLuc")
        self.say(title, "TenPhuLuc")
        self.say(accompanies, "KemTheo")

    def section(self, page: Page) -> None:
        """What follows stands on pages of its own."""
        self.raw(f'<w:p><w:pPr><w:pStyle w:val="CachDong"/>{self.page.xml()}</w:pPr></w:p>')
        self.page = page

    def page_break(self) -> None:
        self.raw('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')

    def picture(self, name: str) -> None:
        """A picture in the middle, where there is one."""
        self.begin(f"if {name}")
        self.say(f"{{{{ {name} }}}}", "Giua")
        self.end("if")

    def say(self, text: str, style: str) -> None:
        """A paragraph in one of the styles of styles.py."""
        self.raw(paragraph(text, style))

    def raw(self, xml: str) -> None:
        self.blocks.append(xml)

    def document(self) -> bytes:
        """The finished .docx."""
        body = f"<w:body>{''.join(self.blocks)}{self.page.xml()}</w:body>"
        return packed(f"{XML}<w:document {markup.NAMESPACES}>{body}</w:document>")

    def _repeated(self, items: str, style: str, before: str = "") -> None:
        self.begin(f"for dong in {items}")
        self.say(f"{before}{{{{ dong }}}}", style)
        self.end("for")

    def _halves(self, left: str, right: str) -> None:
        widths = list(SIGNED_HALVES)
        extra = self.page.text_width - sum(widths)
        widths = [widths[0] + extra // 2, widths[1] + extra - extra // 2]
        cells = [cell(left, widths[0]), cell(right, widths[1])]
        self.raw(paragraph("", "CachDong", WITH_NEXT) + table(widths, [row(cells, "<w:cantSplit/>")], framed=False))
        self.raw(paragraph("", "CachDong"))

    def _widths(self, columns: Sequence[Column]) -> list[int]:
        whole = sum(one.share for one in columns)
        return [round(self.page.text_width * one.share / whole) for one in columns]


ROOM_TO_SIGN = ("|ChoKy",) * 4


def _styled(lines: Sequence[str]) -> str:
    """Each line as `text|style`."""
    return "".join(paragraph(*line.rsplit("|", 1)) for line in lines)


def _agency_rule() -> str:
    short, long = rule(LEFT_HEAD, SHORT_RULE), rule(LEFT_HEAD, AGENCY_RULE)
    begin, other, end = (
        _styled((f"{{%p {control} %}}|CoQuan",)) for control in (f"if co_quan|length < {SHORT_NAME}", "else", "endif")
    )
    return begin + short + other + long + end


def _cell(text: str, style: str, width: int) -> str:
    return cell("".join(paragraph(line, style) for line in text.split("\n")), width, '<w:vAlign w:val="center"/>')


def _grouped(plain: str, group: tuple[str, str, str] | None, widths: list[int]) -> list[str]:
    """The row of the list, with the row of a group instead where the line is one."""
    if group is None:
        return [plain]
    condition, number, name = group
    heading = _merged((number, name), widths, 1, WITH_NEXT)
    begin, other, end = (_control(f"{{%tr {control} %}}", widths) for control in (f"if {condition}", "else", "endif"))
    return [begin, heading, other, plain, end]


def _merged(texts: tuple[str, str], widths: list[int], first: int, properties: str = "") -> str:
    """A row of two cells in bold: one over the first columns, one over the others."""
    spans = ((0, first), (first, len(widths)))
    cells = [
        cell(
            paragraph(f"**{text}**", style, properties),
            sum(widths[start:end]),
            f'<w:gridSpan w:val="{end - start}"/><w:vAlign w:val="center"/>',
        )
        for text, style, (start, end) in zip(texts, ("OBangGiua", "OBang"), spans, strict=True)
    ]
    return row(cells, "<w:cantSplit/>")


def _control(text: str, widths: list[int]) -> str:
    """A row that goes when the template is filled."""
    return row([cell(paragraph(text, "OBang"), widths[0])] + [cell(paragraph("", "OBang"), one) for one in widths[1:]])


def _recipients() -> str:
    return _styled(
        (
            "Nơi nhận:|NoiNhan",
            "{%p for dong in noi_nhan %}|NoiNhanDong",
            "{{ dong }}|NoiNhanDong",
            "{%p endfor %}|NoiNhanDong",
            "{%p if ma_xac_thuc %}|NoiNhanDong",
            "{{ ma_xac_thuc }}|NoiNhanDong",
            "{%p endif %}|NoiNhanDong",
        )
    )
