"""A paper cites what was in force on its day."""

from datetime import date

import pytest

from lantoa import plans
from lantoa.domain.papers.bases import Topic, read_bases
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.reading import BadFile

ROW = """[[bases]]
topic = "emulation"
words = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
source = "Luật số 06/2022/QH15"
mark = "V"
"""


def numbers(day: date, *topics: Topic) -> list[str]:
    """The source of every text cited, up to its first remark."""
    return [basis.source.words.split(";")[0].split(",")[0] for basis in plans.legal_book().bases_on(day, *topics)]


def test_a_paper_of_2022_cites_the_law_of_2003() -> None:
    assert numbers(date(2022, 12, 1), Topic.EMULATION) == [
        "Luật số 15/2003/QH11",
        "Luật số 47/2005/QH11",
        "Luật số 39/2013/QH13",
        "Nghị định 91/2017/NĐ-CP",
        "Thông tư 12/2019/TT-BNV",
        "Thông tư 05/2018/TT-BTP",
    ]


@pytest.mark.parametrize(
    ("day", "cited"),
    [
        (date(2023, 12, 31), "Nghị định 91/2017/NĐ-CP"),
        (date(2024, 1, 1), "Nghị định 98/2023/NĐ-CP"),
        (date(2025, 6, 30), "Nghị định 98/2023/NĐ-CP"),
        (date(2025, 7, 1), "Nghị định 152/2025/NĐ-CP"),
        (date(2026, 10, 1), "Nghị định 152/2025/NĐ-CP"),
    ],
)
def test_one_decree_is_in_force_on_any_day(day: date, cited: str) -> None:
    decrees = [number for number in numbers(day, Topic.EMULATION) if number.startswith("Nghị định")]

    assert decrees == [cited]


def test_the_amendment_is_cited_from_october_2026() -> None:
    before = numbers(date(2026, 9, 30), Topic.EMULATION)
    after = numbers(date(2026, 10, 1), Topic.EMULATION)

    assert [number for number in after if number not in before] == ["Luật số 06/2026/QH16"]


def test_topics_are_cited_in_the_order_asked_for() -> None:
    assert numbers(date(2026, 8, 1), Topic.RATING, Topic.DISCIPLINE) == [
        "Nghị định 233/2026/NĐ-CP",
        "Nghị định 234/2026/NĐ-CP",
    ]


@pytest.mark.parametrize(
    ("day", "number"), [(date(2022, 6, 1), "02"), (date(2024, 6, 1), "03"), (date(2026, 6, 1), "05")]
)
def test_the_number_of_a_form_depends_on_the_day(day: date, number: str) -> None:
    form = plans.legal_book().form_on(day, PaperKind.INDIVIDUAL_REPORT)

    assert form is not None
    assert form.name.split(" kèm")[0] == f"Mẫu số {number}"


def test_papers_of_the_school_have_no_prescribed_form() -> None:
    assert plans.legal_book().form_on(date(2026, 6, 1), PaperKind.UNIT_MINUTES) is None


def test_a_text_without_days_was_always_in_force() -> None:
    book = read_bases(ROW, "thử.toml")

    assert len(book.bases_on(date(2000, 1, 1), Topic.EMULATION)) == 1


def test_an_unknown_topic_is_refused_with_its_place() -> None:
    with pytest.raises(BadFile) as refused:
        read_bases(ROW.replace("emulation", "emulations"), "thử.toml")

    assert refused.value.key == "bases[1].topic"
