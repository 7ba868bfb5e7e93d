"""The pictures of the overview as marks on a plane."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lantoa.domain.cohorts import Life, cohorts, timeliness
from lantoa.domain.coverage import Group
from lantoa.nurture.pictures import Picture, Shape, cohort_picture, coverage_picture, delay_picture

FOUND = date(2024, 3, 1)
SHAPES = (Shape.CIRCLE, Shape.SQUARE, Shape.DIAMOND)


def shapes(picture: Picture) -> list[Shape]:
    return [mark.shape for mark in picture.marks if mark.shape in SHAPES]


def words(picture: Picture) -> list[str]:
    return [mark.words for mark in picture.marks if mark.shape is Shape.WORDS]


def test_the_longest_bar_is_the_largest_cohort() -> None:
    lives = [Life(unit=1, found=FOUND), Life(unit=1, found=FOUND), Life(unit=1, found=date(2025, 1, 1))]

    bars = [mark.width for mark in cohort_picture(cohorts(lives)).marks if mark.shape is Shape.BAR]

    assert (bars[0], bars[5]) == (42, 21)


def test_every_bar_has_its_number_beside_it() -> None:
    picture = cohort_picture(cohorts([Life(unit=1, found=FOUND, chosen=FOUND)]))

    assert words(picture) == ["Phát hiện", "Chọn", "Bồi dưỡng", "Đề cử", "Công nhận", "2024", "1", "1", "0", "0", "0"]


def test_each_delay_has_its_own_shape_and_says_when_it_is_not_known() -> None:
    life = Life(unit=1, found=FOUND, merit=FOUND - timedelta(days=30), chosen=FOUND)
    groups = [("2024", timeliness([life], lambda one: one.unit)[1])]

    picture = delay_picture("nam", "Theo năm", groups)

    assert shapes(picture) == [Shape.CIRCLE, Shape.SQUARE]
    assert (words(picture).count("30 ngày"), words(picture).count("chưa đo được")) == (2, 1)


def test_a_picture_says_in_words_what_it_shows() -> None:
    life = Life(unit=1, found=FOUND, merit=FOUND - timedelta(days=30), chosen=FOUND)
    groups = [("2024", timeliness([life], lambda one: one.unit)[1])]

    assert delay_picture("nam", "Theo năm", groups).description == "2024, phát hiện: 30 ngày; 2024, chọn: 30 ngày."


def test_without_anything_measured_the_description_says_so() -> None:
    assert delay_picture("nam", "Theo năm", []).description == "Chưa có số liệu."


def test_each_share_keeps_its_shape_when_another_is_missing() -> None:
    picture = coverage_picture("gioi", "Theo giới", [Group("Nữ", 6, 0, 1)], Group("Tất cả", 10, 0, 2))

    assert shapes(picture) == [Shape.CIRCLE, Shape.DIAMOND] * 2


def test_shares_of_nothing_have_no_mark() -> None:
    whole = Group("Tất cả", 10, 2, 0)

    picture = coverage_picture("gioi", "Theo giới", [Group("Nữ", 6, 1, 0)], whole)

    assert shapes(picture) == [Shape.CIRCLE, Shape.SQUARE] * 2  # the legend, then the group
    assert picture.description == "Nữ: đội ngũ 60 %, nhân tố mới 50 %."


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=6))
def test_every_mark_lies_on_the_plane(figures: list[tuple[int, int, int]]) -> None:
    groups = [Group(str(number), *figure) for number, figure in enumerate(figures)]
    whole = Group("Tất cả", *(sum(column) for column in zip(*figures, strict=True)))

    picture = coverage_picture("nhom", "Nhóm", groups, whole)

    assert [mark for mark in picture.marks if not on_the_plane(mark.x, mark.y, picture)] == []


@given(st.lists(st.integers(0, 9000), min_size=1, max_size=9))
def test_every_delay_lies_on_the_plane(days: list[int]) -> None:
    lives = [Life(unit=day % 3, found=FOUND, merit=FOUND - timedelta(days=day)) for day in days]
    groups = [(str(unit), one) for unit, one in timeliness(lives, lambda life: life.unit).items()]

    picture = delay_picture("nam", "Theo năm", groups)

    assert [mark for mark in picture.marks if not on_the_plane(mark.end_x, mark.end_y, picture)] == []


def on_the_plane(x: int, y: int, picture: Picture) -> bool:
    return 0 <= x <= picture.width and 0 <= y <= picture.height
