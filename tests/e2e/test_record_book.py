"""The record book in a real browser: a file taken in and back, a unit attested by keyboard, a book closed."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lantoa.domain.records import Ledger
from lantoa.register.models import Attestation, Rating
from tests import cast as stage
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, OpenPage, SignIn
from tests.register.test_import_pages import workbook

RATINGS = {"Xếp loại": [["CB6", 2024, "HTXSNV"], ["CB6", 2023, "giỏi"]]}
PAGES = [
    "/so/",
    "/so/can-bo/",
    "/so/khen-thuong/",
    "/so/xep-loai/them/",
    "/so/chot-so/them/?so=ratings&nam=2024",
    "/so/nhap/",
    "/xac-nhan/",
    "/xac-nhan/?don_vi=KL&dot=school-annual:2024",
]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible_and_fits(
    width: int, open_page: OpenPage, sign_in: SignIn, cast: Cast, accessible: Accessible
) -> None:
    stage.rating(cast.lecturer, 2024)
    stage.award(cast.lecturer, 2024, decision="12/QĐ-CĐLSL", decided="3/2025", issuer="Trường")
    page = open_page(viewport={"width": width, "height": 844})
    sign_in(page, cast.officer)

    for address in PAGES:
        page.goto(address)
        accessible(page)
        assert overflow(page) == 0, address


def test_a_file_with_errors_gives_its_good_rows_and_takes_them_back(
    page: Page, sign_in: SignIn, cast: Cast, tmp_path: Path, accessible: Accessible
) -> None:
    file = workbook(
        RATINGS
        | {
            "Đơn vị": [["SL", "Trường Cao đẳng Luật Sông Lam", None, None, None]],
            "Cán bộ": [["CB6", "Lê Thanh Bình", None, None, None]],
        }
    )
    (tmp_path / "so-2024.xlsx").write_bytes(file.read())
    sign_in(page, cast.officer)

    page.goto("/so/nhap/")
    page.set_input_files("[name=file]", tmp_path / "so-2024.xlsx")
    expect(page.get_by_text("so-2024.xlsx")).to_be_visible()
    page.get_by_role("button", name="Kiểm tra tệp").click()
    expect(page.get_by_role("heading", name="Bạn quyết định")).to_be_visible()
    expect(page.get_by_role("cell", name="giỏi")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Ghi 1 dòng đúng").click()
    expect(page.get_by_text("Đã ghi xong.")).to_be_visible()
    assert Rating.objects.values_list("subject__code", "year").get() == ("CB6", 2024)

    page.get_by_role("link", name="Hoàn tác lần nhập này").click()
    page.get_by_role("button", name="Hoàn tác").click()

    expect(page.get_by_text("Đã hoàn tác: các dòng của tệp")).to_be_visible()
    accessible(page)
    assert not Rating.objects.exists()


def test_a_unit_is_attested_by_keyboard_alone(page: Page, sign_in: SignIn, cast: Cast, accessible: Accessible) -> None:
    sign_in(page, cast.head)
    page.goto("/xac-nhan/?don_vi=BM&dot=school-annual:2024")
    accessible(page)

    page.locator("[name='can_cu-G1']").focus()
    page.keyboard.type("Biên bản họp bộ môn")
    page.locator(f"[name='o-{cast.lecturer.pk}-G1']:checked").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    page.locator("button:has-text('Ghi xác nhận')").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Đã ghi 2 xác nhận cho 1 đối tượng.")).to_be_visible()
    rows = Attestation.objects.order_by("pk").values_list("subject__code", "criterion", "passed", "grounds")
    assert list(rows) == [("CB6", "G1", True, "Biên bản họp bộ môn"), ("CB6", "G3", False, "")]
    accessible(page)


def test_a_whole_column_is_attested_with_one_key(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.head)
    page.goto("/xac-nhan/?don_vi=BM&dot=school-annual:2024")

    page.locator("[data-say-all=G1]").press("Enter")
    page.get_by_role("button", name="Ghi xác nhận").press("Enter")

    expect(page.get_by_text("Đã ghi 3 xác nhận cho 3 đối tượng.")).to_be_visible()
    assert Attestation.objects.filter(criterion="G1", passed=True, stands=True).count() == 3


def test_closing_a_book_changes_a_verdict(page: Page, sign_in: SignIn, cast: Cast, accessible: Accessible) -> None:
    stage.closing(Ledger.AWARDS, 2023)
    sign_in(page, cast.officer)
    page.goto("/ho-so/CB6/?nam=2024")
    expect(page.get_by_text("sổ khen thưởng năm 2024 chưa chốt").first).to_be_visible()

    page.goto("/so/chot-so/them/")
    page.get_by_label("chốt khen thưởng 2024").check()
    expect(page.get_by_role("heading", name="Chốt rồi thì sao")).to_be_visible()
    accessible(page)
    page.get_by_role("button", name="Chốt các sổ đã chọn").click()

    expect(page.get_by_text("Đã chốt sổ khen thưởng 2024.")).to_be_visible()
    page.goto("/ho-so/CB6/?nam=2024")
    expect(page.get_by_text("sổ khen thưởng năm 2024 chưa chốt")).to_have_count(0)
    expect(page.get_by_text("sổ khen thưởng năm 2024 đã chốt").first).to_be_visible()


def test_a_name_is_picked_while_typing_without_accents(
    page: Page, sign_in: SignIn, cast: Cast, accessible: Accessible
) -> None:
    sign_in(page, cast.officer)
    page.goto("/so/xep-loai/them/")

    page.get_by_role("combobox", name="Đối tượng").press_sequentially("thanh binh")
    expect(page.get_by_role("option", name="Lê Thanh Bình CB6")).to_be_visible()
    accessible(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_role("combobox", name="Đối tượng")).to_have_value("Lê Thanh Bình (CB6)")
    page.get_by_label("Năm").fill("2024")
    page.get_by_label("Mức").select_option("HTXSNV")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text("Đã ghi vào sổ Xếp loại")).to_be_visible()
    assert Rating.objects.count() == 1


def test_a_list_sorts_and_filters_in_place(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.officer)
    page.goto("/so/can-bo/")

    page.get_by_role("link", name="Họ và tên").click()
    expect(page.locator("tbody tr").first).to_contain_text("Nguyễn Thị Mai")
    page.get_by_label("Tìm trong sổ").fill("nguyen van an")
    page.keyboard.press("Enter")

    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text("Nguyễn Văn An")
