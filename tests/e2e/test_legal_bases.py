"""The officer makes the legal bases of the school's papers right, on a desk, on a phone and on paper."""

from playwright.sync_api import Page, expect

from lantoa.papers.models import BasisCheck, OfficeBasis
from tests.cast import Cast
from tests.e2e.conftest import PHONE, Accessible, OpenPage, SignIn

LIST = "/quan-tri/can-cu/"
IN_2026 = f"{LIST}?ngay=01/06/2026"
DECREE = f"{LIST}van-ban/nghi-dinh-152-2025/"
REGULATIONS = "Quyết định số 15/QĐ-CĐL ngày 01 tháng 3 năm 2024 của Hiệu trưởng ban hành Quy chế thi đua"


def test_the_regulations_of_the_school_join_what_papers_cite(
    page: Page, cast: Cast, sign_in: SignIn, accessible: Accessible
) -> None:
    sign_in(page, cast.officer)
    page.goto(LIST)
    page.get_by_role("link", name="Thêm văn bản").click()
    accessible(page)
    page.get_by_label("Về việc gì").select_option("Quy chế, quy định của Trường")
    page.get_by_label("Viện dẫn là").fill(f"Căn cứ {REGULATIONS};")
    page.get_by_label("Có hiệu lực từ ngày").fill("01/03/2024")
    page.get_by_label("Tôi đã đối chiếu với văn bản đã ký").check()
    page.get_by_role("button", name="Ghi văn bản").click()
    expect(page.get_by_role("heading", name=REGULATIONS)).to_be_visible()
    accessible(page)
    page.goto(IN_2026)

    expect(page.get_by_role("link", name=REGULATIONS)).to_be_visible()
    page.get_by_role("link", name="Luật năm 2003, Nghị định 91/2017").click()
    expect(page.get_by_label("Giấy tờ ngày")).to_have_value("31/12/2023")
    expect(page.get_by_role("link", name=REGULATIONS)).to_have_count(0)


def test_a_text_is_read_against_the_signed_one_and_set_right(
    page: Page, cast: Cast, sign_in: SignIn, accessible: Accessible
) -> None:
    sign_in(page, cast.officer)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(IN_2026)
    accessible(page)
    confirming = page.get_by_role("button", name="Đã đối chiếu Thông tư số 15/2025/TT-BNV")
    confirming.click()
    expect(page.get_by_text("Đã ghi: văn bản này đã đối chiếu với bản ký.")).to_be_visible()
    expect(confirming).to_have_count(0)
    page.goto(DECREE)
    page.get_by_role("link", name="Sai, sửa lời").click()
    accessible(page)
    page.get_by_label("Viện dẫn là").fill("Nghị định số 152/2025/NĐ-CP")
    page.get_by_label("Vì sao").fill("Tên gọi theo Công báo")
    page.get_by_role("button", name="Ghi bản mới").click()
    expect(page.get_by_role("heading", name="Nghị định số 152/2025/NĐ-CP")).to_be_visible()
    page.get_by_text("Rút bản này").click()
    page.get_by_label("Lý do rút").fill("Ghi nhầm")
    page.get_by_role("button", name="Rút", exact=True).click()

    expect(page.get_by_text("Đã rút bản này; bản trước đó dùng lại.")).to_be_visible()
    accessible(page)
    assert (BasisCheck.objects.get().code, OfficeBasis.objects.get().withdrawn_why) == ("thong-tu-15-2025", "Ghi nhầm")


def test_the_pages_of_bases_fit_a_phone_and_paper(
    open_page: OpenPage, cast: Cast, sign_in: SignIn, accessible: Accessible
) -> None:
    page = open_page(viewport=PHONE)
    sign_in(page, cast.officer)
    for address in (f"{LIST}?xem=tat-ca", f"{LIST}them/", DECREE, f"{DECREE}sua/"):
        page.goto(address)
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.goto(IN_2026)
    page.emulate_media(media="print")

    expect(page.get_by_text("Căn cứ của giấy tờ ngày 01/06/2026")).to_be_visible()
    expect(page.get_by_label("Giấy tờ ngày")).to_be_hidden()
    expect(page.get_by_role("button", name="Đã đối chiếu")).to_have_count(0)
