"""Each check fails on a paper that is spoiled in just that, and on nothing else."""

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.form import Verdict, check
from tests.papers.drawing.samples import decision, minutes, reply
from tests.papers.form import spoiling as spoil
from tests.papers.form.spoiling import Spoil, filled, spoiled

DECISION, REPLY, MINUTES = PaperKind.RECOGNITION, PaperKind.NOT_RECOGNISED, PaperKind.COUNCIL_MINUTES
DRAWN = {DECISION: decision, REPLY: reply, MINUTES: minutes}
TEXT = "Lời văn của Điều 1"
LEFT = WD_ALIGN_PARAGRAPH.LEFT

SPOILED: list[tuple[str, PaperKind, Spoil]] = [
    ("P01", DECISION, spoil.american_paper),
    ("P02", DECISION, spoil.landscape_without_a_table),
    ("P03", DECISION, spoil.margin("top", 30)),
    ("P04", DECISION, spoil.margin("bottom", 15)),
    ("P05", DECISION, spoil.margin("left", 25)),
    ("P06", DECISION, spoil.margin("right", 25)),
    ("P07", DECISION, spoil.font(TEXT, "Arial")),
    ("P07", DECISION, spoil.red(TEXT)),
    ("P08", DECISION, spoil.decomposed(TEXT)),
    ("P08", DECISION, spoil.says("PHÓ HIỆU TRƯỞNG", "PHÓ TRƯỞNG ÐOÀN")),
    ("P09", DECISION, spoil.page_number_at_the_side),
    ("P09", DECISION, spoil.page_number_on_the_first_page),
    ("P10", DECISION, spoil.small_page_number),
    ("P10", DECISION, spoil.pages_from_five),
    ("H01", DECISION, spoil.says("CỘNG HÒA", "CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM")),
    ("H02", DECISION, spoil.looks("CỘNG HÒA", bold=False)),
    ("H03", DECISION, spoil.says("Độc lập", "Độc lập-Tự do-Hạnh phúc")),
    ("H04", DECISION, spoil.looks("Độc lập", size=12)),
    ("H04", DECISION, spoil.set_out("Độc lập", line_spacing=1.5)),
    ("H05", DECISION, spoil.without_rule_under("Độc lập")),
    ("H05", DECISION, spoil.underlined("Độc lập")),
    ("H05", DECISION, spoil.long_rule_under("Độc lập")),
    ("H06", DECISION, spoil.looks("BỘ TƯ PHÁP", bold=True)),
    ("H07", DECISION, spoil.looks("TRƯỜNG CAO ĐẲNG", bold=False)),
    ("H08", DECISION, spoil.long_rule_under("TRƯỜNG CAO ĐẲNG")),
    ("H08", DECISION, spoil.without_rule_under("TRƯỜNG CAO ĐẲNG")),
    ("H09", DECISION, spoil.says("Số:", "Số: 5/QĐ-CĐL")),
    ("H09", DECISION, spoil.says("Số:", "Số: 05 / QĐ - CĐL")),
    ("H10", DECISION, spoil.looks("Số:", bold=True)),
    ("H11", DECISION, spoil.says("Bình An", "Bình An, ngày 05 tháng 06 năm 2025")),
    ("H11", DECISION, spoil.says("Bình An", "Bình An, ngày 5 tháng 6 năm 2025")),
    ("H12", DECISION, spoil.looks("Bình An", italic=False)),
    ("T01", DECISION, spoil.says("QUYẾT ĐỊNH", "Quyết định")),
    ("T02", DECISION, spoil.looks("Về việc", bold=False)),
    ("T03", DECISION, spoil.without_rule_under("Về việc")),
    ("T03", DECISION, spoil.long_rule_under("Về việc")),
    ("T04", REPLY, spoil.looks("V/v", bold=True)),
    ("T04", REPLY, spoil.set_out("V/v", space_before=0)),
    ("B01", DECISION, spoil.one_slanted_base),
    ("B01", DECISION, spoil.says("Theo đề nghị", "Theo đề nghị của Hội đồng")),
    ("B02", DECISION, spoil.aligned(TEXT, LEFT)),
    ("B02", DECISION, spoil.looks(TEXT, size=12)),
    ("B02", DECISION, spoil.looks(TEXT, italic=True)),
    ("B03", DECISION, spoil.set_out(TEXT, first_line_indent=0)),
    ("B04", DECISION, spoil.set_out(TEXT, space_after=0)),
    ("B05", DECISION, spoil.set_out(TEXT, line_spacing=2.0)),
    ("B06", DECISION, spoil.plain_article),
    ("B07", DECISION, spoil.says("I. MỤC", "I. Mục La Mã")),
    ("B08", DECISION, spoil.looks("1. Khoản không có", bold=True)),
    ("B09", DECISION, spoil.says("đ) ", "f) Điểm của khoản;")),
    ("B10", REPLY, spoil.says("Nhà trường", "Nhà trường trả lời.")),
    ("S01", DECISION, spoil.looks("PHÓ HIỆU TRƯỞNG", bold=False)),
    ("S01", DECISION, spoil.says("KT.", "TN. HIỆU TRƯỞNG")),
    ("S02", DECISION, spoil.looks("Trần Thị Bưởi", bold=False)),
    ("S02", DECISION, spoil.says("Trần Thị Bưởi", "TRẦN THỊ BƯỞI")),
    ("S03", DECISION, spoil.says("Trần Thị Bưởi", "TS. Trần Thị Bưởi")),
    ("N01", DECISION, spoil.looks("Nơi nhận", italic=False)),
    ("N02", DECISION, spoil.looks("- Như Điều 2", size=12)),
    ("N02", DECISION, spoil.says("- Như Điều 2", "- Như Điều 2")),
    ("N03", DECISION, spoil.says("- Lưu", "- Lưu: TCHC.")),
    ("N04", REPLY, spoil.looks("Kính gửi", size=16)),
    ("N04", REPLY, spoil.says("- Hội đồng", "- Hội đồng Thi đua")),
    ("A01", DECISION, spoil.looks("Phụ lục", italic=True)),
    ("A02", DECISION, spoil.says("DANH SÁCH", "Danh sách cá nhân")),
    ("A03", DECISION, spoil.looks("(Kèm theo", italic=False)),
    ("A03", DECISION, spoil.says("(Kèm theo", "(Kèm theo Quyết định)")),
    ("A04", DECISION, spoil.appendix_pages_go_on),
    ("M01", MINUTES, spoil.chair_on_the_left),
    ("M01", MINUTES, spoil.day_in_the_head),
    ("M01", MINUTES, spoil.says("Thời gian bắt đầu", "Thời gian bắt đầu: buổi sáng.")),
    ("M01", MINUTES, spoil.says("Cuộc họp kết thúc", "Cuộc họp kết thúc buổi trưa.")),
]


def not_met(document: bytes, kind: PaperKind) -> dict[str, str]:
    return {one.code: one.sentence for one in check(document, kind) if one.verdict == Verdict.NOT_MET}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_sample_as_it_is_drawn_fails_nothing(kind: PaperKind) -> None:
    assert not_met(filled(DRAWN[kind]()), kind) == {}


@pytest.mark.parametrize(
    ("code", "kind", "spoils"), SPOILED, ids=[f"{code}-{place}" for place, (code, *_) in enumerate(SPOILED)]
)
def test_a_paper_spoiled_in_one_thing_fails_just_that_check(code: str, kind: PaperKind, spoils: Spoil) -> None:
    document = spoiled(filled(DRAWN[kind]()), spoils)

    assert list(not_met(document, kind)) == [code]


def test_every_check_that_a_word_file_can_answer_was_seen_to_fail() -> None:
    answered = [one.code for one in check(filled(decision()), DECISION) if not one.code.startswith("D")]

    assert sorted({code for code, *_ in SPOILED}) == sorted(answered)
