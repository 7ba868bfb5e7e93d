"""A paper cites what was in force on its day, in the words that the office gives it."""

from dataclasses import replace
from datetime import date

import pytest

from lantoa import plans
from lantoa.domain.papers.bases import BY_THE_OFFICE, Basis, LegalBook, Topic, read_bases
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.reading import BadFile
from lantoa.domain.rewards import Source

ROW = """[[bases]]
code = "luat-2022"
topic = "emulation"
words = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
source = "Luật số 06/2022/QH15"
mark = "V"
"""
DAY = date(2026, 6, 1)
LAW = read_bases(ROW, "thử.toml").texts[0]


def numbers(day: date, *topics: Topic) -> list[str]:
    """The source of every text cited, up to its first remark."""
    return [basis.source.words.split(";")[0].split(",")[0] for basis in plans.legal_book().bases_on(day, *topics)]


def own(words: str, number: int = 1, **given: object) -> Basis:
    """What the office writes in the place of the law."""
    source = Source(None, None, "", BY_THE_OFFICE)
    return replace(LAW, words=words, number=number, source=source, **given)  # type: ignore[arg-type]


def cited(book: LegalBook, day: date = DAY) -> list[str]:
    return [basis.words for basis in book.bases_on(day, Topic.EMULATION)]


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
    assert (form.words.split(" kèm")[0], form.about) == (f"Mẫu số {number}", "Báo cáo thành tích cá nhân")


def test_papers_of_the_school_have_no_prescribed_form() -> None:
    assert plans.legal_book().form_on(DAY, PaperKind.UNIT_MINUTES) is None


def test_one_regime_holds_on_any_day_and_they_follow_one_another() -> None:
    regimes = plans.legal_book().regimes
    turns = [date(2023, 12, 31), date(2024, 1, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 9, 30)]
    holding = [[place for place, one in enumerate(regimes) if one.holds(day)] for day in [*turns, date(2026, 10, 1)]]

    assert holding == [[0], [1], [1], [2], [2], [3]]


def test_an_edition_of_the_plan_is_cited_as_it_calls_itself_and_is_to_be_checked() -> None:
    plan = plans.legal_book().plan_on(DAY, plans.DEFAULT)

    assert plan is not None
    assert (plan.words, plan.is_to_be_checked, plan.about) == (plans.load().name, True, "")
    assert plans.legal_book().plan_on(DAY, "khác") is None


def test_no_two_texts_bear_one_code() -> None:
    codes = [one.code for one in plans.legal_book().texts]

    assert len(codes) == len(set(codes))


def test_a_text_without_days_was_always_in_force() -> None:
    assert cited(read_bases(ROW, "thử.toml"), date(2000, 1, 1)) == [LAW.words]


def test_the_words_of_the_office_take_the_place_of_the_shipped_ones() -> None:
    book = LegalBook((LAW,)).with_texts([own("Luật A"), own("Luật B", 2)])

    assert cited(book) == ["Luật B"]
    assert [one.number for one in book.versions(LAW.code)] == [0, 1, 2]


def test_words_that_apply_from_a_day_leave_earlier_papers_alone() -> None:
    book = LegalBook((LAW,)).with_texts([own("Luật A", applies_from=DAY)])

    assert (cited(book, date(2026, 5, 31)), cited(book, DAY)) == ([LAW.words], ["Luật A"])


def test_a_text_that_is_left_out_is_not_cited() -> None:
    left_out = own(LAW.words, is_left_out=True)

    assert cited(LegalBook((LAW, left_out))) == []
    assert not left_out.is_to_be_checked


def test_what_the_office_wrote_is_to_be_checked_and_what_was_read_is_not() -> None:
    assert [(one.is_to_be_checked, one.certainty) for one in (LAW, own("Luật A"))] == [
        (False, "đã đọc trong nguồn"),
        (True, "Trường tự ghi"),
    ]


def test_a_law_is_cited_before_a_decree_and_that_before_anything_else() -> None:
    words = ["Quy chế của Trường", "Thông tư số 9", "Nghị định số 1", "Luật A"]
    book = LegalBook(tuple(replace(LAW, code=text, words=text) for text in words))

    assert cited(book) == ["Luật A", "Nghị định số 1", "Thông tư số 9", "Quy chế của Trường"]


def test_a_cited_line_leads_back_to_its_text_and_the_version_of_the_day_comes_first() -> None:
    later = own(LAW.words, applies_from=DAY)
    book = LegalBook((LAW, later, own("Luật B", 2, is_left_out=True, applies_from=date(2027, 1, 1))))

    assert book.saying(LAW.words, date(2026, 5, 1)) == LAW
    assert book.saying(LAW.words, DAY) == later
    assert book.saying(LAW.words, date(2028, 1, 1)) == later
    assert (book.saying("Luật B", DAY), book.saying("Luật C", DAY)) == (None, None)


def test_every_topic_has_its_words() -> None:
    assert [topic for topic in Topic if not topic.label] == []


def test_an_unknown_topic_is_refused_with_its_place() -> None:
    with pytest.raises(BadFile) as refused:
        read_bases(ROW.replace("emulation", "emulations"), "thử.toml")

    assert refused.value.key == "bases[1].topic"
