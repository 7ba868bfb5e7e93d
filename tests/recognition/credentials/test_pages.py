"""Taking a credential with one press, dropping one to be checked, and what programs read of us."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from lantoa.domain.credentials import token
from lantoa.domain.stages import DecisionStage
from lantoa.recognition.models import Credential, Decision
from lantoa.recognition.views.credentials.checking import CHECKS
from tests.cast import signed_in
from tests.recognition.credentials.conftest import HOME
from tests.recognition.credentials.giving import give
from tests.recognition.decisions.deciding import Desk, line
from tests.recognition.test_verification import revoke


def drop(data: bytes, **headers: str) -> HttpResponse:
    file = SimpleUploadedFile("huy-hieu.jws", data)
    return Client(**headers).post("/xac-thuc/", {"credential": file})  # type: ignore[arg-type, return-value]


def take(desk: Desk, issued: Decision) -> HttpResponse:
    address = f"/huy-hieu/{desk.lecturer.subject.code}/{line(issued, desk.lecturer).pk}/"
    return signed_in(desk.cast.officer).post(address)  # type: ignore[return-value]


def test_one_press_takes_the_file_and_the_check_page_knows_it(desk: Desk, issued: Decision) -> None:
    answer = take(desk, issued)

    assert answer["Content-Disposition"].endswith('.jws"')
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    page = drop(answer.content).content.decode()
    assert "Huy hiệu hợp lệ" in page
    for words in (desk.lecturer.subject.name, issued.reference, "năm 2025"):
        assert words in page


def test_a_revoked_one_and_a_changed_one_are_told(desk: Desk, issued: Decision) -> None:
    data = take(desk, issued).content
    assert "đã bị sửa" in drop(data[:-8] + b"AAAAAAAA").content.decode()

    desk.at(DecisionStage.ISSUED, revoke(desk))

    assert "đã bị thu hồi" in drop(data).content.decode()


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize("data", [b"%PDF-1.7", b"<script>alert(1)</script>", b"\x89PNG\r\n"])
def test_what_is_no_credential_is_said_to_be_none(data: bytes) -> None:
    answer = drop(data)

    assert (answer.status_code, "không phải huy hiệu số" in answer.content.decode()) == (200, True)
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.usefixtures("cast")
def test_an_empty_or_huge_file_is_refused_unread() -> None:
    assert drop(b"").status_code == 422
    huge = drop(b"x" * (token.MOST_BYTES + 1))
    assert (huge.status_code, "Tệp quá lớn" in huge.content.decode()) == (422, True)


def test_checks_of_an_address_are_counted(desk: Desk, issued: Decision) -> None:
    data = give(desk, issued).token.encode()
    here = {"REMOTE_ADDR": "203.0.113.7"}

    answers = [drop(data, **here).status_code for _time in range(CHECKS.places + 1)]

    assert answers == [200] * CHECKS.places + [429]
    assert drop(data, REMOTE_ADDR="203.0.113.8").status_code == 200


def test_what_is_dropped_is_kept_nowhere(desk: Desk, issued: Decision, settings: Settings) -> None:
    given = give(desk, issued)
    before = sorted(file.name for file in settings.DATA.rglob("*"))

    drop(given.token.encode())

    assert sorted(file.name for file in settings.DATA.rglob("*")) == before


def test_a_decision_is_taken_whole(desk: Desk, issued: Decision) -> None:
    answer = signed_in(desk.cast.officer).post(f"/quyet-dinh/{issued.pk}/huy-hieu/")

    with ZipFile(BytesIO(answer.content)) as packed:
        names = packed.namelist()
        assert [name[:4] for name in names] == ["001_", "002_"]
        assert "Huy hiệu hợp lệ" in drop(packed.read(names[0])).content.decode()


def test_where_none_can_be_given_the_page_says_why(desk: Desk, issued: Decision, settings: Settings) -> None:
    settings.HOME_ADDRESS = ""
    officer = signed_in(desk.cast.officer)

    answer = take(desk, issued)
    whole = officer.post(f"/quyet-dinh/{issued.pk}/huy-hieu/", follow=True)

    assert (answer.status_code, "LANTOA_HOME" in answer.content.decode()) == (422, True)
    assert "LANTOA_HOME" in whole.content.decode()
    assert Credential.objects.count() == 0


def test_the_officer_takes_one_back_on_the_page(desk: Desk, issued: Decision) -> None:
    given, officer = give(desk, issued), signed_in(desk.cast.officer)
    address = f"/huy-hieu/{desk.lecturer.subject.code}/{given.item_id}/thu-lai/"

    assert officer.post(address, {"reason": ""}).status_code == 422
    page = officer.post(address, {"reason": "Người mang đề nghị"}, follow=True).content.decode()
    assert "Đã thu lại huy hiệu số." in page
    assert officer.post(address, {"reason": "Lần nữa"}).status_code == 404
    assert "đã bị thu hồi" in drop(given.token.encode()).content.decode()


def test_lines_of_another_or_of_nobody_are_not_there(desk: Desk, issued: Decision) -> None:
    officer = signed_in(desk.cast.officer)

    assert officer.post(f"/huy-hieu/{desk.lecturer.subject.code}/{line(issued, desk.division).pk}/").status_code == 404
    assert officer.get("/huy-hieu/KHONGCO/").status_code == 404
    assert signed_in(desk.cast.staff).get("/huy-hieu/KHONGCO/").status_code == 403


def test_the_record_leads_there_once_there_is_a_recognition(desk: Desk, issued: Decision) -> None:
    link = f"/huy-hieu/{desk.lecturer.subject.code}/"
    officer = signed_in(desk.cast.officer)

    assert link in officer.get(f"/ho-so/{desk.lecturer.subject.code}/").content.decode()
    assert "/huy-hieu/" not in officer.get("/ho-so/CB4/").content.decode()
    assert link not in signed_in(desk.cast.head).get(f"/ho-so/{desk.lecturer.subject.code}/").content.decode()
    assert f"/quyet-dinh/{issued.pk}/huy-hieu/" in officer.get(f"/quyet-dinh/{issued.pk}/").content.decode()


def test_programs_of_any_site_read_keys_issuer_and_revocations(desk: Desk, issued: Decision) -> None:
    given, anybody = give(desk, issued), Client()
    held = token.read(given.token.encode())

    [key] = anybody.get("/xac-thuc/khoa.json").json()["keys"]
    alone = anybody.get(held.key.removeprefix(HOME))
    assert (alone.json(), key["kid"], sorted(key)) == (key, held.key, ["alg", "e", "kid", "kty", "n", "use"])
    assert alone["Access-Control-Allow-Origin"] == "*"
    issuer = anybody.get(held.claims["iss"].removeprefix(HOME)).json()
    assert {name: issuer[name] for name in ("id", "type", "name")} == held.claims["issuer"]
    what = held.claims["credentialSubject"]["achievement"]
    assert anybody.get(what["id"].removeprefix(HOME)).json()["criteria"] == what["criteria"]
    assert anybody.get("/xac-thuc/thu-hoi.json").json()["revokedCredential"] == []


def test_the_list_of_revocations_is_that_of_now(desk: Desk, issued: Decision) -> None:
    given = give(desk, issued)
    home = f"/xac-thuc/huy-hieu/{given.number}/"
    assert "đang có hiệu lực." in Client().get(home).content.decode()

    desk.at(DecisionStage.ISSUED, revoke(desk))

    found = Client().get("/xac-thuc/thu-hoi.json").json()
    assert found["revokedCredential"] == [{"id": f"{HOME}{home}", "revoked": True}]
    page = Client().get(home).content.decode()
    assert ("đã bị thu hồi" in page, desk.lecturer.subject.name in page) == (True, False)


@pytest.mark.usefixtures("cast")
@pytest.mark.parametrize(
    "address",
    [
        "khoa/khong-co.json",
        "huy-hieu/3f5d3499-62ca-4ead-aced-ddd5f3a2647f/",
        "danh-hieu/khong-co/school-annual/2025.json",
        "danh-hieu/nganh-tu-phap-2021-2025/khong-co/2025.json",
        "danh-hieu/nganh-tu-phap-2021-2025/school-annual/1999.json",
    ],
)
def test_what_is_not_there_is_not_there(address: str) -> None:
    assert Client().get(f"/xac-thuc/{address}").status_code == 404


def test_somebody_who_takes_none_reads_why(desk: Desk, issued: Decision) -> None:
    assert issued.stage == DecisionStage.ISSUED.value
    page = signed_in(desk.cast.officer).get("/huy-hieu/CB4/").content.decode()

    assert "Chưa có huy hiệu số" in page
