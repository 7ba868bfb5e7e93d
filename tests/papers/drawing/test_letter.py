"""A paper drawn by the library opens in Word's readers, holds its parts, and is the same however often it is drawn."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docxtpl import DocxTemplate

from scripts.templates.letter import Letter
from scripts.templates.markup import runs
from tests.papers.drawing.samples import FIELDS, decision, minutes, reply


def filled(letter: Letter) -> docx.document.Document:
    template = DocxTemplate(BytesIO(letter.document()))
    template.render(FIELDS, autoescape=True)
    held = BytesIO()
    template.save(held)
    return docx.Document(BytesIO(held.getvalue()))


@pytest.mark.parametrize("draw", [decision, reply, minutes])
def test_a_template_drawn_twice_is_the_same_to_the_byte(draw: Callable[[], Letter]) -> None:
    assert draw().document() == draw().document()


def test_a_decision_says_its_parts_in_their_order() -> None:
    found = [one.text for one in filled(decision()).paragraphs if one.text]

    assert found == [
        "QUYẾT ĐỊNH",
        "Về việc công nhận điển hình tiên tiến năm 2024",
        "HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
        "Theo đề nghị của Hội đồng Thi đua - Khen thưởng.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Công nhận 02 cá nhân là điển hình tiên tiến năm 2024 (có Danh sách kèm theo).",
        "Lời văn của Điều 1 có chữ đậm và chữ nghiêng.",
        "I. MỤC LA MÃ",
        "1. Khoản có tiêu đề",
        *(f"{letter}) Điểm của khoản;" for letter in "abcdđe"),
        "1. Khoản không có tiêu đề.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.",
        "Phụ lục I",
        "DANH SÁCH CÁ NHÂN ĐIỂN HÌNH TIÊN TIẾN NĂM 2024",
        "(Kèm theo Quyết định số 05/QĐ-CĐL ngày 05 tháng 01 năm 2025 của Hiệu trưởng Trường Cao đẳng Luật Sông Lam)",
    ]


def test_a_list_has_a_row_for_each_line_and_the_total() -> None:
    rows = [[cell.text for cell in row.cells] for row in filled(decision()).tables[-1].rows]

    assert rows == [
        ["TT", "Họ và tên", "Đơn vị"],
        ["01", "Nguyễn Văn An", "Khoa Luật <&> Xã hội"],
        ["02", "Võ Thị Mận", "Phòng Đào tạo"],
        ["Tổng cộng", "Tổng cộng", "02"],
    ]


def test_the_head_names_agency_and_motto_and_who_signs_stands_beside_the_recipients() -> None:
    head, signed, _ = filled(decision()).tables

    assert [[cell.text for cell in row.cells] for row in head.rows] == [
        [
            "BỘ TƯ PHÁP\nTRƯỜNG CAO ĐẲNG LUẬT SÔNG LAM\n",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
        ],
        ["Số: 05/QĐ-CĐL", "Bình An, ngày 05 tháng 01 năm 2025"],
    ]
    assert [cell.text for cell in signed.rows[0].cells] == [
        "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT, TCHC.",
        "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\n\n\n\nTrần Thị Bưởi",
    ]


def test_several_addressees_stand_one_a_line() -> None:
    found = [one.text for one in filled(reply()).paragraphs if one.text]

    assert found == [
        "Kính gửi:",
        "- Hiệu trưởng;",
        "- Hội đồng Thi đua - Khen thưởng.",
        "Nhà trường trả lời như sau./.",
    ]


def test_minutes_have_the_secretary_left_and_the_chair_right() -> None:
    head, signed, kept = filled(minutes()).tables

    assert [cell.text for cell in head.rows[1].cells] == ["Số: 05/QĐ-CĐL", ""]
    assert [cell.text for cell in signed.rows[0].cells] == [
        "THƯ KÝ\n\n\n\n\nLê Văn Cam",
        "CHỦ TỌA\n\n\n\n\nPhạm Thị Quýt",
    ]
    assert kept.rows[0].cells[0].text == "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT, TCHC."


def test_stars_in_a_text_make_it_bold_or_slanted_but_a_field_stays_whole() -> None:
    assert runs("a **b** *c* {{ d * e }}") == (
        '<w:r><w:t xml:space="preserve">a </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">b</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">c</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> {{ d * e }}</w:t></w:r>'
    )


def test_the_last_words_stay_with_who_signs() -> None:
    kept = [one.text for one in filled(decision()).paragraphs if one.paragraph_format.keep_with_next and one.text]

    assert kept == ["Điều 2. Quyết định này có hiệu lực kể từ ngày ký./."]
