"""The search of every page: without accents, over people and units, as far as one may see."""

import pytest

from lantoa.accounts.models import User
from tests import cast as school
from tests.cast import Cast, signed_in


def found(user: User, words: str) -> list[str]:
    answer = signed_in(user).get("/tim/", {"q": words})
    assert answer.status_code == 200
    return [hit.subject.code for hit in answer.context["found"].hits]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("nguyen", ["CB5", "CB4"]),
        ("NGUYỄN an", ["CB5"]),
        ("luat dan su", ["BM"]),
        ("Đào tạo", ["PDT"]),
        ("dao tao", ["PDT"]),
        ("cb2", ["CB2"]),
        ("khong co ai", []),
        ("", []),
        ("   ", []),
        ("%", []),
        ("_", []),
        ("\0bình", ["CB6"]),
    ],
)
def test_words_are_found_with_and_without_accents(cast: Cast, words: str, codes: list[str]) -> None:
    result = found(cast.officer, words)

    assert result == codes


def test_a_head_finds_the_own_units_and_oneself(cast: Cast) -> None:
    assert found(cast.head, "nguyen") == ["CB5"]
    assert found(cast.head, "luat") == ["BM", "KL"]


def test_staff_find_themselves_alone(cast: Cast) -> None:
    assert found(cast.staff, "nguyen") == ["CB5"]


@pytest.mark.parametrize("who", ["administrator", "stranger"])
def test_who_may_see_no_record_finds_nobody(cast: Cast, who: str) -> None:
    assert found(getattr(cast, who), "nguyen") == []


def test_a_unit_says_where_it_belongs(cast: Cast) -> None:
    answer = signed_in(cast.officer).get("/tim/?q=dan+su")

    assert [hit.units for hit in answer.context["found"].hits] == ["Khoa Luật"]


def test_many_hits_are_counted_and_the_first_are_shown(cast: Cast) -> None:
    for number in range(60):
        school.person(f"X{number:02}", f"Người Thứ {number:02}", cast.office)

    answer = signed_in(cast.officer).get("/tim/?q=nguoi+thu")

    assert (len(answer.context["found"].hits), answer.context["found"].number) == (50, 60)


def test_nothing_typed_teaches_the_key(cast: Cast) -> None:
    assert "bấm phím / rồi gõ" in signed_in(cast.officer).get("/tim/").content.decode()
