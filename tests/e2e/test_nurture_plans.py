"""The pages of nurture plans in a browser: nothing for axe to find, nothing to scroll sideways."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from lantoa.domain.stages import NurtureStage
from lantoa.nurture.models import NurturePlan
from lantoa.register.models import Post
from tests import cast as school
from tests.cast import Cast
from tests.e2e.browsing import overflow
from tests.e2e.conftest import Accessible, SignIn
from tests.nurture.conftest import MakePlan, chosen, make_plan

__all__ = ["chosen", "make_plan"]  # the fixtures of nurture


@pytest.mark.django_db(transaction=True)
def test_every_page_of_a_plan_is_accessible_and_fits(
    page: Page, phone: Page, sign_in: SignIn, cast: Cast, make_plan: MakePlan, accessible: Accessible
) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    for one in (page, phone):
        sign_in(one, cast.head)
        for address in ("", "moi/", f"{plan.pk}/", f"{plan.pk}/sua/"):
            one.goto(f"/boi-duong/{address}")
            accessible(one)
            assert (address, overflow(one)) == (address, 0)


@pytest.mark.django_db(transaction=True)
def test_a_plan_moves_with_its_person_when_both_heads_press(
    page: Page, phone: Page, sign_in: SignIn, cast: Cast, make_plan: MakePlan, accessible: Accessible
) -> None:
    plan = make_plan()
    Post.objects.filter(person=cast.lecturer).update(until=localdate() - timedelta(days=1))
    school.post(cast.lecturer, cast.office, "Chuyên viên", since=f"{localdate():%d/%m/%Y}")
    sign_in(page, cast.head)
    sign_in(phone, cast.other_head)

    page.goto(f"/boi-duong/{plan.pk}/")
    page.get_by_role("button", name="Đề nghị chuyển kế hoạch").click()
    expect(page.get_by_role("heading", name="Đề nghị chuyển kế hoạch sang Phòng Đào tạo")).to_be_visible()
    accessible(page)
    phone.goto(f"/boi-duong/{plan.pk}/")
    accessible(phone)
    assert overflow(phone) == 0
    phone.get_by_role("button", name="Đồng ý chuyển").click()
    expect(phone.get_by_text("Đã ghi đồng ý; đang chờ đơn vị kia.")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Đồng ý chuyển").click()
    expect(page.get_by_text("Hai đơn vị đã đồng ý; kế hoạch đã chuyển.")).to_be_visible()

    assert NurturePlan.objects.get().unit == cast.office
