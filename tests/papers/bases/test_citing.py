"""Legal bases as the lines of a paper."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from lantoa import plans
from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.actions.bases import add, rewrite
from lantoa.papers.queries.bases import cited, form_name
from tests.cast import NOW, Cast
from tests.papers.bases.given import FACTS

pytestmark = pytest.mark.django_db


def test_bases_are_lines_of_which_the_last_ends_in_a_full_stop() -> None:
    lines = cited(date(2026, 8, 1), Topic.DEMOCRACY, Topic.DISCIPLINE, also=["Theo đề nghị của Trưởng phòng."])

    assert lines == (
        "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;",
        "Căn cứ Nghị định số 234/2026/NĐ-CP ngày 26 tháng 6 năm 2026 của Chính phủ về xử lý kỷ luật viên chức;",
        "Theo đề nghị của Trưởng phòng.",
    )


def test_a_form_is_named_with_its_decree_and_left_out_where_there_is_none() -> None:
    day = date(2024, 6, 1)

    assert (form_name(day, PaperKind.COLLECTIVE_REPORT), form_name(day, PaperKind.NOMINEE_LIST)) == (
        "Mẫu số 02 kèm theo Nghị định số 98/2023/NĐ-CP",
        "",
    )


def test_the_regulations_of_the_school_follow_the_law_and_the_plan_follows_them(cast: Cast) -> None:
    add(facts=FACTS | {"topic": "school", "words": "Quy chế thi đua, khen thưởng của Trường"}, by=cast.officer, at=NOW)
    rewrite(code=plans.DEFAULT, seen=0, facts=FACTS | {"words": "Kế hoạch số 12/KH-CĐL"}, by=cast.officer, at=NOW)

    assert cited(date(2022, 8, 1), Topic.COMPLAINT, plan=plans.DEFAULT, also=["Theo đề nghị của Trưởng phòng"]) == (
        "Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011;",
        "Căn cứ Quy chế thi đua, khen thưởng của Trường;",
        "Căn cứ Kế hoạch số 12/KH-CĐL;",
        "Theo đề nghị của Trưởng phòng.",
    )


def test_however_many_texts_the_office_has_they_are_read_at_once(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(5):
        add(facts=FACTS | {"topic": "school", "words": f"Quy định {place}"}, by=cast.officer, at=NOW)

    with django_assert_num_queries(1):
        cited(date(2026, 8, 1), Topic.EMULATION, plan=plans.DEFAULT)


def test_a_form_gets_the_number_that_the_office_found_in_the_signed_text(cast: Cast) -> None:
    words = "Mẫu số 06 kèm theo Nghị định số 152/2025/NĐ-CP"
    rewrite(code="mau-bao-cao-tap-the-152-2025", seen=0, facts=FACTS | {"words": words}, by=cast.officer, at=NOW)

    assert form_name(date(2026, 8, 1), PaperKind.COLLECTIVE_REPORT) == words
