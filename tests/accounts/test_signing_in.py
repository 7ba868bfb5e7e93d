"""Signing in: by name or e-mail, without telling who exists, locked per name and address, back where one was going."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from lantoa.accounts import actions
from lantoa.accounts.models import User
from lantoa.domain.authority import Role
from tests import cast as people
from tests.cast import NOW, Cast, signed_in

PASSWORD = "ba-con-song-lam"
WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng."


@pytest.fixture
def an(db: None) -> User:
    return people.account("an", Role.STAFF, password=PASSWORD)


def sign_in(login: str, password: str = PASSWORD, *, address: str = "203.0.113.7", **more: str) -> Any:
    return Client(REMOTE_ADDR=address).post("/dang-nhap/", {"login": login, "password": password} | more)


@pytest.mark.parametrize("login", ["an", "An ", "an@songlam.example", "AN@songlam.example"])
def test_the_user_name_and_the_e_mail_both_open_the_door(an: User, login: str) -> None:
    answer = sign_in(login)

    assert (answer.status_code, answer["Location"]) == (302, "/ban-lam-viec/")


def test_the_page_has_the_fields_that_scripts_lean_on(db: None) -> None:
    page = Client().get("/dang-nhap/").content.decode()

    assert [f'name="{name}"' in page for name in ("login", "password")] == [True, True]


@pytest.mark.parametrize("login", ["an", "an@songlam.example", "ai-do", "ai-do@songlam.example"])
def test_a_wrong_password_and_an_unknown_name_are_answered_alike(an: User, login: str) -> None:
    answer = sign_in(login, "sai-mat-khau")

    assert (answer.status_code, answer.content.decode().count(WRONG)) == (200, 1)


def test_an_endless_name_is_nobody(an: User) -> None:
    answer = sign_in("x" * 100_000)

    assert (answer.status_code, answer.content.decode().count(WRONG)) == (200, 1)


def test_what_was_typed_as_name_is_not_lost(an: User) -> None:
    assert 'value="an"' in sign_in("an", "sai-mat-khau").content.decode()


def test_a_closed_account_stays_outside(an: User) -> None:
    User.objects.update(is_active=False)

    answer = sign_in("an")

    assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan/tam-khoa/")


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("/ho-so/CB5/?nam=2024", "/ho-so/CB5/?nam=2024"),
        ("https://evil.example/", "/ban-lam-viec/"),
        ("//evil.example/", "/ban-lam-viec/"),
        ("javascript:alert(1)", "/ban-lam-viec/"),
    ],
)
def test_one_comes_back_where_one_was_going_but_never_elsewhere(an: User, wanted: str, given: str) -> None:
    assert sign_in("an", next=wanted)["Location"] == given


def test_after_five_failures_the_name_is_locked_on_that_address(an: User) -> None:
    answers = [sign_in("an", "sai-mat-khau").status_code for _ in range(5)]

    assert [*answers, sign_in("an").status_code] == [200, 200, 200, 200, 429, 429]


def test_the_lock_says_what_to_do(an: User) -> None:
    for _ in range(5):
        answer = sign_in("an", "sai-mat-khau")

    assert "Hãy đợi rồi thử lại, hoặc nhờ người quản trị bỏ chặn" in answer.content.decode()


def test_a_locked_name_locks_nobody_else_in_the_same_school(an: User) -> None:
    people.account("binh", Role.STAFF, password=PASSWORD)
    for _ in range(6):
        sign_in("an", "sai-mat-khau")

    assert sign_in("binh")["Location"] == "/ban-lam-viec/"


def test_fifty_people_behind_one_address_may_mistype_once_each(an: User) -> None:
    for number in range(50):
        sign_in(f"nguoi{number}", "sai-mat-khau")

    assert sign_in("an")["Location"] == "/ban-lam-viec/"


def test_the_owner_signs_in_from_another_address(an: User) -> None:
    for _ in range(6):
        sign_in("an", "sai-mat-khau")

    assert sign_in("an", address="198.51.100.9")["Location"] == "/ban-lam-viec/"


def test_other_ways_to_write_the_name_are_counted_together(an: User) -> None:
    answers = [
        sign_in(login, "sai-mat-khau") for login in ("an", "AN", "an ", "an@songlam.example", "An@SongLam.example")
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]


def test_the_lock_opens_by_itself(an: User) -> None:
    with time_machine.travel(NOW) as clock:
        for _ in range(5):
            sign_in("an", "sai-mat-khau")
        clock.shift(timedelta(minutes=16))

        assert sign_in("an")["Location"] == "/ban-lam-viec/"


def test_a_success_forgets_the_failures_before(an: User) -> None:
    for _ in range(4):
        sign_in("an@songlam.example", "sai-mat-khau")
    sign_in("an@songlam.example")

    assert sign_in("an", "sai-mat-khau").status_code == 200


def test_the_address_is_the_browsers_behind_our_own_proxy(an: User, settings: Settings) -> None:
    settings.PROXIES = 1
    for _ in range(5):
        Client(headers={"X-Forwarded-For": "10.0.0.1, 203.0.113.7"}).post(
            "/dang-nhap/", {"login": "an", "password": "sai-mat-khau"}
        )

    answer = Client(headers={"X-Forwarded-For": "10.0.0.1, 198.51.100.9"}).post(
        "/dang-nhap/", {"login": "an", "password": PASSWORD}
    )

    assert answer.status_code == 302


def test_signing_out_needs_a_press_of_the_button(cast: Cast) -> None:
    browser = signed_in(cast.staff)
    browser.get("/dang-xuat/")
    still = browser.get("/tai-khoan/").status_code
    browser.post("/dang-xuat/")

    assert (still, browser.get("/tai-khoan/").status_code) == (200, 302)


def test_nobody_signs_up(db: None) -> None:
    Client().post("/dang-ky/", {"username": "ke-la", "password1": PASSWORD, "password2": PASSWORD})

    assert User.objects.count() == 0


def test_who_forgot_the_password_learns_whom_to_ask(db: None) -> None:
    assert "Hãy nhắn người quản trị hệ thống" in Client().get("/quen-mat-khau/").content.decode()


def test_the_sign_in_page_does_not_warn_where_no_account_is_for_show(an: User) -> None:
    assert "Đây là bản dùng thử" not in Client().get("/dang-nhap/").content.decode()


def test_the_sign_in_page_warns_while_accounts_for_show_exist(db: None) -> None:
    actions.open_account(username="vienchuc", full_name="Viên chức", is_demo=True, by=None, at=NOW)

    page = Client().get("/dang-nhap/").content.decode()

    assert ("Đây là bản dùng thử" in page, "<code>vienchuc</code>" in page) == (True, True)


def test_a_session_ends_with_the_account(cast: Cast) -> None:
    browser = signed_in(cast.staff)
    actions.close_account(user=cast.staff, by=cast.administrator, at=NOW)

    assert browser.get("/tai-khoan/")["Location"] == "/dang-nhap/?next=/tai-khoan/"
