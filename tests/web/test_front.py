"""The front page, the health check, and what the shell of every page shows to whom."""

import pytest
from django.core.cache import cache
from django.test import Client

from lantoa.worker.models import Lease
from tests.cast import Cast, signed_in


def test_the_front_page_is_open_and_names_the_school(cast: Cast) -> None:
    text = Client().get("/").content.decode()

    assert "Trường Cao đẳng Luật Sông Lam" in text
    assert 'href="/dang-nhap/"' in text


def test_the_front_page_of_an_empty_installation_names_no_school(db: None) -> None:
    assert Client().get("/").status_code == 200


def test_who_has_signed_in_goes_to_the_workbench(cast: Cast) -> None:
    assert signed_in(cast.staff).get("/")["Location"] == "/ban-lam-viec/"


DESK, FINDING = ["Bàn làm việc"], ["Phát hiện", "Bồi dưỡng"]
SCREENING, OWN = ["Rà soát", "Xác nhận"], ["Hồ sơ của tôi", "Kế hoạch"]


@pytest.mark.parametrize(
    ("who", "labels"),
    [
        (
            "officer",
            [
                *DESK,
                *FINDING,
                "Đề cử",
                "Hội đồng",
                "Công nhận",
                "Giấy tờ",
                "Phong trào",
                *SCREENING,
                "Sổ thi đua",
                *OWN,
            ],
        ),
        ("head", [*DESK, *FINDING, "Đề cử", "Công nhận", "Giấy tờ", "Phong trào", *SCREENING, *OWN]),
        ("staff", [*DESK, *FINDING, "Đề cử", "Công nhận", "Phong trào", *OWN]),
        ("administrator", [*DESK, "Phát hiện", "Đề cử", "Công nhận", "Giấy tờ", "Phong trào", "Kế hoạch", "Quản trị"]),
        ("stranger", ["Bàn làm việc"]),
    ],
)
def test_the_main_items_are_those_that_open(cast: Cast, who: str, labels: list[str]) -> None:
    browser = signed_in(getattr(cast, who))
    items = browser.get("/ban-lam-viec/").context["navigation"]

    assert [item.label for item in items] == labels
    addresses = [part.address for item in items for part in item.parts or (item,)]
    assert {browser.get(address, follow=True).status_code for address in addresses} == {200}
    assert len({item.key for item in items}) == len(items)


def test_the_item_of_the_page_is_marked(cast: Cast) -> None:
    items = signed_in(cast.officer).get("/ra-soat/").context["navigation"]

    assert [item.label for item in items if item.current] == ["Rà soát"]


def test_the_area_of_the_page_shows_its_parts(cast: Cast) -> None:
    area = signed_in(cast.officer).get("/de-cu/").context["area"]

    assert [part.label for part in area.parts if part.current] == ["Hồ sơ đề cử"]
    assert len(area.parts) == 5


def test_a_page_that_does_not_exist_is_told_in_vietnamese(cast: Cast) -> None:
    answer = signed_in(cast.staff).get("/khong-co-trang-nay/")

    assert answer.status_code == 404
    assert "Không tìm thấy trang này" in answer.content.decode()


def test_health_tells_the_database_the_migrations_and_the_worker(db: None) -> None:
    answer = Client().get("/suc-khoe/")

    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": True, "migrations": True, "worker": False},
    )


def test_health_sees_a_worker_that_renews_its_lease(db: None) -> None:
    Lease.objects.create(name="worker", holder="one", until="2999-01-01T00:00Z")

    assert Client().get("/suc-khoe/").json()["worker"] is True


def test_the_name_of_the_school_is_kept_for_a_while(cast: Cast) -> None:
    Client().get("/")

    assert cache.get("school") == "Trường Cao đẳng Luật Sông Lam"
