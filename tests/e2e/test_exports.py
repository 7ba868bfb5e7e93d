"""A list that was filtered or sorted in place is exported as it is shown."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from lantoa.audit.actions import record
from tests import cast as school
from tests.cast import NOW, Cast
from tests.e2e.conftest import SignIn


def exported(page: Page, words: str) -> dict[str, list[str]]:
    """What the file was asked for, once the button has been pressed."""
    with page.expect_download() as download:
        page.get_by_role("link", name=words).click()
    return parse_qs(urlsplit(download.value.url).query)


def test_the_screening_that_is_shown(page: Page, sign_in: SignIn, cast: Cast) -> None:
    sign_in(page, cast.officer)
    page.goto("/ra-soat/?nam=2024")
    page.get_by_label("Đối tượng").select_option("tap-the")
    expect(page.locator(".matrix tbody tr")).to_have_count(3)

    asked = exported(page, "Xuất Excel")

    assert (asked["doi_tuong"], asked["nam"], asked["bac"]) == (["tap-the"], ["2024"], ["school-annual"])


def test_the_sheet_that_is_shown(page: Page, sign_in: SignIn, cast: Cast) -> None:
    for year in (2023, 2024):
        school.rating(cast.lecturer, year)
    sign_in(page, cast.officer)
    page.goto("/so/xep-loai/?nam=2024")
    page.get_by_role("columnheader", name="Mức").get_by_role("link").click()
    page.wait_for_url("**sap_xep=muc**")

    assert exported(page, "Xuất danh sách") == {"nam": ["2024"], "sap_xep": ["muc"]}


@pytest.mark.parametrize(
    ("address", "label", "choice", "asked"),
    [("/quan-tri/", "Vai trò", "head", "vai"), ("/quan-tri/nhat-ky/?trang=1", "Việc", "books_closed", "viec")],
)
def test_the_accounts_and_events_that_are_shown(
    page: Page, sign_in: SignIn, cast: Cast, address: str, label: str, choice: str, asked: str
) -> None:
    record(deed="books_closed", target="toàn Trường", details={}, by=cast.officer, at=NOW)
    sign_in(page, cast.administrator)
    page.goto(address)
    page.get_by_label(label, exact=True).select_option(choice)
    page.wait_for_url(f"**{asked}={choice}**")

    assert exported(page, "Xuất Excel") == {asked: [choice]}
