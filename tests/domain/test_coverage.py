"""Groups of the staff, their shares, and groups too small to be shown."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.domain.coverage import FEW, Group, age_bands, gathered, group, is_leading, share

GROUPS = st.lists(
    st.builds(
        Group,
        name=st.text(min_size=1, max_size=5),
        staff=st.integers(0, 10),
        found=st.integers(0, 3),
        recognised=st.integers(0, 3),
    ),
    max_size=8,
)


def test_only_the_staff_counts() -> None:
    members = np.array([True, True, True, False])
    staff = np.array([True, True, False, True])
    found = np.array([True, False, True, True])

    assert group("Nữ", members, staff, found, ~found) == Group("Nữ", staff=2, found=1, recognised=1)


@pytest.mark.parametrize(("part", "whole", "found"), [(1, 4, 0.25), (0, 0, None)])
def test_nobody_has_no_share(part: int, whole: int, found: float | None) -> None:
    assert share(part, whole) == found


def test_a_small_group_joins_the_smallest_of_the_others() -> None:
    groups = [Group("a", 9, 1, 1), Group("b", 4, 1, 0), Group("c", 1, 1, 1)]

    assert gathered(groups, "khác") == [Group("a", 9, 1, 1), Group("khác", 5, 2, 1)]


def test_small_groups_that_are_enough_together_stand_alone() -> None:
    groups = [Group("a", 9, 0, 0), Group("b", 2, 1, 0), Group("c", 1, 0, 1)]

    assert gathered(groups, "khác") == [Group("a", 9, 0, 0), Group("khác", 3, 1, 1)]


def test_where_there_are_only_few_nothing_is_shown() -> None:
    assert gathered([Group("a", 1, 1, 0), Group("b", 1, 0, 0)], "khác") == []


def test_groups_without_anybody_are_left_out() -> None:
    assert gathered([Group("a", 3, 1, 0), Group("b", 0, 0, 0)], "khác") == [Group("a", 3, 1, 0)]


@given(GROUPS)
def test_no_group_shown_is_small(groups: list[Group]) -> None:
    assert [one for one in gathered(groups, "khác") if one.staff < FEW] == []


@given(GROUPS)
def test_everybody_is_still_counted_once(groups: list[Group]) -> None:
    everybody = sum(one.staff for one in groups)

    assert sum(one.staff for one in gathered(groups, "khác")) == (everybody if everybody >= FEW else 0)


@given(st.lists(st.integers(0, 2010)), st.integers(2020, 2030))
def test_everybody_is_in_exactly_one_band(born: list[int], year: int) -> None:
    bands = age_bands(np.array(born, dtype=np.int64), year)

    assert np.sum(bands, axis=0).tolist() == [1] * len(born)


def test_a_band_begins_in_the_year_of_the_birthday() -> None:
    born = np.array([1995, 1994, 1985, 1984, 1975, 1974, 0], dtype=np.int64)

    assert [band.tolist().index(True) for band in age_bands(born, 2024)] == [0, 1, 3, 5, 6]


@pytest.mark.parametrize(
    ("position", "leads"),
    [
        ("Trưởng khoa", True),
        ("Phó Trưởng phòng", True),
        ("Phó Hiệu trưởng", True),
        ("Quyền Giám đốc Trung tâm", True),
        ("Phó Giáo sư, giảng viên", False),
        ("Giảng viên", False),
        ("Tổ trưởng", False),
        ("", False),
    ],
)
def test_leadership_is_read_from_the_position(position: str, *, leads: bool) -> None:
    assert is_leading(position) is leads
