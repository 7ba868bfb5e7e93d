"""Telling people: once a person and key, whoever says it and however often."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.discovery.actions.tips import handling
from lantoa.notice.actions import mark_read, remind, tell
from lantoa.notice.models import Notice
from lantoa.notice.queries.deadlines import deadlines
from tests import cast as people
from tests.cast import NOW, Cast
from tests.discovery.tips import tip

DUE = date(2026, 1, 29)


def texts(user: User) -> list[str]:
    return list(Notice.objects.filter(user=user, kind="reminder").order_by("pk").values_list("text", flat=True))


def test_the_same_thing_is_told_once(cast: Cast) -> None:
    for _each in range(2):
        tell(users=[cast.head, cast.staff], key="news", text="Họp lúc 9 giờ", at=NOW)

    assert Notice.objects.count() == 2


def test_who_may_not_sign_in_is_told_nothing(cast: Cast) -> None:
    cast.staff.is_active = False

    tell(users=[cast.staff], key="news", text="Họp", at=NOW)

    assert Notice.objects.count() == 0


def test_a_long_text_is_cut_to_what_an_inbox_holds(cast: Cast) -> None:
    tell(users=[cast.staff], key="news", text="x" * 600, at=NOW)

    assert Notice.objects.get().text == "x" * 499 + "…"


def test_deadlines_come_from_the_rooms_above_the_earliest_first(cast: Cast) -> None:
    later, sooner = tip(cast.lecturer, cast.deputy), tip(cast.lecturer, cast.deputy, at=NOW - timedelta(days=7))

    found = deadlines(localdate(NOW))

    assert [(one.key, one.user, one.due, one.text, one.address) for one in found] == [
        (
            f"tip:{one.code}",
            cast.head.pk,
            one.due,
            "trả lời phát hiện về Lê Thanh Bình",
            f"/phat-hien/mach/{one.code}/",
        )
        for one in (sooner, later)
    ]


def test_deadlines_of_one_user_are_that_users_only(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy)
    tip("Chị lao công", cast.staff)

    assert [one.user for one in deadlines(localdate(NOW), cast.officer.pk)] == [cast.officer.pk]


def test_somebody_is_reminded_a_week_three_days_a_day_before_and_each_week_after(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy)

    for days in range(-10, 12):
        for _twice in range(2):
            remind(day=DUE + timedelta(days=days), at=NOW)

    what = "trả lời phát hiện về Lê Thanh Bình"
    assert texts(cast.head) == [
        f"Còn 7 ngày: {what}",
        f"Còn 3 ngày: {what}",
        f"Còn 1 ngày: {what}",
        f"Quá hạn 1 ngày: {what}",
        f"Quá hạn 8 ngày: {what}",
    ]


def test_a_reminder_that_could_not_be_said_in_time_is_said_late(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy)

    remind(day=DUE - timedelta(days=5), at=NOW)

    assert texts(cast.head) == ["Còn 5 ngày: trả lời phát hiện về Lê Thanh Bình"]


def test_what_was_done_is_not_reminded_of(cast: Cast) -> None:
    made = handling.take_up(tip=tip(cast.lecturer, cast.deputy), by=cast.head, at=NOW)
    handling.decline(tip=made, answer="Cảm ơn.", by=cast.head, at=NOW)

    assert remind(day=DUE, at=NOW) == 0


def test_only_what_is_new_becomes_read(cast: Cast) -> None:
    for key in ("one", "two"):
        tell(users=[cast.staff, cast.head], key=key, text=key, at=NOW)
    first = Notice.objects.filter(user=cast.staff).order_by("pk")[0]

    assert mark_read(user=cast.staff, notices=[first.pk], at=NOW) == 1
    assert mark_read(user=cast.staff, at=NOW) == 1
    assert Notice.objects.filter(read_at=None).count() == 2


@pytest.mark.django_db(transaction=True)
def test_several_processes_together_remind_once() -> None:
    cast = people.assemble()
    for _each in range(3):
        tip(cast.lecturer, cast.deputy)
    Notice.objects.all().delete()

    def work(_number: int) -> None:
        try:
            remind(day=DUE, at=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as workers:
        list(workers.map(work, range(12)))

    assert Notice.objects.count() == 3
