"""The words of the law in any of their written forms."""

from datetime import date

import pytest

from lantoa import plans
from lantoa.domain.law import Catalogue
from lantoa.domain.records import Level


@pytest.fixture(scope="module")
def law() -> Catalogue:
    return plans.catalogue()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LĐTT", "ADVANCED_WORKER"),
        ("LÐTT", "ADVANCED_WORKER"),
        ("Danh hiệu Lao động tiên tiến", "ADVANCED_WORKER"),
        ("Danh hiệu thi đua: Lao động tiên tiến", "ADVANCED_WORKER"),
        ("Chiến sĩ thi đua cơ sở (CSTĐCS)", "GRASSROOTS_FIGHTER"),
        ("Chiến sĩ thi đua (cấp cơ sở)", "GRASSROOTS_FIGHTER"),
        ("Chiến sĩ TĐ cơ sở năm học 2023-2024", "GRASSROOTS_FIGHTER"),
        ("CSTĐCCS năm 2023", "GRASSROOTS_FIGHTER"),
        ("CSTĐ cơ sở", "GRASSROOTS_FIGHTER"),
        ("CSTĐCS", "GRASSROOTS_FIGHTER"),
        ("CSTDCS", "GRASSROOTS_FIGHTER"),
        ("chiến sỹ thi đua cơ sở", "GRASSROOTS_FIGHTER"),
        ("Chiến sĩ thi đua ngành Tư pháp", "MINISTRY_FIGHTER"),
        ("CSTĐ cấp Bộ", "MINISTRY_FIGHTER"),
        ("Chiến sĩ thi đua tỉnh Bình An", "MINISTRY_FIGHTER"),
        ("Chiến sĩ thi đua toàn quốc", "NATIONAL_FIGHTER"),
        ("TT LĐTT", "ADVANCED_COLLECTIVE"),
        ("TTLĐXS", "EXCELLENT_COLLECTIVE"),
        ("Tập thể Lao động xuất sắc", "EXCELLENT_COLLECTIVE"),
        ("Tập thể lao động xuất sắc (TTLĐXS)", "EXCELLENT_COLLECTIVE"),
        ("Cờ thi đua của UBND tỉnh Bình An", "MINISTRY_FLAG"),
        ("Cờ thi đua của Chính phủ", "GOVERNMENT_FLAG"),
    ],
)
def test_a_title_is_known_in_its_written_forms(law: Catalogue, text: str, code: str) -> None:
    title = law.title(text)

    assert title is not None
    assert title.code == code


@pytest.mark.parametrize("text", ["Giấy khen (CSTĐCS)", "Bằng khen", "Chiến sĩ thi đua", "Ngôi sao sáng", ""])
def test_other_forms_and_unknown_words_are_no_title(law: Catalogue, text: str) -> None:
    assert law.title(text) is None


def test_from_a_title_up_stays_on_its_ladder(law: Catalogue) -> None:
    assert law.titles_from("MINISTRY_FIGHTER") == {"MINISTRY_FIGHTER", "NATIONAL_FIGHTER"}
    assert law.titles_from("MINISTRY_FLAG") == {"MINISTRY_FLAG", "GOVERNMENT_FLAG"}


def test_from_a_reprimand_up_is_every_form(law: Catalogue) -> None:
    assert law.sanctions_from("REPRIMAND") == set(law.sanctions)
    assert law.sanctions_from("REMOVAL") == {"REMOVAL", "DISMISSAL"}


def test_ratings_sanctions_and_levels_are_read_in_any_spelling(law: Catalogue) -> None:
    rating, sanction = law.rating("HTXSNV"), law.sanction("KHIEN TRACH")

    assert rating is not None
    assert rating == law.rating("hoàn thành xuất sắc  nhiệm vụ")
    assert sanction is not None
    assert sanction.code == "REPRIMAND"
    assert law.level("cấp Tỉnh") is Level.PROVINCE


def test_what_nobody_knows_is_nothing(law: Catalogue) -> None:
    assert (law.rating("Giỏi"), law.sanction("Phê bình"), law.level("xã")) == (None, None, None)


def test_demotion_ended_with_the_rules_before_july_2025(law: Catalogue) -> None:
    demotion = law.sanctions["DEMOTION"]

    assert [demotion.in_force(day) for day in (date(2025, 6, 30), date(2025, 7, 1))] == [True, False]


def test_a_ladder_title_began_with_the_law_of_2003(law: Catalogue) -> None:
    title = law.titles["GRASSROOTS_FIGHTER"]

    assert title.name == "Chiến sĩ thi đua cơ sở"
    assert [title.term.in_force(day) for day in (date(2004, 6, 30), date(2004, 7, 1))] == [False, True]


def test_every_word_of_the_law_names_its_source(law: Catalogue) -> None:
    terms = [title.term for title in law.titles.values()] + [*law.sanctions.values(), *law.ratings.values()]

    assert [term.code for term in terms if not term.source or not term.mark] == []


@pytest.mark.parametrize(
    ("title", "day", "words"),
    [
        ("GRASSROOTS_FIGHTER", date(2024, 6, 1), "từ 80% tổng số thành viên trở lên"),
        ("GRASSROOTS_FIGHTER", date(2026, 1, 1), "từ 80% tổng số thành viên trở lên"),
        ("MINISTRY_FLAG", date(2024, 1, 1), "từ 80% tổng số thành viên trở lên"),
        ("MINISTRY_FIGHTER", date(2023, 12, 31), "từ 90% tổng số thành viên trở lên"),
        ("NATIONAL_FIGHTER", date(2025, 6, 30), "từ 90% tổng số thành viên trở lên"),
    ],
)
def test_the_vote_on_a_title_needs_its_share_of_all_members(law: Catalogue, title: str, day: date, words: str) -> None:
    found = law.threshold(title, day)

    assert found is not None
    assert found.threshold.words == words


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("GRASSROOTS_FIGHTER", date(2023, 12, 31)),
        ("ADVANCED_WORKER", date(2024, 6, 1)),
        ("EXCELLENT_COLLECTIVE", date(2026, 1, 1)),
    ],
)
def test_where_the_law_asks_for_no_share_none_is_invented(law: Catalogue, title: str, day: date) -> None:
    assert law.threshold(title, day) is None


def test_at_most_one_share_holds_for_a_title_on_a_day_and_it_names_its_source(law: Catalogue) -> None:
    for one in law.thresholds:
        others = [other for other in law.thresholds if other.title == one.title and other is not one]
        assert one.threshold.since is not None
        assert [other for other in others if other.threshold.in_force(one.threshold.since)] == []
        assert one.threshold.source
