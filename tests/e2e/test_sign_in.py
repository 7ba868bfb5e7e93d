"""Signing in, in a real browser, on a desk and in a hand."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, OpenPage, SignIn

WIDTHS = pytest.mark.parametrize("width", [1440, 390])


@WIDTHS
def test_the_sign_in_page_is_accessible_and_fits(width: int, open_page: OpenPage, accessible: Accessible) -> None:
    page = open_page(viewport={"width": width, "height": 844})

    page.goto("/dang-nhap/")

    accessible(page)
    assert overflow(page) == 0


def test_a_wrong_password_is_said_and_the_name_stays(page: Page, accessible: Accessible) -> None:
    page.goto("/dang-nhap/")
    page.fill("[name=login]", "khong-co-ai")
    page.fill("[name=password]", "sai-mat-khau")

    page.press("[name=password]", "Enter")

    expect(page.locator("[role=alert]").first).to_be_visible()
    expect(page.locator("[name=login]")).to_have_value("khong-co-ai")
    accessible(page)


@WIDTHS
def test_signed_in_the_workbench_opens(
    width: int, open_page: OpenPage, sign_in: SignIn, cast: Cast, accessible: Accessible
) -> None:
    page = open_page(viewport={"width": width, "height": 844})
    sign_in(page, cast.officer)

    page.goto("/ban-lam-viec/")

    expect(page).to_have_url(re.compile("/ban-lam-viec/$"))
    accessible(page)
    assert overflow(page) == 0
