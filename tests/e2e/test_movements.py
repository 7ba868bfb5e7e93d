"""A movement from launch to a commendation in the record book; the head hears of it and sees the deadlines."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import now
from playwright.sync_api import Page, expect
from pytest_django import Settings

from lantoa.discovery.actions.movements import running
from lantoa.notice.actions import remind
from lantoa.register.models import Award
from tests.cast import Cast
from tests.discovery.movements import TERMS, movement
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, OpenPage, SignIn


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def test_from_launch_to_the_record_book(
    page: Page, phone: Page, sign_in: SignIn, cast: Cast, accessible: Accessible
) -> None:
    made = movement(cast)
    sign_in(page, cast.officer)
    sign_in(phone, cast.head)

    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"/phong-trao/{made.pk}/")
    accessible(page)
    page.get_by_role("button", name="Phát động").click()
    expect(page.get_by_text("Đã phát động; các đơn vị đã được báo.")).to_be_visible()

    phone.goto("/thong-bao/")
    accessible(phone)
    assert overflow(phone) == 0
    phone.get_by_role("button", name="Khoa Luật được mời đăng ký").tap()
    expect(phone.get_by_label("Nội dung đăng ký")).to_be_visible()
    accessible(phone)
    phone.get_by_label("Nội dung đăng ký").fill("10 giờ dạy mẫu")
    phone.get_by_role("button", name="Gửi đăng ký").tap()
    expect(phone.get_by_text("Đã gửi đăng ký, chờ duyệt.")).to_be_visible()
    assert overflow(phone) == 0

    page.get_by_role("link", name="Khoa Luật").click()
    expect(page.get_by_role("button", name="Chấp nhận")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Chấp nhận").click()
    expect(page.get_by_text("Đã chấp nhận đăng ký.")).to_be_visible()

    phone.get_by_role("link", name="Sơ kết học kỳ").tap()
    phone.get_by_label("Kết quả").first.fill("8 giờ dạy mẫu; đề nghị khen thầy Bình")
    phone.get_by_role("button", name="Gửi báo cáo").tap()
    expect(phone.get_by_text("Đã gửi báo cáo.")).to_be_visible()
    accessible(phone)
    assert overflow(phone) == 0

    page.get_by_role("link", name="Sơ kết học kỳ").click()
    page.get_by_role("button", name="Chấp nhận kết quả").click()
    expect(page.get_by_text("Đã chấp nhận kết quả.")).to_be_visible()
    accessible(page)
    page.locator("[name=subject]").fill("CB6")
    page.locator("[name=text]").fill("Giấy khen của Hiệu trưởng")
    page.locator("[name=level]").select_option(index=1)
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text("Đã ghi vào sổ")).to_be_visible()
    assert Award.objects.get().subject == cast.lecturer.subject

    page.goto("/phong-trao/bang/?nam=2026")
    accessible(page)
    expect(page.get_by_text("báo cáo 1/2")).to_be_visible()


@pytest.mark.parametrize("width", [1440, 390])
def test_lists_of_movements_and_deadlines_fit(
    width: int, open_page: OpenPage, sign_in: SignIn, cast: Cast, accessible: Accessible
) -> None:
    running.launch(movement=movement(cast), units=[cast.faculty.pk, cast.office.pk], by=cast.officer, at=now())
    remind(day=TERMS.since + timedelta(days=29), at=now())
    page = open_page(viewport={"width": width, "height": 844})
    sign_in(page, cast.officer)

    for address in ("/phong-trao/", "/phong-trao/bang/?nam=2026", "/phong-trao/them/", "/nhac-viec/", "/thong-bao/"):
        page.goto(address)
        accessible(page)
        assert (address, overflow(page)) == (address, 0)


def test_the_bell_says_how_many_are_new(page: Page, sign_in: SignIn, cast: Cast) -> None:
    running.launch(movement=movement(cast), units=[cast.faculty.pk], by=cast.officer, at=now())
    sign_in(page, cast.head)

    page.goto("/phong-trao/")

    expect(page.locator(".bell .count")).to_have_text("1")
