"""The main items: one is current, whatever addresses lie under others; an area shows its parts."""

import pytest
from django.test import Client

from tests.cast import Cast, signed_in


def current(client: Client, address: str) -> list[str]:
    navigation = client.get(address).context["navigation"]
    return [str(item.label) for item in navigation if item.current]


@pytest.mark.parametrize(
    ("address", "label"),
    [("/so-van-ban/den/", "Giấy tờ"), ("/quan-tri/", "Quản trị"), ("/so/", "Sổ thi đua")],
)
def test_one_item_is_current(cast: Cast, address: str, label: str) -> None:
    client = signed_in(cast.administrator if "quan-tri" in address else cast.officer)
    assert current(client, address) == [label]


def test_an_area_shows_the_parts_one_may_open(cast: Cast) -> None:
    area = signed_in(cast.officer).get("/so-van-ban/").context["area"]
    assert [(str(part.label), part.current) for part in area.parts] == [
        ("Giấy tờ", False),
        ("Sổ văn bản", True),
        ("Mẫu giấy tờ", False),
        ("Phôi in sẵn", False),
        ("Thể thức", False),
        ("Căn cứ", False),
    ]
