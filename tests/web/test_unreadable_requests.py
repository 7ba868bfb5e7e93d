"""Requests that no page sends: numbers beyond any row, and forms that cannot be read."""

import re

import pytest
from django.test import Client

from lantoa.register.models import Attestation
from tests.cast import Cast, signed_in
from tests.test_access import TABLE, visitor_of

BEYOND = "99999999999999999999"
NUMBERED = [row for row in TABLE if re.search(r"/(1|\{staff\})/", row)]


@pytest.mark.parametrize("row", NUMBERED)
def test_a_number_beyond_any_row_is_not_found(cast: Cast, row: str) -> None:
    user = visitor_of(cast, row)
    address = re.sub(r"/(1|\{staff\}|\{role\})/", f"/{BEYOND}/", re.sub(r"^POST ", "", row).format_map(Kept()))
    send = signed_in(user).post if row.startswith("POST ") else signed_in(user).get

    assert send(address).status_code == 404


class Kept(dict[str, str]):
    """Leaves the names in an address as they are."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@pytest.mark.parametrize("address", ["/dang-nhap/", "/so/can-bo/them/"])
def test_a_form_in_another_encoding_is_told_in_a_sentence(cast: Cast, address: str) -> None:
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.force_login(cast.officer)
    browser.cookies["csrftoken"] = "a" * 32

    answer = browser.post(address, b"a=b", content_type="application/x-www-form-urlencoded; charset=utf-16")

    assert answer.status_code == 400
    assert "Máy chủ không đọc được yêu cầu này" in answer.content.decode()


def test_attesting_somebody_beyond_any_number_writes_nothing(cast: Cast) -> None:
    answer = signed_in(cast.officer).post("/xac-nhan/", {"nguoi": [BEYOND, "²", "-1", "9" * 5_000]})

    assert (answer.status_code, Attestation.objects.count()) == (302, 0)


@pytest.mark.parametrize("number", [BEYOND, "٢", "²", "9" * 5_000])
def test_a_deleted_row_that_no_number_names_is_not_offered_back(cast: Cast, number: str) -> None:
    answer = signed_in(cast.officer).get("/so/can-bo/", {"da_xoa": number})

    assert (answer.status_code, "lay-lai" in answer.content.decode()) == (200, False)
