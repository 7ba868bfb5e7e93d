"""Vietnamese text as people type it."""

import unicodedata

import pytest

from lantoa.domain.vietnamese import (
    accent_key,
    fold,
    likeness,
    match_key,
    name_sort_key,
    slug,
    sort_key,
    tidy,
    trigrams,
)


def test_tidying_gives_one_spelling_of_the_same_text() -> None:
    decomposed = unicodedata.normalize("NFD", "  Ðặng\u00a0Thị \u200bĐào ")

    assert tidy(decomposed) == "Đặng Thị Đào"


def test_tidying_keeps_the_soft_hyphen_that_is_a_letter_in_old_encodings() -> None:
    assert tidy("Tr\u00adëng") == "Tr\u00adëng"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Nguyễn Văn Đức", "nguyen van duc"), ("ĐIỂN HÌNH", "dien hinh"), ("Ðào tạo", "dao tao"), ("hoà", "hoa")],
)
def test_folding_drops_accents_and_turns_dd_into_d(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_year_and_male_differ_only_by_accent() -> None:
    assert accent_key("Năm\n(*)") != accent_key("Nam")
    assert match_key("Năm") == match_key("Nam")


def test_spellings_of_one_term_match() -> None:
    assert match_key("Chiến sỹ thi đua - cơ sở") == match_key("chiến sĩ thi đua cơ sở")


def test_an_address_keeps_its_first_letter() -> None:
    assert slug("Đào tạo, bồi dưỡng") == "dao-tao-boi-duong"


def test_syllables_sort_by_letter_then_tone() -> None:
    words = ["ma", "mà", "mả", "mã", "má", "mạ", "măn", "mân", "mơ", "mư"]

    assert sorted(set(words), key=sort_key) == words


def test_letters_outside_the_alphabet_sort_first() -> None:
    assert sorted(["b2", "a", "2b"], key=sort_key) == ["2b", "a", "b2"]


def test_a_mark_that_modifies_nothing_is_kept_as_it_is() -> None:
    assert sort_key("\u0302a") == sort_key("\u0302a")


def test_people_sort_by_given_name_then_family_name() -> None:
    names = ["Ha Bình", "Hà Anh", "Nguyễn Văn An", "Lê Thị An"]

    assert sorted(names, key=name_sort_key) == ["Lê Thị An", "Nguyễn Văn An", "Hà Anh", "Ha Bình"]


def test_two_tellings_of_one_story_are_alike_without_accents_too() -> None:
    one = trigrams("Thầy An dựng ngân hàng câu hỏi tình huống cho môn Luật Dân sự")
    same = trigrams("thay An lam ngan hang cau hoi tinh huong mon luat dan su, sinh vien hoc tot hon")
    another = trigrams("Tổ chức hiến máu nhân đạo ở xã Nghi Lộc")

    assert likeness(one, same) > 0.6 > 0.3 > likeness(one, another)


def test_a_text_without_words_is_like_nothing() -> None:
    assert (likeness(trigrams(""), trigrams("An")), likeness(frozenset(), frozenset())) == (0.0, 0.0)
