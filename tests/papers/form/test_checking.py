"""Checks look at what is printed: styles, defaults and themes count; blanks of a draft are no fault."""

import time
import zipfile
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.form import Checked, NoWordDocument, Verdict, check
from lantoa.papers.form.table import CHECKS
from tests.papers.drawing.samples import decision, minutes
from tests.papers.form.spoiling import filled, named, spoiled

DECISION = PaperKind.RECOGNITION


def not_met(document: bytes, kind: PaperKind = DECISION, *, keeps_degrees: bool = False) -> list[Checked]:
    return [one for one in check(document, kind, keeps_degrees=keeps_degrees) if one.verdict == Verdict.NOT_MET]


def codes(found: list[Checked]) -> list[str]:
    return [one.code for one in found]


def test_there_are_fifty_one_checks_each_with_its_place_in_the_decree() -> None:
    assert len({one.code for one in CHECKS}) == 51
    assert [one.code for one in CHECKS if not one.source] == []


def test_a_draft_without_number_and_day_is_in_form() -> None:
    draft = filled(decision(), so="       ", ngay_thang="ngày      tháng      năm 2025")

    assert not_met(draft) == []


def test_a_paper_without_superior_agency_is_in_form() -> None:
    assert not_met(filled(decision(), co_quan_chu_quan="")) == []


def test_a_chair_signs_with_both_offices() -> None:
    signed = filled(decision(), quyen_han="TM. HỘI ĐỒNG", chuc_vu="CHỦ TỊCH", chuc_vu_chinh_quyen="HIỆU TRƯỞNG")

    assert not_met(signed) == []


def test_an_office_that_may_write_degrees_is_not_asked() -> None:
    signed = filled(decision(), nguoi_ky="TS. Trần Thị Bưởi")

    assert codes(not_met(signed)) == ["S03"]
    assert not_met(signed, keeps_degrees=True) == []


def test_who_signs_is_missed_when_no_name_is_there() -> None:
    assert codes(not_met(filled(decision(), nguoi_ky=""))) == ["S02"]


def test_a_fault_says_what_is_asked_what_is_wrong_and_where() -> None:
    def small(document: Document) -> None:
        named(document, "Lời văn của").runs[0].font.size = Pt(11.5)

    (found,) = not_met(spoiled(filled(decision()), small))

    assert found == Checked(
        "B02",
        Verdict.NOT_MET,
        "Lời văn: đứng, cỡ 13-14, căn đều hai lề – cỡ chữ 11,5, phải là 13-14",
        "đoạn 18: “Lời văn của Điều 1 có chữ đậm và chữ ngh…”",
    )


def test_a_style_spoils_every_paragraph_that_has_it() -> None:
    def calibri(document: Document) -> None:
        document.styles["Lời văn"].font.name = "Calibri"

    assert codes(not_met(spoiled(filled(decision()), calibri))) == ["P07"]


def test_a_style_inherits_from_the_one_it_is_based_on() -> None:
    def slanted(document: Document) -> None:
        document.styles["Normal"].font.italic = True

    found = codes(not_met(spoiled(filled(decision()), slanted)))

    assert "B02" in found
    assert "H10" in found
    assert "B01" not in found


def test_the_defaults_of_the_document_count_where_no_style_speaks() -> None:
    def small(document: Document) -> None:
        sizes = document.styles.element.find(f".//{qn('w:docDefaults')}").iter(qn("w:sz"))
        next(iter(sizes)).set(qn("w:val"), "22")
        named(document, "Lời văn của").style = document.styles["Normal"]

    assert "B02" in codes(not_met(spoiled(filled(decision()), small)))


def test_a_font_of_the_theme_is_the_font_that_the_theme_names() -> None:
    def themed(document: Document) -> None:
        fonts = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
        fonts.set(qn("w:asciiTheme"), "minorHAnsi")

    assert codes(not_met(spoiled(filled(decision()), themed))) == ["P07"]


def test_capitals_by_property_are_capitals() -> None:
    def capitals(document: Document) -> None:
        run = named(document, "QUYẾT ĐỊNH").runs[0]
        run.text = "Quyết định"
        run.font.all_caps = True

    assert not_met(spoiled(filled(decision()), capitals)) == []


def test_a_line_of_underscores_is_a_line() -> None:
    def underscores(document: Document) -> None:
        rule = named(document, "Về việc")._element.getnext()
        rule.getparent().replace(
            rule,
            parse_xml(
                f'<w:p {nsdecls("w")}><w:pPr><w:jc w:val="center"/></w:pPr>'
                f"<w:r><w:rPr><w:sz w:val='28'/></w:rPr><w:t>{'_' * 14}</w:t></w:r></w:p>"
            ),
        )

    assert not_met(spoiled(filled(decision()), underscores)) == []


def test_a_paper_of_the_wrong_kind_is_told_apart() -> None:
    found = codes(not_met(filled(minutes()), DECISION))

    assert found == ["H11", "B01", "B06", "N01", "A01"]


@pytest.mark.parametrize("kind", [kind for kind, facts in KINDS.items() if not facts.is_official])
def test_what_the_decree_does_not_name_is_not_checked(kind: PaperKind) -> None:
    assert {one.verdict for one in check(filled(decision()), kind)} == {Verdict.NOT_APPLICABLE}


def test_an_empty_document_is_found_wanting_and_breaks_nothing() -> None:
    held = BytesIO()
    docx.Document().save(held)

    found = codes(not_met(held.getvalue()))

    assert found == [
        *("P01", "P03", "P04", "P06", "P09", "H01", "H03", "H07", "H09", "H11", "T01", "T02"),
        *("B01", "B06", "S01", "N01", "A01"),
    ]


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04 broken"])
def test_what_is_no_word_document_is_said(data: bytes) -> None:
    with pytest.raises(NoWordDocument, match="không phải văn bản Word"):
        check(data, DECISION)


def test_a_list_of_three_hundred_is_checked_in_the_blink_of_an_eye() -> None:
    rows = [{"tt": f"{place}", "ho_ten": "Nguyễn Văn An", "don_vi": "Phòng Đào tạo"} for place in range(300)]
    document = filled(decision(), danh_sach=rows)
    check(document, DECISION)

    began = time.perf_counter()
    found = not_met(document)

    assert found == []
    assert time.perf_counter() - began < 0.5  # the bench measures it; here it must not be slow by a mistake


def test_the_number_of_a_form_may_stand_above_the_head() -> None:
    def form_number(document: Document) -> None:
        document.tables[0]._element.addprevious(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>Mẫu số 05</w:t></w:r></w:p>"))

    assert not_met(spoiled(filled(decision()), form_number)) == []


def test_what_stands_in_a_content_control_is_read() -> None:
    def controlled(document: Document) -> None:
        title = named(document, "QUYẾT ĐỊNH")._element
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
        title.addprevious(control)
        control[0].append(title)

    assert not_met(spoiled(filled(decision()), controlled)) == []


def test_numbers_that_are_none_are_read_as_nought() -> None:
    data = BytesIO()
    with zipfile.ZipFile(BytesIO(filled(decision()))) as before, zipfile.ZipFile(data, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b'w:top="1134"', b'w:top="wide"'))

    assert codes(not_met(data.getvalue())) == ["P03"]


def test_a_word_file_without_a_body_is_no_document() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "<none/>")

    with pytest.raises(NoWordDocument, match="không phải văn bản Word"):
        check(data.getvalue(), DECISION)
