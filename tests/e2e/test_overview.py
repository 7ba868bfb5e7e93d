"""The overview in a browser: from a number to its rows, every part by keyboard and eye, on a desk and on a phone."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from lantoa.domain.stages import ProspectStage
from tests import cast as people
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, SignIn
from tests.nurture.found import measure, plan, prospect

PARTS = ["", "lua/", "kip-thoi/", "do-phu/?nam=2025"]


@pytest.fixture(autouse=True)
def found(cast: Cast) -> None:
    """The lecturer was found in time, nurtured with a measure overdue, and recognised."""
    nurtured = prospect(
        cast,
        cast.lecturer,
        cast.division,
        date(2025, 3, 1),
        stage=ProspectStage.NURTURED,
        chosen=date(2025, 3, 15),
        merit=date(2025, 2, 1),
    )
    measure(plan(cast, nurtured, date(2025, 4, 1)), date(2025, 6, 1))
    people.recognition(cast.lecturer, "school-annual", 2025, decided="10/1/2026")


def test_from_a_number_of_the_board_to_its_rows(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.head)
    page.goto("/phat-hien/tong-quan/")

    page.get_by_role("combobox", name="Đơn vị").select_option(label="Bộ môn Luật Dân sự")
    expect(page).to_have_url("/phat-hien/tong-quan/?don_vi=BM&bac=&nam=")
    page.get_by_role("region", name="Bảng Theo đơn vị").get_by_role("row", name="Bộ môn").get_by_role(
        "link"
    ).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Nhân tố mới")
    expect(page.get_by_role("row", name="Lê Thanh Bình")).to_be_visible()


def test_every_part_is_read_by_everybody(page: Page, sign_in: SignIn, cast: Cast, accessible: Accessible) -> None:
    sign_in(page, cast.officer)
    for part in PARTS:
        page.goto(f"/phat-hien/tong-quan/{part}")
        accessible(page)


def test_every_part_fits_on_a_phone(phone: Page, sign_in: SignIn, cast: Cast, accessible: Accessible) -> None:
    sign_in(phone, cast.officer)
    for part in PARTS:
        phone.goto(f"/phat-hien/tong-quan/{part}")
        accessible(phone)
        assert overflow(phone) == 0
