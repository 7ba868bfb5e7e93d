"""An uploaded template is looked through before it is used: each fault with its place and what to do."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from lantoa.domain.papers.fields import fields_of
from lantoa.papers.word import package
from lantoa.papers.word.checking import findings, sample
from lantoa.papers.word.filling import fill_with
from lantoa.papers.word.package import Finding, W
from tests.papers.pictures import jpeg, office, xlsx
from tests.papers.word.letters import Letter, part, rows, template, texts, with_part

FIELDS = ("{{ trich_yeu }}", "{%p for c in can_cu %}", "{{ c }}", "{%p endfor %}", "{{ ma_xac_thuc }}")
TABLE = (("{%tr for n in danh_sach %}",), ("{{ n.ho_ten }}",), ("{%tr endfor %}",))
RELATIONS = "word/_rels/document.xml.rels"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
NO_WORD = "Tệp không phải Word .docx hoặc đã hỏng. Hãy lưu lại bằng Word."


def sentences(data: bytes) -> list[tuple[str, str]]:
    return [(one.place, one.sentence) for one in findings(data, Letter) if one.is_fatal]


def with_text(xml: bytes) -> bytes:
    """A template with a paragraph of that XML in it."""
    data = template(*FIELDS)
    return with_part(
        data, "word/document.xml", part(data, "word/document.xml").replace(b"<w:sectPr", xml + b"<w:sectPr")
    )


def related(kind: bytes, target: bytes, mode: bytes = b"External") -> bytes:
    data = template(*FIELDS)
    one = b'<Relationship Id="x1" Type="%s%s" Target="%s" TargetMode="%s"/>' % (OFFICE, kind, target, mode)
    return with_part(data, RELATIONS, part(data, RELATIONS).replace(b"</Relationships>", one + b"</Relationships>"))


def test_a_good_template_has_no_finding() -> None:
    assert findings(template(*FIELDS, rows=TABLE, header="{{ trich_yeu }}"), Letter) == []


def test_fields_that_are_not_used_are_named_and_stop_nothing() -> None:
    assert findings(template("{{ trich_yeu }}"), Letter) == [
        Finding("", "Mẫu không dùng: can_cu, danh_sach, ma_xac_thuc.", is_fatal=False)
    ]
    assert findings(template("Thư"), Letter) == [
        Finding("", "Mẫu không có chỗ điền nào: mọi giấy tờ sẽ giống hệt nhau.", is_fatal=False)
    ]


def test_every_wrong_name_is_told_at_once_each_with_its_place() -> None:
    data = template("Số {{ trich_yu }}", "{{ __class__ }} và {{ trich_yeu.__class__ }}", header="{{ so }}")

    assert sentences(data) == [
        ("Số {{ trich_yu }}", "Không có trường «trich_yu». Có phải «trich_yeu»?"),
        (
            "{{ __class__ }} và {{ trich_yeu.__class__ }}",
            "Không có trường «__class__». Xem danh sách trường của loại giấy tờ này.",
        ),
        (
            "{{ __class__ }} và {{ trich_yeu.__class__ }}",
            "Không lấy được «__class__»: trường này không có phần bên trong.",
        ),
        ("{{ so }}", "Không có trường «so». Xem danh sách trường của loại giấy tờ này."),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{ trich_yeu", "Mở «{{» mà không đóng «}}» trong cùng đoạn."),
        ("{{ trich_yeu {{ a }}", "Mở «{{» mà không đóng «}}» trong cùng đoạn."),
        ("{% if trich_yeu", "Mở «{%» mà không đóng «%}» trong cùng đoạn."),
        ("trich_yeu }}", "Có «}}» mà trước đó không mở."),
        ("{% for c in can_cu %}", "Thiếu {% endfor %} hoặc {% endif %} ở cuối."),
        ("{{p trich_yeu }}", "Chỗ điền viết là {{ truong }}; lệnh viết là {% for %}, {%p for %} hoặc {%tr for %}."),
        ("{{r trich_yeu }}", "Chỗ điền viết là {{ truong }}; lệnh viết là {% for %}, {%p for %} hoặc {%tr for %}."),
        ("{%- if 1 %}a", "Chỗ điền viết là {{ truong }}; lệnh viết là {% for %}, {%p for %} hoặc {%tr for %}."),
        ("{%tr for n in danh_sach %}", "{%tr %} và {%tc %} chỉ đặt trong hàng của bảng."),
        ("Nợ {%p for c in can_cu %}", "{%p %} phải đứng một mình trong một đoạn: đoạn ấy sẽ mất khi in."),
    ],
)
def test_braces_are_closed_and_stand_where_they_must(text: str, sentence: str) -> None:
    assert sentences(template(text)) == [(text, sentence)]


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("footnotes", b"footnote", "Chú thích cuối trang không được điền. Hãy chuyển chỗ điền vào thân văn bản."),
        ("endnotes", b"endnote", "Chú thích cuối văn bản không được điền. Hãy chuyển chỗ điền vào thân văn bản."),
        ("comments", b"comment", "Lời nhận xét (Comment) không được điền và in cả ra giấy. Hãy xoá lời nhận xét."),
    ],
)
def test_a_place_to_fill_in_a_note_is_found_fault_with(name: str, kind: bytes, sentence: str) -> None:
    noted = b"<w:%ss xmlns:w='%s'><w:%s w:id='2'><w:p><w:r><w:t>%s</w:t></w:r><w:r><w:t>trich_yeu }}</w:t></w:r></w:p>"
    xml = noted % (kind, W[1:-1].encode(), kind, b"Theo {{ ") + b"</w:%s></w:%ss>" % (kind, kind)
    data = with_part(related(b"%ss" % kind, f"{name}.xml".encode(), b"Internal"), f"word/{name}.xml", xml)

    assert sentences(data) == [("Theo {{ trich_yeu }}", sentence)]


def test_a_place_to_fill_in_the_properties_is_found_fault_with() -> None:
    data = template(*FIELDS)
    core = part(data, "docProps/core.xml").replace(b"<dc:title/>", b"<dc:title>{{ trich_yeu }}</dc:title>")

    assert sentences(with_part(data, "docProps/core.xml", core)) == [
        ("{{ trich_yeu }}", "Thuộc tính tệp không được điền. Hãy xoá chỗ điền ở Tệp > Thông tin.")
    ]


def test_a_loop_of_rows_takes_a_row_of_its_own() -> None:
    data = template(rows=(("{%tr for n in danh_sach %}", "STT"), ("{{ n.ho_ten }}", ""), ("{%tr endfor %}", "")))

    assert sentences(data) == [
        ("{%tr for n in danh_sach %}", "{%tr %} phải đứng một mình trong một hàng: hàng ấy sẽ mất khi in.")
    ]


def test_a_loop_that_begins_outside_the_table_and_ends_inside_is_found_on_trial() -> None:
    data = template("{%p for n in danh_sach %}", rows=(("{{ n.ho_ten }}",), ("{%tr endfor %}",)))

    assert sentences(data) == [("", "Điều kiện hoặc vòng lặp mở và đóng ở hai loại chỗ khác nhau.")]


def test_a_template_that_repeats_itself_a_thousand_times_is_refused() -> None:
    assert sentences(template("{{ trich_yeu }}" * 1001)) == [
        ("", "Mẫu có hơn 1000 chỗ điền. Hãy dùng vòng lặp thay cho chép lại.")
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Tệp rỗng. Hãy chọn lại tệp."),
        (jpeg(), "Mẫu phải là tệp Word .docx."),
        (xlsx(), "Mẫu phải là tệp Word .docx."),
        (b"PK\x03\x04 broken", "Tệp bị hỏng, không mở được. Hãy lưu lại rồi gửi lại."),
        (template("x")[:900], "Tệp bị hỏng, không mở được. Hãy lưu lại rồi gửi lại."),
        (office("[Content_Types].xml", "word/document.xml"), NO_WORD),
        (
            office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            "Tệp có macro không nhận. Hãy lưu lại thành .docx, .xlsx thường hoặc PDF.",
        ),
        (
            with_part(template("x"), "word/document.xml", b"<w:document"),
            "Ruột tệp bị hỏng ở «word/document.xml». Hãy mở bằng Word rồi lưu lại.",
        ),
        (bytes(package.MOST_BYTES + 1), "Mẫu lớn hơn 10 MB. Hãy bớt ảnh rồi gửi lại."),
    ],
)  # fmt: skip
def test_what_is_no_word_template_is_not_opened(data: bytes, sentence: str) -> None:
    assert sentences(data) == [("", sentence)]


def test_a_file_that_unpacks_to_far_more_is_not_opened() -> None:
    bomb = BytesIO(template("x"))
    with ZipFile(bomb, "a", ZIP_DEFLATED) as archive:
        for place in range(81):
            archive.writestr(f"word/media/{place}.png", bytes(package.MOST_OF_A_PART))
    long = with_part(template("x"), "word/styles.xml", b"<a>" + b" " * package.MOST_OF_A_PART + b"</a>")

    assert len(bomb.getvalue()) < 200_000
    assert sentences(bomb.getvalue()) == [
        ("", "Tệp chứa quá nhiều thứ bên trong. Mẫu chỉ nên có chữ, bảng và vài ảnh nhỏ.")
    ]
    assert sentences(long) == [("", "Văn bản trong mẫu quá dài. Một mẫu chỉ nên vài trang.")]


def test_a_declaration_that_multiplies_itself_is_not_read() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'

    assert sentences(with_part(template("x"), "word/settings.xml", laughs)) == [
        ("word/settings.xml", "Mẫu có khai báo lạ trong ruột tệp. Hãy mở bằng Word rồi lưu lại.")
    ]


def test_nothing_is_carried_along_nor_fetched_from_elsewhere() -> None:
    carried = "Mẫu có tệp khác nhúng bên trong. Hãy xoá đối tượng nhúng."
    fetched = "Mẫu lấy nội dung từ nơi khác. Hãy chèn hẳn ảnh, gỡ mẫu đính kèm."

    assert sentences(with_part(template("x"), "word/embeddings/a.bin", b"x")) == [("word/embeddings/a.bin", carried)]
    assert sentences(related(b"aFChunk", b"a.html", b"Internal")) == [("a.html", carried)]
    assert sentences(related(b"attachedTemplate", b"file://la/a.dotm")) == [("file://la/a.dotm", fetched)]
    assert sentences(related(b"image", b"http://la.example/a.png")) == [("http://la.example/a.png", fetched)]


def test_an_ordinary_link_is_only_mentioned() -> None:
    assert findings(related(b"hyperlink", b"mailto:truong@songlam.example"), Letter)[0] == Finding(
        "mailto:truong@songlam.example",
        "Mẫu có liên kết ra ngoài. Giấy tờ in ra không bấm được; nên gỡ liên kết.",
        is_fatal=False,
    )


def test_commands_of_word_and_changes_not_accepted_are_refused() -> None:
    command = "Mẫu có lệnh lấy dữ liệu hoặc chạy chương trình. Hãy xoá lệnh này."
    fetching = with_text(b'<w:p><w:r><w:instrText> INCLUDETEXT "c:/a" </w:instrText></w:r></w:p>')
    simple = with_text(b'<w:p><w:fldSimple w:instr="DDEAUTO c:/cmd"/></w:p>')
    page = with_text(b'<w:p><w:fldSimple w:instr="PAGE"/></w:p>')
    tracked = with_text(b'<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>m</w:t></w:r></w:ins></w:p>')

    assert sentences(fetching) == [('INCLUDETEXT "c:/a"', command)]
    assert sentences(simple) == [("DDEAUTO c:/cmd", command)]
    assert sentences(page) == []
    assert sentences(tracked) == [
        ("", "Mẫu còn sửa đổi chưa chấp nhận (Track Changes). Hãy chấp nhận hết rồi lưu lại.")
    ]


def test_a_sample_shows_what_each_field_says() -> None:
    fields = fields_of(Letter)
    made = fill_with(template(*FIELDS[:4], rows=TABLE), fields, sample(fields))

    assert texts(made) == ["‹Trích yếu›", "‹Căn cứ›", "‹Căn cứ›"]
    assert rows(made) == [["‹Họ tên›"], ["‹Họ tên›"]]
