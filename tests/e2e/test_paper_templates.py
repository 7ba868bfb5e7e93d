"""The officer's way from a Word file to the template in use, on a desk and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from lantoa.papers.models import PaperTemplate
from lantoa.papers.sources import sources
from tests.cast import Cast
from tests.e2e.conftest import PHONE, Accessible, OpenPage, SignIn
from tests.papers.making.desk import KIND, SOURCES
from tests.papers.word.letters import template

PLACE = f"/quan-tri/mau-giay-to/{KIND.value}/"


@pytest.fixture(autouse=True)
def _desk(settings: Settings) -> Iterator[None]:
    settings.PAPER_SOURCES = SOURCES
    sources.cache_clear()
    yield
    sources.cache_clear()


def upload(page: Page, file: Path) -> None:
    page.get_by_label("Tệp mẫu (.docx)").set_input_files(file)
    page.get_by_role("button", name="Kiểm tra và xem thử").click()


def test_a_faulty_file_is_mended_tried_out_and_put_into_use(
    page: Page, cast: Cast, sign_in: SignIn, accessible: Accessible, tmp_path: Path
) -> None:
    faulty, good = tmp_path / "sai.docx", tmp_path / "mau.docx"
    faulty.write_bytes(template("Báo cáo của {{ ho_tn }}"))
    good.write_bytes(template("Báo cáo của {{ ho_ten }}, {{ don_vi }}"))
    sign_in(page, cast.officer)
    page.goto("/quan-tri/mau-giay-to/")
    accessible(page)
    page.get_by_role("link", name="Báo cáo thành tích cá nhân", exact=True).click()
    upload(page, faulty)

    expect(page.get_by_text("Không có trường «ho_tn». Có phải «ho_ten»?")).to_be_visible()
    accessible(page)
    upload(page, good)
    expect(page.get_by_role("img", name="Trang 1 của bản thử")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Điền thử bằng số liệu thật: Lê Thanh Bình.")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Đưa vào dùng").click()

    expect(page.get_by_text("đã đưa vào dùng")).to_be_visible()
    assert PaperTemplate.objects.get().taken_by == cast.officer


def test_the_pages_of_templates_fit_a_phone(
    open_page: OpenPage, cast: Cast, sign_in: SignIn, accessible: Accessible
) -> None:
    page = open_page(viewport=PHONE)
    sign_in(page, cast.officer)
    for address in ("/quan-tri/mau-giay-to/", PLACE, "/quan-tri/the-thuc/"):
        page.goto(address)
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
