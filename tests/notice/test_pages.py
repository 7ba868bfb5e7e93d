"""Inbox, deadlines and the calendar."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.audit.models import Event
from lantoa.notice.actions import remind, tell
from lantoa.notice.calendar_feed import calendar
from lantoa.notice.models import Notice, Subscription
from lantoa.notice.queries.deadlines import Deadline
from tests.cast import NOW, Cast, signed_in
from tests.discovery.tips import tip


def told(cast: Cast, number: int = 1) -> None:
    for one in range(number):
        tell(users=[cast.staff], key=f"news-{one}", text=f"Tin {one}", address="/phat-hien/da-gui/", at=NOW)


def test_the_inbox_shows_the_newest_first_and_what_is_due(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy, at=now())
    tell(users=[cast.head], key="late", text="Sau cùng", at=now() + timedelta(minutes=1))

    page = signed_in(cast.head).get("/thong-bao/")

    assert [notice.text[:8] for notice in page.context["page"]] == ["Sau cùng", "Có phát "]
    assert [one.text for one, _days in page.context["due"]] == ["trả lời phát hiện về Lê Thanh Bình"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_inbox_takes_as_many_queries_for_three_as_for_one(
    count: int, cast: Cast, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.DEADLINE_PROVIDERS = ["lantoa.discovery.queries.deadlines.tips"]
    told(cast, count)
    client = signed_in(cast.staff)
    client.get("/thong-bao/")

    with django_assert_num_queries(8):
        client.get("/thong-bao/")


def test_the_bell_counts_what_is_new(cast: Cast) -> None:
    told(cast, 2)
    client = signed_in(cast.staff)

    assert '<span class="count hot">2</span>' in client.get("/thong-bao/so-moi/").content.decode()
    client.post("/thong-bao/da-doc/")
    assert client.get("/thong-bao/so-moi/").content.decode().strip() == ""


def test_opening_a_notice_reads_it_and_leads_on(cast: Cast) -> None:
    told(cast)
    notice = Notice.objects.get()

    answer = signed_in(cast.staff).post(f"/thong-bao/{notice.pk}/mo/")

    notice.refresh_from_db()
    assert (answer.headers["Location"], notice.read_at is not None) == ("/phat-hien/da-gui/", True)


def test_nobody_opens_anothers_notice(cast: Cast) -> None:
    told(cast)

    answer = signed_in(cast.head).post(f"/thong-bao/{Notice.objects.get().pk}/mo/")

    assert (answer.status_code, Notice.objects.get().read_at) == (404, None)


def test_unread_ones_can_be_seen_alone(cast: Cast) -> None:
    told(cast, 2)
    first = Notice.objects.order_by("pk")[0]
    client = signed_in(cast.staff)
    client.post(f"/thong-bao/{first.pk}/mo/")

    assert [notice.text for notice in client.get("/thong-bao/?moi=1").context["page"]] == ["Tin 1"]


def test_mail_can_be_declined_and_wanted_again(cast: Cast) -> None:
    client = signed_in(cast.staff)

    client.post("/thong-bao/thu/", {})
    assert Subscription.objects.get().wants_mail is False
    client.post("/thong-bao/thu/", {"wants_mail": "on"})

    assert Subscription.objects.get().wants_mail is True
    assert Event.objects.filter(deed="mail_chosen", by=cast.staff).count() == 2


@pytest.mark.parametrize(("name", "status"), [("officer", 200), ("head", 403), ("staff", 403), ("administrator", 403)])
def test_all_deadlines_are_the_officers(name: str, status: int, cast: Cast) -> None:
    assert signed_in(getattr(cast, name)).get("/nhac-viec/").status_code == status


def test_the_officer_sees_what_is_due_from_whom_and_who_was_reminded(cast: Cast) -> None:
    tip(cast.lecturer, cast.deputy, at=now() - timedelta(days=60))
    remind(day=localdate(), at=now())

    page = signed_in(cast.officer).get("/nhac-viec/")

    assert [(one.text, user) for one, user, _days in page.context["rows"]] == [
        ("trả lời phát hiện về Lê Thanh Bình", cast.head)
    ]
    assert [notice.user for notice in page.context["log"]] == [cast.head]
    assert (page.context["late"], page.context["soon"], page.context["total"]) == (1, 0, 1)


def opened(cast: Cast) -> str:
    """The address of the head's calendar."""
    return str(signed_in(cast.head).post("/thong-bao/lich/mo/").context["address"]).removeprefix("http://testserver")


def events(file: bytes) -> list[dict[str, Any]]:
    read: Any = Calendar.from_ical(file)
    return [
        {"uid": str(one["UID"]), "day": one["DTSTART"].dt, "what": str(one["SUMMARY"])} for one in read.walk("VEVENT")
    ]


def test_a_phone_reads_the_calendar_without_signing_in(cast: Cast) -> None:
    made = tip(cast.lecturer, cast.deputy, at=now())

    answer = Client().get(opened(cast))

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert events(answer.content) == [
        {"uid": f"tip:{made.code}@lantoa", "day": made.due, "what": "trả lời phát hiện về Lê Thanh Bình"}
    ]


def test_the_secret_is_not_kept_and_a_new_one_closes_the_old(cast: Cast) -> None:
    old = opened(cast)
    assert str(Subscription.objects.get().calendar_key) not in old

    new = opened(cast)

    assert [Client().get(address).status_code for address in (old, new)] == [404, 200]
    signed_in(cast.head).post("/thong-bao/lich/dong/")
    assert Client().get(new).status_code == 404


def test_a_closed_account_has_no_calendar(cast: Cast) -> None:
    address = opened(cast)
    cast.head.is_active = False
    cast.head.save()

    assert Client().get(address).status_code == 404


def test_no_name_breaks_the_calendar() -> None:
    text = "Trả lời; về \\ «Đặng, Thị Hồng Nhung»\nvà các cộng sự của cô ở Bộ môn Luật Hành chính - Nhà nước, " * 3
    deadline = Deadline("k,1", 1, NOW.date(), text, "/x/")

    file = calendar([deadline], home="https://lantoa.songlam.example", at=NOW)

    assert max(map(len, file.split(b"\r\n"))) <= 75
    assert [one["what"] for one in events(file)] == [text]


def test_a_year_end_deadline_ends_in_the_new_year() -> None:
    deadline = Deadline("k", 1, NOW.date().replace(month=12, day=31), "x", "/x/")

    read: Any = Calendar.from_ical(calendar([deadline], home="", at=NOW)).walk("VEVENT")[0]

    assert str(read["DTEND"].dt) == "2027-01-01"
