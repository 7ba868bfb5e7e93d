"""Signed copies on the page of a paper: what is shown, who may, and that no key or password stays anywhere."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from lantoa.audit.models import Event
from lantoa.papers.models import Paper, SignedFile
from lantoa.papers.sources import sources
from tests.cast import Cast, signed_in
from tests.papers.signatures.office_keys import PASSWORD, SIGNER, Authority, Key, paper, signed
from tests.papers.signatures.signed_papers import paper_of
from tests.papers.word.letters import template

AUTHORITY = Authority()
KEY = AUTHORITY.key_for()


@pytest.fixture(autouse=True)
def _own_data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    settings.PAPER_SOURCES = []
    (tmp_path / "trust").mkdir()
    (tmp_path / "trust" / "goc.pem").write_bytes(AUTHORITY.pem)
    sources.cache_clear()


@pytest.fixture
def of(cast: Cast) -> Paper:
    return paper_of(cast, cast.division)


def upload(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def attach(browser: Client, of: Paper, data: bytes, name: str = "ban-ky.pdf") -> str:
    return page(browser.post(f"/giay-to/{of.pk}/ban-da-ky/", {"copy": upload(data, name)}, follow=True))


def sign(browser: Client, of: Paper, key: Key, password: str = PASSWORD) -> str:
    facts = {"key": upload(key.pkcs12(), "ky.p12"), "password": password}
    return page(browser.post(f"/giay-to/{of.pk}/ky-so/", facts, follow=True))


def page(answer: Any) -> str:
    assert answer.status_code == 200
    shown: str = answer.content.decode()
    return shown


def test_a_signed_pdf_says_on_the_page_what_it_proves(cast: Cast, of: Paper) -> None:
    shown = attach(signed_in(cast.officer), of, signed(paper(), KEY))

    words = ["Đã gắn bản đã ký.", "hợp lệ", SIGNER, "Nơi cấp chứng thư thử", "toàn bộ tệp", "chưa tra được"]
    assert [word for word in words if word not in shown] == []


def test_an_altered_copy_warns(cast: Cast, of: Paper) -> None:
    shown = attach(signed_in(cast.officer), of, signed(paper(), KEY).replace(b"Quyet", b"Khong"))

    assert "đã bị sửa sau khi ký" in shown
    assert "Không dùng bản này; hãy lấy lại bản gốc." in shown


def test_what_can_still_be_edited_is_no_signed_copy(cast: Cast, of: Paper) -> None:
    browser = signed_in(cast.officer)

    assert "còn sửa được" in attach(browser, of, template("Quyết định"), "quyet-dinh.docx")
    assert "Chỉ nhận PDF" in attach(browser, of, b"van ban", "quyet-dinh.txt")
    assert SignedFile.objects.count() == 0


def test_signing_on_the_page_and_taking_the_copy_out(cast: Cast, of: Paper) -> None:
    browser = signed_in(cast.officer)

    shown = sign(browser, of, KEY)

    copy = SignedFile.objects.get()
    assert ("Đã ký số." in shown, "ký tại đây" in shown) == (True, True)
    answer = browser.get(f"/giay-to/{of.pk}/ban-da-ky/{copy.pk}/")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


def test_a_wrong_password_and_an_old_key_say_why_and_sign_nothing(cast: Cast, of: Paper) -> None:
    browser = signed_in(cast.officer)
    old = AUTHORITY.key_for(since=timedelta(days=-100), until=timedelta(days=-1))

    assert "Không mở được khóa" in sign(browser, of, KEY, "sai")
    assert "Hãy dùng khóa còn hạn" in sign(browser, of, old)
    assert SignedFile.objects.count() == 0


def test_neither_key_nor_password_stays(cast: Cast, of: Paper, tmp_path: Path) -> None:
    shown = sign(signed_in(cast.officer), of, KEY)

    kept = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    secrets = [PASSWORD.encode(), KEY.pkcs12()[:40], KEY.key.private_numbers().private_value.to_bytes(32, "big")]
    assert [secret for secret in secrets for data in kept if secret in data] == []
    assert PASSWORD not in shown + str(list(Event.objects.values()))


def test_a_check_again_says_when(cast: Cast, of: Paper) -> None:
    browser = signed_in(cast.officer)
    attach(browser, of, signed(paper(), KEY))
    address = f"/giay-to/{of.pk}/ban-da-ky/{SignedFile.objects.get().pk}/kiem-tra/"

    assert "Đã kiểm tra lại chữ ký số." in page(browser.post(address, follow=True))


def test_a_copy_is_found_under_its_own_paper_only_and_for_who_sees_it(cast: Cast, of: Paper) -> None:
    attach(signed_in(cast.officer), of, paper())
    copy, other = SignedFile.objects.get(), paper_of(cast, cast.office)

    asked = [(cast.head, of), (cast.other_head, of), (cast.officer, other), (cast.staff, of)]
    answers = [signed_in(who).get(f"/giay-to/{which.pk}/ban-da-ky/{copy.pk}/").status_code for who, which in asked]

    assert answers == [200, 404, 404, 403]


def test_as_many_queries_for_one_copy_as_for_ten(cast: Cast, of: Paper) -> None:
    browser, counts = signed_in(cast.officer), []
    for copies in (1, 9):
        for _time in range(copies):
            attach(browser, of, paper())
        with CaptureQueriesContext(connection) as queries:
            browser.get(f"/giay-to/{of.pk}/")
        counts.append(len(queries))

    assert counts[0] == counts[1]
