"""Putting the fields of a certificate in their places on its stock: dragged on a desk, with keys alone, in a hand."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from lantoa.domain.papers.stocks import Spot
from lantoa.papers.models import Stock
from lantoa.papers.queries.stocks import layout_of
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, SignIn
from tests.papers.pdf.looking import pages
from tests.papers.stocks.taken_in import scan, stock_of

NAME = "Họ tên cá nhân hoặc tên tập thể"


@pytest.fixture(autouse=True)
def _data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def kept() -> Spot:
    """Where the name goes, as it is kept."""
    return next(spot for spot in layout_of(Stock.objects.get()).spots if spot.field == "ho_ten")


def open_stock(page: Page, cast: Cast, sign_in: SignIn) -> None:
    stock = stock_of(cast)
    sign_in(page, cast.officer)
    page.goto(f"/quan-tri/phoi/{stock.pk}/")


def millimetre(page: Page) -> float:
    """In pixels."""
    box = page.locator(".stage").bounding_box()
    assert box is not None
    return box["width"] / 297


def drag(page: Page, part: str, across: float, down: float) -> None:
    """From the middle of that part of the name's box, in mm."""
    page.locator(".stage").evaluate("stage => stage.scrollIntoView()")
    box = page.get_by_role("button", name=NAME).locator(part).bounding_box()
    assert box is not None
    x, y, unit = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, millimetre(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across * unit / 2, y + down * unit / 2)
    page.mouse.move(x + across * unit, y + down * unit)
    page.mouse.up()


def save(page: Page) -> None:
    page.get_by_role("button", name="Ghi chỗ in").click()
    expect(page.get_by_text("Đã ghi chỗ in")).to_be_visible()


def test_from_a_scan_to_a_trial_with_fields_where_they_were_dragged(
    page: Page, cast: Cast, sign_in: SignIn, accessible: Accessible, tmp_path: Path
) -> None:
    file = tmp_path / "phoi.jpg"
    file.write_bytes(scan())
    sign_in(page, cast.officer)
    page.goto("/quan-tri/phoi/")
    accessible(page)
    page.get_by_label("Tên phôi").fill("Giấy khen nền vàng")
    page.get_by_label("In lên phôi này").select_option("Giấy khen")
    page.get_by_label("Ảnh tờ phôi").set_input_files(file)
    page.get_by_role("button", name="Nhận phôi").click()
    expect(page.get_by_text("Đã nhận phôi")).to_be_visible()
    accessible(page)

    drag(page, ".box", 12.3, -20.4)
    expect(page.get_by_role("status").filter(has_text="ngang 44 mm, dọc 87 mm, rộng 233 mm")).to_be_visible()
    drag(page, ".edge", -40, 0)
    expect(page.get_by_label(f"Rộng (mm): {NAME}")).to_have_value("193")
    accessible(page)
    save(page)

    assert (kept().x, kept().y, kept().width) == (44, 87, 193)
    with page.expect_download() as download:
        page.get_by_role("link", name="Xem thử trên ảnh phôi").click()
    assert f"‹{NAME}›" in pages(download.value.path().read_bytes())[0]


def test_a_field_never_leaves_the_sheet(page: Page, cast: Cast, sign_in: SignIn) -> None:
    open_stock(page, cast, sign_in)
    drag(page, ".box", -300, 300)

    expect(page.get_by_label(f"Ngang (mm): {NAME}")).to_have_value("0")
    expect(page.get_by_label(f"Dọc (mm): {NAME}")).to_have_value("210")


def test_keys_alone_do_all_that_the_mouse_does(page: Page, cast: Cast, sign_in: SignIn) -> None:
    open_stock(page, cast, sign_in)
    piece = page.get_by_role("button", name=NAME)
    piece.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowRight", "Shift+ArrowDown", "-", "-", "+"):
        page.keyboard.press(key)
    expect(page.get_by_role("status").filter(has_text="ngang 34,1 mm, dọc 106,1 mm, rộng 232 mm")).to_be_visible()
    expect(page.locator("tr.selected").get_by_role("rowheader")).to_have_text(NAME)
    page.keyboard.press("Tab")
    expect(piece).not_to_be_focused()
    save(page)

    assert (kept().x, kept().y, kept().width) == (34.1, 106.1, 232)


def test_numbers_that_are_typed_move_the_field_and_a_box_hides_it(page: Page, cast: Cast, sign_in: SignIn) -> None:
    open_stock(page, cast, sign_in)
    piece = page.get_by_role("button", name=NAME)
    page.get_by_label(f"Ngang (mm): {NAME}").fill("50.5")
    expect(piece).to_have_attribute("transform", "translate(50.5 107)")
    page.get_by_label(f"In: {NAME}").uncheck()
    expect(piece).to_be_hidden()
    page.get_by_label("In: Ngày, chỉ chữ số").check()
    expect(page.get_by_role("button", name="Ngày, chỉ chữ số")).to_be_visible()
    save(page)

    assert kept().is_shown is False


@pytest.mark.parametrize("lines", [1, 2])
def test_long_words_are_drawn_within_their_box(page: Page, cast: Cast, sign_in: SignIn, lines: int) -> None:
    open_stock(page, cast, sign_in)
    page.get_by_label(f"Rộng (mm): {NAME}").fill("30")
    page.get_by_label(f"Số dòng: {NAME}").fill(str(lines))
    piece = page.get_by_role("button", name=NAME)
    words, box = piece.locator("text").bounding_box(), piece.locator(".box").bounding_box()

    assert words is not None
    assert box is not None
    assert (words["x"] >= box["x"] - 1, words["x"] + words["width"] <= box["x"] + box["width"] + 1) == (True, True)
    assert piece.locator("tspan").count() == lines


def test_a_finger_drags_too(phone: Page, cast: Cast, sign_in: SignIn, accessible: Accessible) -> None:
    open_stock(phone, cast, sign_in)
    accessible(phone)
    assert overflow(phone) == 0
    piece = phone.get_by_role("button", name=NAME)
    piece.scroll_into_view_if_needed()
    unit = millimetre(phone)
    piece.evaluate(
        """(piece, unit) => {
          const { x, y } = piece.getBoundingClientRect();
          const fire = (type, by) => piece.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true,
            pointerId: 7, pointerType: "touch", clientX: x + 9 + by, clientY: y + 2 }));
          piece.setPointerCapture = () => {};
          fire("pointerdown", 0);
          fire("pointermove", 20 * unit);
          fire("pointerup", 20 * unit);
        }""",
        unit,
    )

    expect(phone.get_by_label(f"Ngang (mm): {NAME}")).to_have_value("52")
    save(phone)
    assert kept().x == 52
