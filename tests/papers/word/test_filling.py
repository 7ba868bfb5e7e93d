"""A template is filled with what the paper says, letter by letter, and can do nothing else."""

from io import BytesIO
from time import perf_counter

import pytest
from docx import Document
from PIL import Image

from lantoa.domain.papers.fields import Picture
from lantoa.papers.word.filling import TemplateBroken, fill
from tests.papers.word.letters import Letter, Line, Merit, part, rows, template, texts, with_part

NASTY = 'Đỗ <b>&amp; "Ân" {{ trich_yeu }} {% if %} {# x #} ]]> \' & \\n %s'


SEE = " Xem danh sách trường của loại giấy tờ này."
NO_LIST = "Vòng lặp chỉ đi qua một danh sách của giấy tờ: {% for dong in danh_sach %}."


def refusal(*paragraphs: str, header: str = "") -> tuple[str, str]:
    with pytest.raises(TemplateBroken) as found:
        fill(template(*paragraphs, header=header), Letter(subject="T", bases=("x",), people=(Line(name="An"),)))
    return found.value.sentence, found.value.place


def png() -> bytes:
    made = BytesIO()
    Image.new("1", (30, 30)).save(made, "PNG")
    return made.getvalue()


def test_a_field_is_filled_also_in_the_header() -> None:
    made = fill(template("V/v {{ trich_yeu }}.", header="{{ trich_yeu }}"), Letter(subject="xét tặng"))

    assert texts(made) == ["V/v xét tặng."]
    assert Document(BytesIO(made)).sections[0].header.paragraphs[0].text == "xét tặng"


def test_a_field_split_by_word_into_pieces_is_still_one() -> None:
    document = Document()
    paragraph = document.add_paragraph("{")
    for piece in ("{ tri", "ch_", "yeu }", "}"):
        paragraph.add_run(piece).bold = True
    data = BytesIO()
    document.save(data)

    assert texts(fill(data.getvalue(), Letter(subject="T"))) == ["T"]


@pytest.mark.parametrize("header", ["", "{{ trich_yeu }}"])
def test_what_a_paper_says_stays_text(header: str) -> None:
    assert texts(fill(template("{{ trich_yeu }}", header=header), Letter(subject=NASTY))) == [NASTY]


def test_marks_that_no_file_can_hold_are_left_out_and_lines_are_kept() -> None:
    made = fill(template("{{ trich_yeu }}"), Letter(subject="a\x00\x07b\ud800\ufffe\r\nc\td"))

    assert texts(made) == ["ab\nc\td"]


def test_rows_and_paragraphs_are_repeated() -> None:
    made = fill(
        template(
            "{%p for dong in can_cu %}",
            "{{ loop.index }}. {{ dong }}",
            "{%p endfor %}",
            rows=(
                ("{%tr for nguoi in danh_sach %}", ""),
                ("{{ loop.index }}", "{{ nguoi.ho_ten|upper }}{% if nguoi.la_lanh_dao %} (LĐ){% endif %}"),
                ("{%tr endfor %}", ""),
            ),
        ),
        Letter(subject="", bases=("Luật & lệ", "Nghị định"), people=(Line(name="An", is_leader=True), Line(name="Bé"))),
    )

    assert texts(made) == ["1. Luật & lệ", "2. Nghị định"]
    assert rows(made) == [["1", "AN (LĐ)"], ["2", "BÉ"]]


def test_a_list_within_a_row_is_repeated_there() -> None:
    made = fill(
        template(
            "{% for n in danh_sach %}{{ n.ho_ten }}:{% for m in n.thanh_tich %} {{ m.loi }};{% endfor %}{% endfor %}"
        ),
        Letter(subject="", people=(Line(name="An", merits=(Merit(words="a"), Merit(words="b"))), Line(name="Bé"))),
    )

    assert texts(made) == ["An: a; b;Bé:"]


def test_a_picture_has_its_width_and_none_leaves_nothing() -> None:
    data = template("{% if ma_xac_thuc %}{{ ma_xac_thuc }}{% endif %}")

    with_code = Document(BytesIO(fill(data, Letter(subject="", code=Picture(png(), 20)))))

    assert [round(shape.width.mm, 1) for shape in with_code.inline_shapes] == [20.0]
    assert texts(fill(data, Letter(subject=""))) == [""]
    assert texts(fill(template("{{ ma_xac_thuc }}"), Letter(subject=""))) == [""]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{ trich_yu }}", "Không có trường «trich_yu». Có phải «trich_yeu»?"),
        ("{{ Trích_yếu }}", "Không có trường «Trích_yếu». Có phải «trich_yeu»?"),
        ("{{ zzz }}", "Không có trường «zzz». Xem danh sách trường của loại giấy tờ này."),
        ("{{ __class__ }}", "Không có trường «__class__». Xem danh sách trường của loại giấy tờ này."),
        ("{{ trich_yeu.__class__ }}", "Không lấy được «__class__»: trường này không có phần bên trong."),
        ("{{ ''.__class__.__mro__ }}", "Không lấy được «__mro__»: trường này không có phần bên trong."),
        ("{{ trich_yeu['__class__'] }}", "Mẫu chỉ được điền trường, điều kiện {% if %} và vòng lặp {% for %}."),
        ("{{ trich_yeu.upper() }}", "Mẫu không được gọi lệnh. Chỉ điền trường, điều kiện và vòng lặp."),
        ("{{ range(9) }}", "Mẫu không được gọi lệnh. Chỉ điền trường, điều kiện và vòng lặp."),
        ("{{ trich_yeu|attr('x') }}", "Không dùng được «|attr» trong mẫu."),
        ("{{ trich_yeu|safe }}", "Không dùng được «|safe» trong mẫu."),
        ("{{ 'a' * 999999999 }}", "Mẫu chỉ được điền trường, điều kiện {% if %} và vòng lặp {% for %}."),
        ("{% set a = 1 %}", "Mẫu chỉ được điền trường, điều kiện {% if %} và vòng lặp {% for %}."),
        ("{% include 'x' %}", "Mẫu chỉ được điền trường, điều kiện {% if %} và vòng lặp {% for %}."),
        ("{% macro a() %}{% endmacro %}", "Mẫu chỉ được điền trường, điều kiện {% if %} và vòng lặp {% for %}."),
        ("{% debug %}", "Lệnh này không có trong mẫu. Chỉ có {% for %} và {% if %}."),
        ("{% for a in can_cu %}", "Thiếu {% endfor %} hoặc {% endif %} ở cuối."),
        ("{% endfor %}", "Có chỗ đóng mà không có chỗ mở, hoặc đóng sai loại."),
        ("{% for a in can_cu %}{% endif %}", "Có chỗ đóng mà không có chỗ mở, hoặc đóng sai loại."),
        ("{{ trich yeu }}", "Viết sai trong ngoặc nhọn."),
        ("{{ loop.index }}", "Không có trường «loop». Xem danh sách trường của loại giấy tờ này."),
        ("{% for a in trich_yeu %}{% endfor %}", NO_LIST),
        ("{% for a, b in danh_sach %}{% endfor %}", NO_LIST),
        ("{% for a in danh_sac %}{% endfor %}", "Không có trường «danh_sac». Có phải «danh_sach»?"),
        ("{% for trich_yeu in danh_sach %}{% endfor %}", "Tên «trich_yeu» của vòng lặp đã dùng. Hãy đặt tên khác."),
        ("{% for a in danh_sach %}{{ a.hoten }}{% endfor %}", "Không có trường «a.hoten». Có phải «a.ho_ten»?"),
        ("{% for a in can_cu %}{{ a.x }}{% endfor %}", f"Không có trường «a.x».{SEE}"),
        ("{% for a in can_cu %}{{ loop.z }}{% endfor %}", "Không có trường «loop.z». Có phải «loop.last»?"),
        (
            "{% for a in can_cu %}{% for b in danh_sach %}{% endfor %}{% endfor %}",
            "Vòng lặp bên trong chỉ đi qua danh sách của dòng bên ngoài.",
        ),
    ],
)  # fmt: skip
def test_whatever_is_no_field_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    assert refusal("Trước", f"Ở đây {text}") == (sentence, f"Ở đây {text}")


def test_a_fault_in_the_header_is_found_there() -> None:
    assert refusal("{{ trich_yeu }}", header="Số {{ so }}")[1] == "Số {{ so }}"


def test_a_loop_that_opens_in_a_row_and_closes_in_a_paragraph_is_refused() -> None:
    broken = template("{%p endfor %}", rows=(("{%tr for a in danh_sach %}",), ("{{ a.ho_ten }}",)))
    swapped = template("{%p for a in danh_sach %}", "x", rows=(("{{ a.ho_ten }}",), ("{%tr endfor %}",)))

    for data in (broken, swapped):
        with pytest.raises(TemplateBroken):
            fill(data, Letter(subject="", people=(Line(name="An"), Line(name="Bé"))))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        template("x")[:400],
        with_part(template("x"), "word/document.xml", b"<w:document"),
        with_part(template("x"), "[Content_Types].xml", b"<x/>"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateBroken, match=r"^Tệp không phải Word \.docx hoặc đã hỏng"):
        fill(data, Letter(subject=""))


def test_properties_and_footnotes_are_not_filled() -> None:
    data = template("x")
    core = part(data, "docProps/core.xml").replace(b"<dc:title/>", b"<dc:title>{{ 7 * 7 }}</dc:title>")

    made = fill(with_part(data, "docProps/core.xml", core), Letter(subject=""))

    assert Document(BytesIO(made)).core_properties.title == "{{ 7 * 7 }}"


def test_a_paper_with_three_hundred_rows_takes_no_time() -> None:
    data = template(
        rows=(("{%tr for n in danh_sach %}", ""), ("{{ loop.index }}", "{{ n.ho_ten }}"), ("{%tr endfor %}", ""))
    )
    letter = Letter(subject="", people=tuple(Line(name=f"Người {place}") for place in range(300)))

    begun = perf_counter()
    made = fill(data, letter)

    assert perf_counter() - begun < 1.5  # a slow shared machine; 0.1 s by itself
    assert len(rows(made)) == 300
