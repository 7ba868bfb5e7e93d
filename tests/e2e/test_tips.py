"""A tip told on a phone, merged with another telling, answered; and the same for those without an account."""

import re
from pathlib import Path

import pytest
from django.utils.timezone import now
from playwright.sync_api import Page, expect
from pytest_django import Settings

from lantoa.discovery.actions.tips import handling
from lantoa.discovery.models import Tip
from tests.cast import NOW, Cast
from tests.discovery.tips import STORY, tip
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, OpenPage, SignIn

STORY_TOO = "Thầy Bình dựng ngân hàng câu hỏi tình huống môn Luật Dân sự"


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    settings.PUBLIC_TIPS = True


def test_told_by_phone_merged_and_answered(
    phone: Page, open_page: OpenPage, sign_in: SignIn, cast: Cast, accessible: Accessible, tmp_path: Path
) -> None:
    first = tip(cast.lecturer, cast.officer, at=now())
    sign_in(phone, cast.deputy)
    photo = tmp_path / "lop.jpg"

    phone.goto("/phat-hien/gui/")
    accessible(phone)
    phone.screenshot(path=photo, type="jpeg")
    phone.get_by_role("combobox").press_sequentially("thanh binh")
    phone.get_by_role("option", name="Lê Thanh Bình").tap()
    phone.get_by_label("Đã làm gì").fill(STORY_TOO)
    phone.get_by_label("Nhờ đó điều gì thay đổi").fill("Cả lớp thi đạt")
    phone.get_by_label("Ảnh, tệp minh chứng").set_input_files(photo)
    assert overflow(phone) == 0
    phone.get_by_role("button", name="Gửi", exact=True).tap()

    expect(phone.get_by_text("Cảm ơn bạn! Phát hiện đã được gửi")).to_be_visible()
    expect(phone.get_by_text("khoa đang xem xét")).to_be_visible()
    assert overflow(phone) == 0
    accessible(phone)

    desk = open_page()
    sign_in(desk, cast.head)
    desk.goto("/phat-hien/mach/")
    accessible(desk)
    desk.get_by_role("row").filter(has_text=STORY_TOO).get_by_role("link").click()
    accessible(desk)
    desk.get_by_role("button", name=f"Gộp vào {first.code}").click()
    expect(desk.get_by_text("Đã gộp vào phát hiện")).to_be_visible()
    desk.get_by_role("button", name="Nhận xem xét").click()
    desk.get_by_label("Trả lời người gửi").fill("Khoa đã chọn, mời thầy báo cáo chuyên đề.")
    desk.get_by_role("button", name="Chọn, mở theo dõi nhân tố mới").click()
    expect(desk.get_by_text("Đã chọn. Người gửi đã được báo")).to_be_visible()
    accessible(desk)

    phone.goto("/phat-hien/da-gui/")
    phone.get_by_role("link", name="Lê Thanh Bình").tap()
    expect(phone.get_by_text("Khoa đã chọn, mời thầy báo cáo chuyên đề.")).to_be_visible()
    expect(phone.get_by_text("hai phát hiện đã gộp làm một")).to_be_visible()
    accessible(phone)
    assert overflow(phone) == 0


def test_what_was_being_typed_survives_a_closed_window(phone: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(phone, cast.deputy)
    phone.goto("/phat-hien/gui/")
    phone.get_by_label("Đã làm gì").fill(STORY)
    expect(phone.get_by_text("Đã tự lưu nháp")).to_be_visible()

    phone.goto("/phat-hien/da-gui/")
    phone.goto("/phat-hien/gui/")
    phone.get_by_role("button", name="Khôi phục").tap()

    expect(phone.get_by_label("Đã làm gì")).to_have_value(STORY)


def test_without_an_account_one_tells_and_looks_the_answer_up(phone: Page, cast: Cast, accessible: Accessible) -> None:
    phone.goto("/gui-phat-hien/")
    accessible(phone)
    assert overflow(phone) == 0
    phone.get_by_label("Ai, tập thể nào").fill("Cô Thuỷ phòng Đào tạo")
    phone.get_by_label("Đã làm gì").fill("Đưa tôi tận nơi nộp hồ sơ")
    phone.get_by_label("Nhờ đó điều gì thay đổi").fill("Con tôi kịp nhập học")
    phone.wait_for_timeout(4500)  # a machine would be quicker
    phone.get_by_role("button", name="Gửi", exact=True).tap()
    code = phone.locator("#code").inner_text()
    assert re.fullmatch(r"PH[2-9A-Z]{8}", code)
    accessible(phone)
    made = handling.take_up(tip=Tip.objects.get(code=code), by=cast.officer, at=NOW)
    handling.decline(tip=made, answer="Cảm ơn bác, phòng đã khen cô Thuỷ.", by=cast.officer, at=NOW)

    phone.goto("/gui-phat-hien/tra-cuu/")
    phone.get_by_label("Mã theo dõi").fill(code.lower())
    phone.get_by_role("button", name="Xem trả lời").tap()

    expect(phone.get_by_text("Cảm ơn bác, phòng đã khen cô Thuỷ.")).to_be_visible()
    accessible(phone)


def test_closed_to_the_public_the_page_explains_itself(phone: Page, settings: Settings, accessible: Accessible) -> None:
    settings.PUBLIC_TIPS = False

    phone.goto("/gui-phat-hien/")

    expect(phone.get_by_role("link", name="Tôi có tài khoản: đăng nhập và gửi")).to_be_visible()
    accessible(phone)
