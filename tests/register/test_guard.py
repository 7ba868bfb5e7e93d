"""The database itself refuses what no form and no import should let through."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from lantoa.register.models import Post, Unit
from tests.cast import NOW, Cast


def teaches(cast: Cast, **changes: Any) -> Post:
    columns = {
        "person": cast.lecturer, "unit": cast.office, "position": "Giảng viên",
        "since": date(2020, 1, 1), "until": date(2020, 12, 31), "recorded_at": NOW,
    }  # fmt: skip
    return Post.objects.create(**columns | changes)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2020, 12, 31), None),
        (date(2019, 1, 1), None),
        (date(2019, 1, 1), date(2020, 1, 1)),
        (date(2020, 5, 1), date(2020, 6, 1)),
    ],
)
def test_the_same_post_twice_at_a_time_is_refused(cast: Cast, since: date, until: date | None) -> None:
    teaches(cast)

    with pytest.raises(IntegrityError, match="post_no_overlap"), transaction.atomic():
        teaches(cast, since=since, until=until)


def test_the_same_post_before_and_after_is_not(cast: Cast) -> None:
    teaches(cast)
    teaches(cast, since=date(2019, 1, 1), until=date(2019, 12, 31))
    teaches(cast, since=date(2021, 1, 1), until=None)

    assert Post.objects.filter(unit=cast.office, person=cast.lecturer).count() == 3


def test_another_position_may_overlap(cast: Cast) -> None:
    teaches(cast)
    teaches(cast, position="Trợ giảng")

    assert Post.objects.filter(unit=cast.office, person=cast.lecturer).count() == 2


def test_a_post_moved_over_another_is_refused(cast: Cast) -> None:
    teaches(cast)
    later = teaches(cast, since=date(2021, 1, 1), until=None)

    with pytest.raises(IntegrityError, match="post_no_overlap"), transaction.atomic():
        Post.objects.filter(pk=later.pk).update(since=date(2020, 6, 1))


def test_a_unit_above_its_own_superior_is_refused(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="unit_not_above_itself"), transaction.atomic():
        Unit.objects.filter(pk=cast.faculty.pk).update(parent=cast.division)


def test_a_unit_may_move_elsewhere_in_the_tree(cast: Cast) -> None:
    Unit.objects.filter(pk=cast.division.pk).update(parent=cast.office)

    assert Unit.objects.get(pk=cast.division.pk).parent_id == cast.office.pk
