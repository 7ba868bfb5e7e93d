"""The administrator's pages and the own account, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from lantoa.accounts import actions
from lantoa.accounts.models import User
from tests.cast import NOW, Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, OpenPage, SignIn

PAGES = [
    "/quan-tri/",
    "/quan-tri/vai-tro/",
    "/quan-tri/nhat-ky/",
    "/quan-tri/tai-khoan/moi/",
    "/quan-tri/tai-khoan/{staff}/",
    "/tai-khoan/",
    "/tai-khoan/mat-khau/dat/",
    "/dang-xuat/",
]


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(
    width: int, open_page: OpenPage, sign_in: SignIn, cast: Cast, accessible: Accessible
) -> None:
    actions.rename(user=cast.staff, full_name="Nguyễn Văn An", by=cast.administrator, at=NOW)
    page = open_page(viewport={"width": width, "height": 844})
    sign_in(page, cast.administrator)

    for address in PAGES:
        page.goto(address.format(staff=cast.staff.pk))
        accessible(page)
        assert overflow(page) == 0, address


@pytest.mark.parametrize("width", [1440, 390])
def test_the_sign_in_page_with_accounts_for_show_is_accessible_and_fits(
    width: int, open_page: OpenPage, cast: Cast, accessible: Accessible
) -> None:
    User.objects.update(is_demo=True)
    page = open_page(viewport={"width": width, "height": 844})

    page.goto("/dang-nhap/")

    expect(page.get_by_role("heading", name="Đây là bản dùng thử")).to_be_visible()
    accessible(page)
    assert overflow(page) == 0


def test_from_opening_an_account_to_its_first_sign_in(
    page: Page, open_page: OpenPage, sign_in: SignIn, cast: Cast
) -> None:
    sign_in(page, cast.administrator)
    page.goto("/quan-tri/")
    page.get_by_role("link", name="Mở tài khoản").click()
    page.get_by_label("Tên đăng nhập").fill("binh")
    page.get_by_label("Họ và tên").fill("Lê Thanh Bình")
    page.get_by_label("Mã cán bộ").fill("CB6")
    page.get_by_role("button", name="Mở tài khoản").click()
    page.get_by_role("button", name="Tạo đường dẫn đặt mật khẩu").click()
    address = page.get_by_role("textbox", name="Đường dẫn").input_value()

    owner = open_page()
    owner.goto(address)
    owner.get_by_label("Mật khẩu mới", exact=True).fill("ba-con-song-lam")
    owner.get_by_label("Gõ lại mật khẩu mới").fill("ba-con-song-lam")
    owner.get_by_role("button", name="Đặt mật khẩu mới").click()
    owner.goto("/dang-nhap/?next=/tai-khoan/")
    owner.get_by_label("Tên đăng nhập").fill("binh")
    owner.get_by_label("Mật khẩu").fill("ba-con-song-lam")
    owner.get_by_role("button", name="Đăng nhập").click()

    expect(owner).to_have_url(re.compile("/tai-khoan/$"))
    expect(owner.get_by_role("heading", name="Viên chức, người lao động")).to_be_visible()


def test_typing_in_the_search_changes_the_list_and_the_address(page: Page, sign_in: SignIn, cast: Cast) -> None:
    actions.rename(user=cast.staff, full_name="Nguyễn Văn Ánh", by=None, at=NOW)
    sign_in(page, cast.administrator)
    page.goto("/quan-tri/")

    page.get_by_label("Tìm tài khoản").press_sequentially("van anh")

    expect(page.locator("#accounts tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"q=van(\+|%20)anh"))
