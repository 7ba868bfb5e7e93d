"""The head opens Phát hiện: a signal is kept, becomes a prospect, is chosen, and its practice is written."""

import re

import pytest
from playwright.sync_api import Page, expect

from lantoa.discovery.actions import practices
from lantoa.discovery.models import Practice, Prospect, Signal
from lantoa.domain.practices import PracticeText
from lantoa.domain.stages import ProspectStage
from tests.cast import NOW, Cast
from tests.discovery.finding import prospect, refreshed, rising, signal
from tests.e2e.browsing import overflow
from tests.e2e.conftest import DESKTOP, PHONE, Accessible, OpenPage, SignIn

SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
TEXT = PracticeText(
    title="Phiên toà tập sự hằng tháng",
    problem="Sinh viên năm cuối ít được thực hành; 29% không đạt kỹ năng nghề.",
    done="Mỗi tháng một phiên, sinh viên đóng vai; thẩm phán về hưu nhận xét.\nHồ sơ vụ án lấy từ án đã công bố.",
    result="Tỷ lệ đạt kỹ năng nghề từ 71% (2023) lên 88% (2025).",
    resources="Một phòng xử án giả định, 2 giờ mỗi tháng, 3 triệu đồng mỗi học kỳ.",
    risks="Chọn vụ quá khó thì sinh viên chỉ đọc kịch bản.",
    learning="Dự phiên ngày 15 hằng tháng; hỏi cô Bình, bộ môn Luật Dân sự.",
)


@pytest.fixture
def school(cast: Cast) -> Cast:
    """Two people and a unit rise; one prospect is chosen and has its practice, one was set aside."""
    assert cast.staff.person
    for who in (cast.lecturer, cast.division):
        rising(who)
    refreshed()
    chosen = prospect(cast.staff.person, cast, ProspectStage.CHOSEN)
    practices.write(prospect=chosen, text=TEXT, seen=0, by=cast.head, at=NOW)
    prospect(cast.faculty, cast, ProspectStage.SET_ASIDE)
    return cast


def addresses() -> list[str]:
    chosen = Prospect.objects.get(stage="chosen").pk
    return [
        "/phat-hien/",
        "/phat-hien/?buoc=tat-ca&sap_xep=moi",
        "/phat-hien/?q=khong-co-ai",
        "/phat-hien/quy-tac/",
        "/phat-hien/nhan-to/?buoc=tat-ca",
        "/phat-hien/nhan-to/?q=khong-co-ai",
        "/phat-hien/nhan-to/moi/",
        f"/phat-hien/nhan-to/{chosen}/",
        f"/phat-hien/nhan-to/{Prospect.objects.get(stage='set_aside').pk}/",
        f"/phat-hien/nhan-to/{chosen}/cach-lam/",
        f"/phat-hien/nhan-to/{chosen}/cach-lam/sua/",
        "/phat-hien/don-vi/",
        "/phat-hien/don-vi/BM/2026/",
    ]


@SIZES
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_page_is_accessible_and_fits(
    size: dict[str, int], colours: str, open_page: OpenPage, sign_in: SignIn, school: Cast, accessible: Accessible
) -> None:
    page = open_page(viewport=size, color_scheme=colours)
    sign_in(page, school.officer)

    for address in addresses():
        page.goto(address)
        accessible(page)
        assert overflow(page) == 0, address


def test_from_a_signal_to_a_practice(page: Page, sign_in: SignIn, school: Cast, accessible: Accessible) -> None:
    sign_in(page, school.head)
    page.goto("/ban-lam-viec/")
    page.get_by_role("link", name="Phát hiện", exact=True).first.click()
    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Lê Thanh Bình"))
    expect(card.get_by_text("Xếp loại lên dần 3 năm")).to_be_visible()

    card.get_by_role("button", name=re.compile("^Giữ lại ?: Lê Thanh Bình")).click()
    expect(card.get_by_text("giữ lại", exact=True)).to_be_visible()
    accessible(page)
    card.get_by_role("button", name="Đưa vào theo dõi").click()
    expect(page.get_by_text("Đã đưa Lê Thanh Bình vào theo dõi.")).to_be_visible()
    accessible(page)

    page.get_by_role("button", name="Chọn làm nhân tố mới").click()
    expect(page.get_by_text("Chưa lưu được. Cần sửa:")).to_be_visible()
    accessible(page)
    page.get_by_label("Quyết định của đơn vị").fill("Biên bản họp khoa số 4 ngày 10/01/2026")
    page.get_by_label("Bậc hướng tới").select_option("school-annual")
    page.get_by_role("button", name="Chọn làm nhân tố mới").click()
    expect(page.get_by_text("Đơn vị đã chọn Lê Thanh Bình làm nhân tố mới.")).to_be_visible()
    expect(page.get_by_role("link", name="Lập kế hoạch bồi dưỡng")).to_be_visible()

    page.get_by_role("link", name="Viết mô hình, cách làm").click()
    page.get_by_label("Tên mô hình, cách làm").fill(TEXT.title)
    page.get_by_label("Vấn đề trước đây").fill(TEXT.problem)
    page.get_by_label("Cách làm", exact=True).fill(TEXT.done)
    page.get_by_label("Kết quả, có số liệu").fill(TEXT.result)
    page.get_by_role("button", name="Lưu").click()

    expect(page.get_by_role("heading", name=TEXT.title)).to_be_visible()
    accessible(page)
    assert Prospect.objects.get(subject__code="CB6").stage == "chosen"


def test_by_keys_alone_a_signal_is_dismissed_with_its_reason(page: Page, sign_in: SignIn, school: Cast) -> None:
    sign_in(page, school.head)
    page.goto("/phat-hien/")
    expect(page.get_by_role("heading", name="Lê Thanh Bình")).to_be_visible()

    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Lê Thanh Bình")).to_be_focused()
    page.locator("summary").filter(has_text="Bỏ qua: Lê Thanh Bình").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Hãy ghi lý do: người sau cần hiểu vì sao.")).to_be_visible()
    field = page.get_by_label("Vì sao").first
    field.focus()
    page.keyboard.type("Vừa chuyển sang việc khác")
    page.keyboard.press("Enter")

    card = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Lê Thanh Bình"))
    expect(card.get_by_text("bỏ qua", exact=True)).to_be_visible()
    assert Signal.objects.get(subject__code="CB6", rule="rising").reason == "Vừa chuyển sang việc khác"


def test_in_a_hand_the_unit_meetings_find_is_written(
    phone: Page, sign_in: SignIn, school: Cast, accessible: Accessible
) -> None:
    signal(school.division, school, rule="initiatives")
    sign_in(phone, school.head)
    phone.goto("/phat-hien/nhan-to/")
    phone.get_by_role("link", name="Từ họp đơn vị").tap()
    phone.get_by_role("combobox", name="Ai, tập thể nào").press_sequentially("thanh binh")
    phone.get_by_role("option", name="Lê Thanh Bình").tap()
    phone.get_by_label("Căn cứ").fill("Họp bộ môn ngày 05/01/2026: mở lớp phụ đạo, 18 sinh viên thi lại đều đạt.")
    phone.get_by_label("Thành tích vào khoảng khi nào").fill("12/2025")
    assert overflow(phone) == 0
    phone.get_by_role("button", name="Đưa vào theo dõi").tap()

    expect(phone.get_by_text("Đã đưa Lê Thanh Bình vào theo dõi.")).to_be_visible()
    expect(phone.get_by_text("Từ họp đơn vị")).to_be_visible()
    accessible(phone)
    assert overflow(phone) == 0


def test_two_who_write_at_once_see_both_texts(
    page: Page, open_page: OpenPage, sign_in: SignIn, school: Cast, accessible: Accessible
) -> None:
    address = f"/phat-hien/nhan-to/{Prospect.objects.get(stage='chosen').pk}/cach-lam/sua/"
    other = open_page()
    sign_in(page, school.head)
    sign_in(other, school.officer)
    for each in (page, other):
        each.goto(address)

    page.get_by_label("Kết quả, có số liệu").fill("Từ 71% lên 90%.")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("bản thứ 2")).to_be_visible()
    other.get_by_label("Kết quả, có số liệu").fill("Từ 71% lên 89%.")
    other.get_by_role("button", name="Lưu").click()

    expect(other.get_by_text("người khác đã lưu bản mới")).to_be_visible()
    expect(other.get_by_role("note")).to_have_text(re.compile("Từ 71% lên 90%."))
    expect(other.get_by_label("Kết quả, có số liệu")).to_have_value("Từ 71% lên 89%.")
    accessible(other)
    other.get_by_role("button", name="Lưu").click()
    expect(other.get_by_text("bản thứ 3")).to_be_visible()
    assert Practice.objects.get().result == "Từ 71% lên 89%."


def test_a_practice_prints_on_one_page(page: Page, sign_in: SignIn, school: Cast) -> None:
    sign_in(page, school.head)
    page.goto(f"/phat-hien/nhan-to/{Prospect.objects.get(stage='chosen').pk}/cach-lam/")

    paper = page.pdf(format="A4", prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
