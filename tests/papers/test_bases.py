"""Legal bases as the lines of a paper."""

from datetime import date

from lantoa.domain.papers.bases import Topic
from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.queries.bases import cited, form_name


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
