"""Verification in a browser: an office answers, returns and holds; the officer ends it; nothing for axe to find."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from lantoa.accounts.models import User
from lantoa.nomination.models import Nomination, OfficeAnswer
from tests import cast as school
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, SignIn
from tests.nomination.verification.conftest import make_nomination, nomination, round_, say_all, speakers

__all__ = ["make_nomination", "nomination", "round_", "speakers"]  # the fixtures of verification


@pytest.mark.django_db(transaction=True)
def test_an_office_answers_and_sends_back_and_the_officer_ends_it(
    page: Page, phone: Page, sign_in: SignIn, cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    sign_in(phone, speakers["science"])
    phone.goto("/tham-dinh/")
    phone.get_by_role("link", name="Lê Thanh Bình").click()
    phone.get_by_role("button", name="Ghi ý kiến").click()
    expect(phone.get_by_text("Chưa có ý kiến nào mới để ghi.")).to_be_visible()
    phone.get_by_label("không đạt").check()
    phone.get_by_label("Căn cứ").fill("Sáng kiến chưa được công nhận")
    phone.get_by_role("button", name="Ghi ý kiến").click()
    expect(phone.get_by_text("Đã ghi ý kiến của lĩnh vực.")).to_be_visible()

    phone.get_by_text("Trả lại đơn vị để bổ sung").click()
    phone.get_by_label("minh chứng cho G3").check()
    phone.get_by_label("Cần bổ sung, sửa gì").fill("Kèm quyết định công nhận sáng kiến")
    phone.get_by_label("Hạn bổ sung").fill(f"{localdate() + timedelta(days=7):%d/%m/%Y}")
    phone.get_by_role("button", name="Trả lại hồ sơ").click()
    expect(phone.get_by_text("Đã trả lại hồ sơ")).to_be_visible()
    nomination.refresh_from_db()
    assert (nomination.stage, OfficeAnswer.objects.get().answer) == ("returned", "not_met")

    Nomination.objects.update(stage="sent")
    sign_in(page, cast.officer)
    page.goto(f"/tham-dinh/{nomination.pk}/")
    page.get_by_role("button", name="Kết thúc thẩm định").click()
    expect(page.get_by_text("chưa có đủ ý kiến của: Tổ chức cán bộ, Đảng uỷ, Công đoàn").first).to_be_visible()
    page.get_by_label("Kết luận thẩm định").fill("Sáng kiến sẽ bổ sung sau; các lĩnh vực khác có công văn riêng")
    page.get_by_role("button", name="Kết thúc thẩm định").click()
    expect(page.get_by_text("Đã kết thúc thẩm định hồ sơ.")).to_be_visible()
    nomination.refresh_from_db()
    assert nomination.stage == "verified"


@pytest.mark.django_db(transaction=True)
def test_every_page_of_verification_is_accessible_and_fits(
    page: Page,
    phone: Page,
    sign_in: SignIn,
    cast: Cast,
    nomination: Nomination,
    speakers: dict[str, User],
    accessible: Accessible,
) -> None:
    school.hold(cast.lecturer, "1/1/2026", reason="Đang thanh tra theo kế hoạch năm")
    say_all(nomination, speakers)
    for one in (page, phone):
        for user, addresses in (
            (speakers["personnel"], ("/tham-dinh/?tinh_trang=tat-ca", f"/tham-dinh/{nomination.pk}/")),
            (cast.officer, ("/tham-dinh/tien-do/", f"/tham-dinh/{nomination.pk}/", f"/de-cu/{nomination.pk}/")),
        ):
            sign_in(one, user)
            for address in addresses:
                one.goto(address)
                for summary in one.locator("main details.more > summary").all():
                    summary.click()
                accessible(one)
                assert (address, overflow(one)) == (address, 0)
