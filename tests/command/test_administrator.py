"""The command that opens the first administrator's account, or helps one who is locked out."""

import re

import pytest
from django.test import Client

from lantoa.accounts.models import User
from lantoa.command.administrator import administrator
from lantoa.command.line import Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_new_administrator_sets_a_password_and_signs_in(capsys: pytest.CaptureFixture[str]) -> None:
    administrator(["lan", "--name", "Võ Thị Lan", "--address", "https://thidua.example/"])
    [page] = re.findall(r"^https://thidua\.example(/dat-mat-khau/\S+)$", capsys.readouterr().out)
    browser = Client()
    form = browser.get(page)["Location"]
    browser.post(form, {"password1": "ba-con-song-lam", "password2": "ba-con-song-lam"})

    answer = browser.post("/dang-nhap/?next=/quan-tri/", {"login": "lan", "password": "ba-con-song-lam"}, follow=True)

    assert (answer.redirect_chain, str(User.objects.get())) == ([("/quan-tri/", 302)], "Võ Thị Lan")


def test_a_closed_account_is_opened_and_given_the_role_once(cast: Cast) -> None:
    User.objects.filter(username="an").update(is_active=False)

    administrator(["An"])
    administrator(["an"])

    user = User.objects.get(username="an")
    assert (user.is_active, sorted(user.grants.values_list("role", flat=True))) == (True, ["administrator", "staff"])


def test_a_name_that_nobody_can_type_is_refused() -> None:
    with pytest.raises(Refused, match="Tên đăng nhập chỉ gồm"):
        administrator(["võ thị lan"])
