"""From signing in to the way of one person: screening, cell, evidence, record - by mouse, by keys, in a hand."""

import re

import pytest
from playwright.sync_api import Page, expect

from lantoa.domain.authority import Role
from lantoa.domain.records import Ledger
from tests import cast as school
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import DESKTOP, PHONE, Accessible, OpenPage, SignIn

PASSWORD = "mat-khau-thu-nghiem"
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
LOOKS = pytest.mark.parametrize("colours", ["light", "dark"])


@pytest.fixture
def book(cast: Cast) -> Cast:
    """The books of 2024 are closed but that of awards; the lecturer has a sanctioned colleague, a title, a hold."""
    for ledger in Ledger:
        if ledger is not Ledger.AWARDS:
            school.closing(ledger, 2024)
    school.rating(cast.lecturer, 2024)
    school.award(cast.lecturer, 2024, decision="45/QĐ", decided="20/12/2024")
    school.attestation(cast.lecturer, "G1", 2024)
    school.attestation(cast.lecturer, "G3", 2024, passed=False)
    school.hold(cast.lecturer, "1/6/2024")
    school.recognition(cast.faculty, "school-annual", 2024)
    if cast.staff.person:
        school.sanction(cast.staff.person, "5/3/2024")
    return cast


PAGES = [
    "/ban-lam-viec/",
    "/ra-soat/",
    "/ra-soat/?ket_qua=mot-buoc&doi_tuong=ca-nhan",
    "/ra-soat/?bac=school-period",
    "/ra-soat/?q=khong-co-ai",
    "/ra-soat/?ngay=hom-qua",
    "/ra-soat/?nam=1999",
    "/ra-soat/o/CB6/SA-I1/?nam=2024",
    "/ra-soat/o/BM/SA-C2/?nam=2024",
    "/ho-so/CB6/?nam=2024",
    "/ho-so/KL/?nam=2024",
    "/ho-so/SL/",
    "/ke-hoach/",
    "/ke-hoach/?ban=nganh-tu-phap-2026-2030",
    "/tim/?q=nguyen",
    "/tim/",
    "/khong-co/",
]


@SIZES
@LOOKS
def test_every_page_is_accessible_and_fits(
    size: dict[str, int], colours: str, open_page: OpenPage, sign_in: SignIn, book: Cast, accessible: Accessible
) -> None:
    page = open_page(viewport=size, color_scheme=colours)
    sign_in(page, book.officer)

    for address in PAGES:
        page.goto(address)

        accessible(page)
        assert (address, overflow(page)) == (address, 0)


@SIZES
def test_the_front_page_is_accessible_and_fits(
    size: dict[str, int], open_page: OpenPage, db: None, accessible: Accessible
) -> None:
    page = open_page(viewport=size)

    page.goto("/")

    accessible(page)
    assert overflow(page) == 0


@pytest.mark.parametrize("address", ["/ban-lam-viec/", "/ho-so/CB5/", "/ke-hoach/"])
def test_what_staff_see_is_accessible(
    phone: Page, sign_in: SignIn, book: Cast, accessible: Accessible, address: str
) -> None:
    sign_in(phone, book.staff)

    phone.goto(address)

    accessible(phone)


def test_the_first_run_is_accessible(page: Page, sign_in: SignIn, db: None, accessible: Accessible) -> None:
    sign_in(page, school.account("hanh", Role.OFFICER))

    page.goto("/ban-lam-viec/")

    accessible(page)


def test_from_signing_in_to_the_way(page: Page, book: Cast, accessible: Accessible) -> None:
    book.officer.set_password(PASSWORD)
    book.officer.save()
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Đăng nhập").click()
    page.fill("[name=login]", "hanh")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.get_by_role("navigation", name="Các mục chính").get_by_role("link", name="Rà soát").click()

    page.get_by_role("row", name=re.compile("Lê Thanh Bình")).get_by_role("link", name="đạt", exact=True).first.click()
    drawer = page.get_by_role("dialog")

    expect(drawer).to_contain_text("Đã xác nhận đạt năm 2024. Căn cứ: Biên bản họp đơn vị.")
    expect(drawer).to_contain_text("Mục II.2.b của Kế hoạch")
    accessible(page)
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    page.get_by_role("link", name="Lê Thanh Bình").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lê Thanh Bình")
    expect(page.get_by_role("heading", name="Con đường")).to_be_visible()
    expect(page.get_by_role("heading", name="Quá trình")).to_be_visible()


def test_an_unknown_cell_leads_to_the_book_that_is_open(page: Page, sign_in: SignIn, book: Cast) -> None:
    sign_in(page, book.officer)
    page.goto("/ra-soat/?nam=2024&q=khoa")

    page.get_by_role("row", name=re.compile("Trần Văn Khoa")).locator("a[href*='/SA-I1/']").click()
    page.get_by_role("dialog").get_by_role("link", name="Chốt sổ khen thưởng năm 2024").click()

    expect(page).to_have_url(re.compile(r"/so/chot-so/them/\?so=awards&nam=2024$"))


def test_a_filter_changes_the_list_in_place_and_the_address(page: Page, sign_in: SignIn, book: Cast) -> None:
    sign_in(page, book.officer)
    page.goto("/ra-soat/?nam=2024")

    page.get_by_label("Đối tượng").select_option("tap-the")

    expect(page.locator(".matrix tbody tr")).to_have_count(3)
    expect(page).to_have_url(re.compile("doi_tuong=tap-the"))
    page.go_back()
    expect(page.locator(".matrix tbody tr")).to_have_count(9)


def test_searching_in_the_list_needs_no_accents(page: Page, sign_in: SignIn, book: Cast) -> None:
    sign_in(page, book.officer)
    page.goto("/ra-soat/?nam=2024")

    page.get_by_label("Tên hoặc mã").fill("thanh binh")
    page.get_by_label("Tên hoặc mã").press("Enter")

    expect(page.locator(".matrix tbody th .who")).to_have_text(["Lê Thanh Bình"])


def test_the_same_is_done_by_keys_alone(page: Page, sign_in: SignIn, book: Cast) -> None:
    sign_in(page, book.officer)
    page.goto("/ban-lam-viec/")

    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/ra-soat/**")
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog")).to_contain_text("Lê Thanh Bình")
    page.keyboard.press("Escape")
    expect(page.locator(":focus")).to_have_attribute("href", re.compile("/CB6/G1/"))


def test_the_slash_searches_from_any_page(page: Page, sign_in: SignIn, book: Cast) -> None:
    sign_in(page, book.officer)
    page.goto("/ke-hoach/")

    page.keyboard.press("/")
    page.keyboard.type("dao tao")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main").get_by_role("link", name="Phòng Đào tạo")).to_be_visible()


def test_without_script_every_step_is_a_page(open_page: OpenPage, sign_in: SignIn, book: Cast) -> None:
    page = open_page(java_script_enabled=False)
    sign_in(page, book.officer)
    page.goto("/ra-soat/?nam=2024")

    page.get_by_label("Đối tượng").select_option("ca-nhan")
    page.get_by_role("button", name="Lọc").click()
    page.locator("a[href*='/CB6/G3/']").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Lê Thanh Bình")
    expect(page.get_by_role("main")).to_contain_text("Đã xác nhận không đạt năm 2024.")


def open_tiers(page: Page) -> list[str | None]:
    return [one.get_attribute("id") for one in page.locator(".tier[open] > summary h3").all()]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_tiers_open_by_their_step_and_by_keys(
    open_page: OpenPage, sign_in: SignIn, book: Cast, *, script: bool
) -> None:
    page = open_page(java_script_enabled=script)
    sign_in(page, book.officer)
    page.goto("/ho-so/CB6/?nam=2024")
    at_first = open_tiers(page)

    page.locator(".steps").get_by_role("link", name="Trường giai đoạn").click()
    expect(page.locator("#school-period")).to_be_visible()
    page.locator(".tier > summary", has_text="ngành Tư pháp hằng năm").focus()
    page.keyboard.press("Enter")

    assert at_first == ["school-annual-heading"]
    assert open_tiers(page) == ["school-annual-heading", "sector-annual-heading", "school-period-heading"]


def test_on_paper_every_tier_is_told(page: Page, sign_in: SignIn, book: Cast) -> None:
    sign_in(page, book.officer)
    page.goto("/ho-so/CB6/?nam=2024")

    page.emulate_media(media="print")

    heights = [tier.bounding_box() for tier in page.locator(".tier > div").all()]
    assert [box is not None and box["height"] > 100 for box in heights] == [True] * 4
