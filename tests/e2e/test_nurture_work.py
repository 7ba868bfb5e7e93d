"""Work inside a plan: from a shortcoming to its confirmed remedy, with a file; what a mentor keeps to oneself."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.timezone import localdate, now
from playwright.sync_api import Page, expect
from pytest_django import Settings

from lantoa.accounts.models import User
from lantoa.discovery.actions import prospects
from lantoa.domain.authority import Role
from lantoa.domain.stages import NurtureStage
from lantoa.nurture.actions.work import notes
from lantoa.nurture.models import Measure, NurturePlan, Shortcoming
from tests import cast as school
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, OpenPage, SignIn
from tests.nurture.working import encouraged, given, measure, met, shortcoming


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def person(cast: Cast) -> User:
    return school.account("binh", Role.STAFF, of=cast.lecturer)


@pytest.fixture
def going(cast: Cast) -> NurturePlan:
    """A plan of the lecturer in force this year, whenever the test runs; An of the same division mentors."""
    today = localdate()
    found = prospects.find(subject=cast.lecturer.subject, grounds="Họp bộ môn", by=cast.head, at=now())
    chosen = prospects.choose(prospect=found, decision="Biên bản họp số 3", by=cast.head, at=now())
    return NurturePlan.objects.create(
        prospect=prospects.move(prospect=chosen, deed="nurture", by=cast.head, at=now()),
        unit=cast.division,
        edition="nganh-tu-phap-2021-2025",
        tier="school-annual",
        year=2025,
        since=today - timedelta(days=100),
        until=today + timedelta(days=200),
        mentor=cast.staff.person,
        stage=NurtureStage.ACTIVE.value,
        made_by=cast.head,
        made_at=now(),
        approved_by=cast.head,
        approved_at=now(),
    )


def test_from_a_shortcoming_to_its_confirmed_remedy(
    page: Page,
    phone: Page,
    sign_in: SignIn,
    cast: Cast,
    person: User,
    going: NurturePlan,
    accessible: Accessible,
    tmp_path: Path,
) -> None:
    sign_in(page, cast.head)
    sign_in(phone, person)
    address = f"/boi-duong/{going.pk}/"
    paper = tmp_path / "bien-ban.pdf"
    paper.write_bytes(b"%PDF-1.7")

    # the head adds a measure and a shortcoming in their places
    page.goto(address)
    measures = page.locator("#measures")
    measures.get_by_role("link", name="Thêm biện pháp").click()
    expect(measures.get_by_label("Việc cần làm")).to_be_visible()
    accessible(page)
    measures.get_by_label("Việc cần làm").fill("Viết sáng kiến cấp trường")
    measures.get_by_role("button", name="Thêm biện pháp").click()
    expect(measures.get_by_text("Đã thêm biện pháp.")).to_be_visible()
    shortcomings = page.locator("#shortcomings")
    shortcomings.get_by_role("link", name="Ghi tồn tại").click()
    shortcomings.get_by_label("Tồn tại, hạn chế").fill("Chậm nộp báo cáo")
    shortcomings.get_by_label("Biện pháp khắc phục").fill("Ba tháng liên tục nộp trước ngày 25")
    shortcomings.get_by_label("Hạn khắc phục").fill("1/1/2020")
    shortcomings.get_by_role("button", name="Ghi tồn tại, hạn chế").click()
    expect(shortcomings.get_by_text("Lưu ý: ngày nằm ngoài thời gian của kế hoạch")).to_be_visible()
    accessible(page)

    # the person hears of it on the phone, and records the remedy with a file
    phone.goto("/thong-bao/")
    phone.get_by_role("button", name="có hạn chế cần khắc phục: «Chậm nộp báo cáo»").tap()
    remedies = phone.locator("#shortcomings")
    remedies.get_by_role("link", name="Ghi đã khắc phục").tap()
    remedies.get_by_role("button", name="Ghi đã khắc phục").tap()
    expect(remedies.get_by_text("Chưa lưu được. Cần sửa:")).to_be_visible()
    accessible(phone)
    assert overflow(phone) == 0
    remedies.get_by_label("Minh chứng đã khắc phục").fill("Tháng 9, 10, 11 đều nộp trước ngày 25")
    remedies.get_by_label("Tệp minh chứng").set_input_files(paper)
    remedies.get_by_role("button", name="Ghi đã khắc phục").tap()
    expect(remedies.get_by_text("Đã ghi khắc phục; trưởng đơn vị đã được báo để xác nhận.")).to_be_visible()
    accessible(phone)
    assert overflow(phone) == 0

    # the head opens the file and confirms
    page.goto("/thong-bao/")
    page.get_by_role("button", name="đã khắc phục «Chậm nộp báo cáo»").click()
    with page.expect_download() as download:
        shortcomings.get_by_role("link", name="bien-ban.pdf").click()
    assert download.value.path().read_bytes() == b"%PDF-1.7"
    shortcomings.get_by_role("button", name="Xác nhận đã khắc phục").click()
    expect(shortcomings.get_by_text("Đã xác nhận khắc phục.")).to_be_visible()
    accessible(page)

    assert (Shortcoming.objects.get().confirmed_by, Measure.objects.get().owner) == (cast.head, cast.lecturer)


def test_a_private_note_of_the_mentor_is_not_seen_by_the_head(
    page: Page, open_page: OpenPage, sign_in: SignIn, cast: Cast, going: NurturePlan, accessible: Accessible
) -> None:
    mentor = open_page()
    sign_in(mentor, cast.staff)
    sign_in(page, cast.head)

    mentor.goto(f"/boi-duong/{going.pk}/")
    section = mentor.locator("#notes")
    section.get_by_role("link", name="Ghi buổi gặp").click()
    section.get_by_label("Ghi chép").fill("Còn ngại phát biểu trước đông người")
    section.get_by_label("Chỉ mình tôi đọc").check()
    accessible(mentor)
    section.get_by_role("button", name="Ghi buổi gặp").click()
    expect(section.locator("li > p")).to_have_text("Còn ngại phát biểu trước đông người")
    expect(section.get_by_text("chỉ bạn đọc")).to_be_visible()
    accessible(mentor)

    page.goto(f"/boi-duong/{going.pk}/")
    expect(page.locator("#notes")).to_contain_text("Chưa ghi buổi gặp nào.")
    assert "ngại phát biểu" not in page.content()


def test_without_script_a_review_is_written_all_the_same(
    open_page: OpenPage, sign_in: SignIn, cast: Cast, going: NurturePlan
) -> None:
    page = open_page(java_script_enabled=False)
    sign_in(page, cast.staff)

    page.goto(f"/boi-duong/{going.pk}/")
    page.locator("#reviews").get_by_role("link", name="Đánh giá quý").click()
    page.get_by_role("button", name="Ghi đánh giá").click()
    expect(page.get_by_text("Chưa lưu được. Cần sửa:")).to_be_visible()
    page.get_by_label("Đánh giá", exact=True).fill("Đúng hướng; quý sau viết sáng kiến.")
    page.get_by_role("button", name="Ghi đánh giá").click()

    expect(page).to_have_url(f"{page.url.split('/boi-duong')[0]}/boi-duong/{going.pk}/#reviews")
    expect(page.locator("#reviews")).to_contain_text("Đúng hướng; quý sau viết sáng kiến.")


def test_a_name_typed_for_a_measure_is_offered_in_the_form_that_has_just_opened(
    page: Page, sign_in: SignIn, cast: Cast, going: NurturePlan
) -> None:
    sign_in(page, cast.head)

    page.goto(f"/boi-duong/{going.pk}/")
    page.locator("#measures").get_by_role("link", name="Thêm biện pháp").click()
    page.get_by_role("combobox", name="Người làm").fill("")
    page.get_by_role("combobox", name="Người làm").press_sequentially("mai")
    page.get_by_role("option", name="Nguyễn Thị Mai").click()

    expect(page.get_by_role("combobox", name="Người làm")).to_have_value("Nguyễn Thị Mai (CB4)")


@pytest.mark.parametrize("width", [1440, 390])
def test_pages_of_the_work_fit_and_are_accessible(
    width: int, open_page: OpenPage, sign_in: SignIn, cast: Cast, going: NurturePlan, accessible: Accessible
) -> None:
    made = measure(going, cast, text="x" * 300)
    shortcoming(going, cast, text="y" * 300)
    given(going, cast)
    encouraged(going, cast)
    met(going, cast.staff)
    notes.note(plan=going, text="Riêng", met_on=localdate(), is_private=True, by=cast.head, at=now())
    page = open_page(viewport={"width": width, "height": 844})
    sign_in(page, cast.head)
    inside = ["", "bien-phap/them/", f"bien-phap/{made.pk}/thoi/", "ho-tro/", "ton-tai/them/", "gap-go/them/"]
    inside += ["danh-gia/them/", "dong-vien/them/"]

    for address in ["viec/", f"viec/{made.pk}/", *(f"{going.pk}/{one}" for one in inside)]:
        page.goto(f"/boi-duong/{address}")
        accessible(page)
        assert (address, overflow(page)) == (address, 0)
