"""Who is let through to a page: sign in first, then the table of permissions, and a refusal with its reason."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from lantoa.accounts.models import User
from lantoa.accounts.views import insist, requires
from lantoa.domain.authority import Case, Deed
from tests.cast import Cast


@requires(Deed.SCREEN)
def screening(request: HttpRequest) -> HttpResponse:
    return HttpResponse("rà soát")


@requires(Deed.SEE_AUDIT, Deed.SEE_REGISTER)
def either(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nhật ký hoặc sổ")


@requires()
def workbench(request: HttpRequest) -> HttpResponse:
    return HttpResponse("bàn làm việc")


def asked(user: User | AnonymousUser, address: str = "/ra-soat/?nam=2024", **headers: str) -> HttpRequest:
    request = RequestFactory().get(address, headers=headers)
    request.user = user
    return request


def test_who_has_not_signed_in_signs_in_first_and_comes_back() -> None:
    answer = screening(asked(AnonymousUser()))

    assert (answer.status_code, answer["Location"]) == (302, "/dang-nhap/?next=/ra-soat/%3Fnam%3D2024")


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in() -> None:
    shown = {"HX-Request": "true", "HX-Current-URL": "http://testserver/ra-soat/?bac=school-annual"}

    answer = screening(asked(AnonymousUser(), "/ra-soat/o/", **shown))

    assert answer["HX-Redirect"] == "/dang-nhap/?next=/ra-soat/%3Fbac%3Dschool-annual"


def test_a_form_sent_after_the_session_ended_comes_back_to_its_page() -> None:
    request = RequestFactory().post("/ra-soat/luu/", headers={"Referer": "http://elsewhere.example/ra-soat/sua/"})
    request.user = AnonymousUser()

    assert screening(request)["Location"] == "/dang-nhap/?next=/ra-soat/sua/"


def test_a_head_may_open_the_screening(cast: Cast) -> None:
    assert screening(asked(cast.head)).status_code == 200


def test_a_member_of_staff_is_told_whose_work_it_is(cast: Cast) -> None:
    with pytest.raises(
        PermissionDenied, match="Việc rà soát thuộc về: Chuyên viên thi đua - khen thưởng, Trưởng đơn vị"
    ):
        screening(asked(cast.staff))


def test_one_of_two_deeds_is_enough(cast: Cast) -> None:
    assert either(asked(cast.administrator)).status_code == 200


def test_none_of_two_deeds_is_a_refusal(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        either(asked(cast.head))


def test_a_page_for_everybody_asks_only_to_sign_in(cast: Cast) -> None:
    assert workbench(asked(cast.stranger)).status_code == 200


def test_a_page_about_a_subject_of_another_unit_is_refused(cast: Cast) -> None:
    with pytest.raises(PermissionDenied, match="trong phạm vi đơn vị mình phụ trách"):
        insist(asked(cast.head), Deed.SCREEN, Case(subject="CB4", units=frozenset({"PDT"})))
