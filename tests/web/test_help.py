"""Help: the guide of one's own role, with the others beside it, from the Markdown of the product."""

import pytest
from django.test import Client

from lantoa.web.queries.guides import guide
from tests.cast import Cast, signed_in


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("officer", "/tro-giup/can-bo-thi-dua/"),
        ("head", "/tro-giup/truong-don-vi/"),
        ("staff", "/tro-giup/vien-chuc/"),
        ("administrator", "/tro-giup/quan-tri/"),
        ("stranger", "/tro-giup/vien-chuc/"),
    ],
)
def test_help_opens_at_the_guide_of_ones_own_role(cast: Cast, who: str, address: str) -> None:
    assert signed_in(getattr(cast, who)).get("/tro-giup/").headers["Location"] == address


def test_a_guide_is_a_page_with_one_title_and_the_way_to_the_others(cast: Cast) -> None:
    page = signed_in(cast.head).get("/tro-giup/truong-don-vi/").content.decode()

    assert page.count("<h1>") == 1
    assert "<h2>Rà soát đơn vị</h2>" in page
    assert 'href="/tro-giup/vien-chuc/"' in page


def test_an_address_in_a_guide_leads_there() -> None:
    assert '<a href="/xac-nhan/"><code>/xac-nhan/</code></a>' in guide("truong-don-vi").body


def test_a_sign_or_a_command_in_a_guide_is_no_link() -> None:
    assert "Gõ <code>/</code> ở bất cứ trang nào" in guide("can-bo-thi-dua").body
    assert "(<code>lantoa administrator TÊN</code> trên máy chủ)" in guide("quan-tri").body


def test_a_guide_that_does_not_exist_is_not_found(cast: Cast) -> None:
    assert signed_in(cast.head).get("/tro-giup/hieu-pho/").status_code == 404


def test_help_is_found_in_the_menu_and_at_the_foot(cast: Cast) -> None:
    page: str = signed_in(cast.staff).get("/ban-lam-viec/").content.decode()

    assert page.count('href="/tro-giup/"') == 2


def test_who_is_signed_out_is_not_offered_help(db: None) -> None:
    assert "/tro-giup/" not in Client().get("/").content.decode()
