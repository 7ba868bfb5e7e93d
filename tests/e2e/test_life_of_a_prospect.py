"""The whole way in a browser: a signal, a prospect, a plan, a remedy with its evidence, ready, nominated."""

import re
from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from lantoa.accounts.models import User
from lantoa.discovery.actions import runs
from lantoa.discovery.models import Practice, Prospect
from lantoa.nomination.models import Nomination
from lantoa.nurture.models import NurturePlan, Shortcoming
from tests import cast as school
from tests.cast import NOW, Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import PHONE, Accessible, OpenPage, SignIn

YEAR = 2024
LECTURER = "Lê Thanh Bình"


@pytest.fixture
def book(cast: Cast) -> Cast:
    """The lecturer is rated better every year; the signals of 2024 have been computed."""
    for year, grade in ((2022, "HTNV"), (2023, "HTTNV"), (2024, "HTXSNV")):
        school.rating(cast.lecturer, year, grade)
    run = runs.ask(year=YEAR, by=None, at=NOW)
    assert run
    runs.carry_out(run=run, at=NOW)
    return cast


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).first.click()


def unfold(page: Page, name: str) -> None:
    page.get_by_role("main").locator("summary").filter(has_text=name).first.click()


def days_ahead(days: int) -> str:
    return f"{localdate() + timedelta(days=days):%d/%m/%Y}"


def be(page: Page, user: User, sign_in: SignIn) -> None:
    page.context.clear_cookies()
    sign_in(page, user)


def find(page: Page) -> None:
    page.goto(f"/phat-hien/?nam={YEAR}")
    expect(page.get_by_text("Xếp loại lên dần 3 năm")).to_be_visible()
    press(page, "Giữ lại")
    expect(page.get_by_text("giữ lại", exact=True)).to_be_visible()
    press(page, "Đưa vào theo dõi")


def choose(page: Page) -> None:
    expect(page.get_by_role("heading", name=LECTURER, level=1)).to_be_visible()
    page.get_by_label("Quyết định của đơn vị").fill("Họp bộ môn ngày 10/01/2026: 7/7 ý kiến chọn.")
    press(page, "Chọn làm nhân tố mới")
    expect(page.get_by_text("7/7 ý kiến chọn")).to_be_visible()


def write_practice(page: Page) -> None:
    page.get_by_role("link", name="Viết mô hình, cách làm").click()
    page.get_by_label("Tên mô hình, cách làm").fill("Trả bài trong bảy ngày")
    page.get_by_label("Vấn đề trước đây").fill("Sinh viên nhận bài sau một tháng.")
    page.get_by_label("Cách làm", exact=False).nth(1).fill("Bảng mã lỗi, sinh viên sửa trong tuần.")
    page.get_by_label("Kết quả, có số liệu").fill("Từ 27 ngày còn 6 ngày.")
    press(page, "Lưu")


def plan(page: Page, prospect: Prospect) -> None:
    page.goto(f"/phat-hien/nhan-to/{prospect.pk}/")
    page.get_by_role("link", name="Lập kế hoạch bồi dưỡng").click()
    page.get_by_label("Từ ngày").fill(days_ahead(0))
    page.get_by_label("Đến ngày").fill(days_ahead(200))
    page.get_by_role("combobox", name="Người hướng dẫn").fill("CB5")
    press(page, "Lưu bản nháp")
    press(page, "Trình trưởng đơn vị")
    press(page, "Duyệt kế hoạch")
    expect(page.get_by_text("đang thực hiện").first).to_be_visible()


def remedy(page: Page) -> None:
    page.get_by_role("link", name="Ghi tồn tại").or_(page.get_by_role("button", name="Ghi tồn tại")).first.click()
    page.get_by_label("Tồn tại, hạn chế", exact=True).fill("Chưa nhờ ai dự giờ")
    page.get_by_label("Biện pháp khắc phục").fill("Mời hai đồng nghiệp dự giờ")
    page.locator("#shortcomings").get_by_label("Hạn khắc phục").fill(days_ahead(30))
    page.locator("#shortcomings").locator("form button[type=submit]").first.click()
    page.locator("#shortcomings").get_by_text("Ghi đã khắc phục").first.click()
    page.get_by_label("Minh chứng đã khắc phục").fill("Biên bản dự giờ ngày 12/01/2026, hai chữ ký.")
    page.locator("#shortcomings").locator("form button[type=submit]").first.click()
    expect(page.locator("#shortcomings").get_by_text("đã khắc phục, chờ xác nhận", exact=True)).to_be_visible()


def confirm(page: Page) -> None:
    page.locator("#shortcomings").get_by_role("button", name="Xác nhận đã khắc phục").click()
    expect(page.locator("#shortcomings").get_by_text("đã xác nhận khắc phục", exact=True)).to_be_visible()


def conclude(page: Page) -> None:
    unfold(page, "Kết luận sẵn sàng")
    page.get_by_label("Kết luận của đơn vị").fill("Bộ môn nhất trí: sẵn sàng đề cử.")
    press(page, "Kết luận sẵn sàng")
    expect(page.get_by_role("heading", name="Đơn vị kết luận")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_from_a_signal_to_a_filled_nomination(
    page: Page, open_page: OpenPage, sign_in: SignIn, book: Cast, accessible: Accessible
) -> None:
    be(page, book.head, sign_in)
    find(page)
    choose(page)
    write_practice(page)
    plan(page, Prospect.objects.get())
    accessible(page)
    address = page.url
    remedy(page)

    be(page, book.officer, sign_in)
    page.goto(address)
    confirm(page)

    be(page, book.head, sign_in)
    page.goto(address)
    conclude(page)
    press(page, "Đề cử, điền sẵn hồ sơ")
    expect(page.get_by_role("textbox", name="Báo cáo thành tích")).to_have_value(re.compile("Trả bài trong bảy ngày"))
    accessible(page)

    nomination = Nomination.objects.select_related("plan__prospect", "subject").get()
    assert (nomination.subject.name, nomination.stage) == (LECTURER, "draft")
    assert (NurturePlan.objects.get().stage, Prospect.objects.get().stage) == ("nominated", "nominated")
    assert Shortcoming.objects.get().stage == "confirmed"
    assert Practice.objects.get().title == "Trả bài trong bảy ngày"

    phone = open_page(viewport=PHONE, is_mobile=True, has_touch=True)
    sign_in(phone, book.head)
    for path in (address, f"/phat-hien/nhan-to/{Prospect.objects.get().pk}/", f"/de-cu/{nomination.pk}/"):
        phone.goto(path)
        accessible(phone)
        assert (path, overflow(phone)) == (path, 0)
