"""The page of a paper says which of its bases somebody still has to check, and which have changed since."""

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.actions.bases import add, confirm, rewrite, withdraw
from lantoa.papers.models import Paper
from lantoa.papers.queries.bases import cited, form_name
from lantoa.papers.queries.citations import citations
from tests.cast import NOW, Cast, signed_in
from tests.papers.bases.given import FACTS

DAY = date(2026, 6, 1)
DECREE, CIRCULAR = "nghi-dinh-152-2025", "thong-tu-15-2025"


def made(cast: Cast, day: date = DAY, **contents: Any) -> Paper:
    """A notice of the day, filled with the bases of that day unless others are given."""
    return Paper.objects.create(
        kind=PaperKind.NOTICE.value, key="1", number=Paper.objects.count() + 1, title="Đợt xét", search_key="dot xet",
        day=day, file_name="thong-bao", template_name="thong-bao.docx", template_sha256="0", word_path="x.docx",
        contents=contents or {"can_cu": list(cited(day, Topic.EMULATION))}, made_by=cast.officer, made_at=NOW,
    )  # fmt: skip


def unchecked(paper: Paper) -> list[str]:
    return [one.basis.code for one in citations(paper).unchecked if one.basis]


def faults(paper: Paper) -> list[str]:
    return [one.fault for one in citations(paper).lines if one.fault]


def test_what_nobody_has_read_is_to_be_checked_until_somebody_has(cast: Cast) -> None:
    paper = made(cast)
    before = unchecked(paper)
    confirm(code=DECREE, number=0, note="", by=cast.officer, at=NOW)

    assert (before, unchecked(paper), faults(paper)) == ([DECREE, CIRCULAR], [CIRCULAR], [])


def test_a_line_that_somebody_typed_has_no_text(cast: Cast) -> None:
    found = citations(made(cast, can_cu=["Theo đề nghị của Trưởng phòng."])).lines

    assert [(one.line, one.basis, one.needs_check) for one in found] == [("Theo đề nghị của Trưởng phòng", None, False)]


def test_the_number_of_the_form_is_a_citation_too(cast: Cast) -> None:
    form = form_name(DAY, PaperKind.COLLECTIVE_REPORT)

    assert unchecked(made(cast, mau_so=form)) == ["mau-bao-cao-tap-the-152-2025"]


@pytest.mark.parametrize("contents", [{"mau_so": "12"}, {"mau_so": 12}, {"trich_yeu": "Về việc"}])
def test_a_paper_without_bases_cites_nothing(cast: Cast, contents: dict[str, Any]) -> None:
    assert citations(made(cast, **contents)).lines == ()


def test_words_that_the_office_changed_after_the_making_are_told(cast: Cast) -> None:
    paper = made(cast)
    rewrite(code=DECREE, seen=0, facts=FACTS | {"words": "Nghị định số 152"}, by=cast.officer, at=NOW)

    assert faults(paper) == ["Trường đã đổi lời viện dẫn thành: Nghị định số 152."]


def test_a_text_that_is_left_out_or_withdrawn_since_is_told(cast: Cast) -> None:
    row = add(facts=FACTS | {"topic": "school"}, by=cast.officer, at=NOW)
    paper = made(cast)
    withdraw(basis=row, why="Hết hiệu lực", by=cast.officer, at=NOW)
    rewrite(code=CIRCULAR, seen=0, facts=FACTS | {"words": "Thông tư", "is_left_out": True}, by=cast.officer, at=NOW)

    assert faults(paper) == ["Trường thôi viện dẫn văn bản này.", "Trường đã rút văn bản này khỏi danh mục."]


def test_a_text_that_was_not_in_force_on_the_day_of_the_paper_is_told(cast: Cast) -> None:
    paper = made(cast, can_cu=["Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003."])

    assert faults(paper) == ["Không có hiệu lực vào ngày 01/06/2026 của giấy tờ."]


def test_reading_the_bases_costs_two_queries(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    paper = made(cast)

    with django_assert_num_queries(2):
        citations(paper)


def test_the_page_of_a_paper_warns_before_it_is_signed(cast: Cast) -> None:
    paper = made(cast)
    browser = signed_in(cast.officer)
    before = browser.get(f"/giay-to/{paper.pk}/").content.decode()
    for code in (DECREE, CIRCULAR):
        confirm(code=code, number=0, note="", by=cast.officer, at=NOW)
    after = browser.get(f"/giay-to/{paper.pk}/").content.decode()

    warning = "Trước khi ký hãy đối chiếu"
    assert [f"{warning} 2 căn cứ với văn bản đã ký" in before, warning in after] == [True, False]
    assert after.count("đã đối chiếu văn bản ký") == 2
