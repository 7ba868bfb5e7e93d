"""Pages of the registers of papers: enter, correct, strike, look up, print, from a made paper in one press."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from lantoa.papers.actions.register import enter
from lantoa.papers.models import Letterhead, Paper, RegisterEntry
from tests.cast import NOW, Cast, signed_in
from tests.papers.entering import AT, FACTS, entered

TYPED = {
    "number": "05",
    "notation": "QĐ-CĐL",
    "dated": "15/01/2026",
    "issuer": "Trường Cao đẳng Luật Sông Lam",
    "subject": "Về việc công nhận điển hình tiên tiến",
    "copies": "3",
}
QUERIES = 12


@pytest.fixture
def officer(cast: Cast) -> Client:
    return signed_in(cast.officer)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_an_empty_register_teaches_the_first_step(officer: Client) -> None:
    assert "Ghi văn bản đầu tiên" in text_of(officer.get("/so-van-ban/"))


def test_a_line_is_entered_with_its_copy_and_found_again(officer: Client) -> None:
    scan = SimpleUploadedFile("quyet-dinh.pdf", b"%PDF-1.7 scan")
    answer = officer.post("/so-van-ban/di/ghi/", TYPED | {"file": scan})
    assert answer.headers["Location"] == "/so-van-ban/"
    entry = RegisterEntry.objects.get()
    assert (entry.place, str(entry), entry.copies, entry.dated) == (1, "05/QĐ-CĐL", 3, date(2026, 1, 15))
    page = officer.get("/so-van-ban/?nam=2026&q=dien hinh tien tien")
    assert [one.pk for one in page.context["page"]] == [entry.pk]
    kept = officer.get(f"/so-van-ban/dong/{entry.pk}/ban-luu/")
    assert kept.content == b"%PDF-1.7 scan"


def test_a_number_taken_is_refused_and_nothing_typed_is_lost(cast: Cast, officer: Client) -> None:
    entered(cast)
    answer = officer.post("/so-van-ban/di/ghi/", TYPED | {"subject": "Văn bản khác"})
    assert answer.status_code == 422
    assert "đã ghi ở dòng 1" in text_of(answer)
    assert "Văn bản khác" in text_of(answer)
    assert RegisterEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("dated", "31/02/2026", "ngày"),
        ("dated", "15/01/1026", "có vẻ ghi nhầm"),
        ("copies", "0", "lớn hơn hoặc bằng"),
        ("number", "", "bắt buộc"),
    ],
)
def test_what_cannot_be_is_refused_in_words(officer: Client, field: str, typed: str, words: str) -> None:
    answer = officer.post("/so-van-ban/di/ghi/", TYPED | {field: typed})
    assert answer.status_code == 422
    assert words in answer.context["form"].errors[field][0]


def test_an_incoming_paper_needs_its_day_of_arrival_not_before_its_own(officer: Client) -> None:
    answer = officer.post("/so-van-ban/den/ghi/", TYPED | {"came_on": "14/01/2026"})
    assert answer.context["form"].errors["came_on"] == ["Ngày đến không thể trước ngày văn bản."]
    officer.post("/so-van-ban/den/ghi/", TYPED | {"came_on": "16/01/2026"})
    assert [str(one) for one in officer.get("/so-van-ban/den/?nam=2026").context["page"]] == ["05/QĐ-CĐL"]


def test_a_made_paper_begins_its_line(cast: Cast, officer: Client) -> None:
    Letterhead.objects.create(
        since=date(2020, 1, 1),
        issuer="Trường Cao đẳng Luật Sông Lam",
        abbreviation="CĐL",
        place="Bình An",
        office="TCHC",
        made_at=NOW,
    )
    paper = Paper.objects.create(
        kind="ke-hoach",
        key="round:1",
        number=1,
        title="Kế hoạch năm 2026",
        search_key="",
        day=date(2026, 1, 5),
        file_name="ke-hoach",
        template_name="ke-hoach",
        template_sha256="0" * 64,
        word_path="attachments/00/0.docx",
        contents={"so": "       ", "ky_hieu": "KH-CĐL", "trich_yeu": "Kế hoạch", "noi_nhan": ["- Bộ Tư pháp;"]},
        made_by=cast.officer,
        made_at=NOW,
    )
    form = officer.get(f"/so-van-ban/di/ghi/?giay-to={paper.pk}").context["form"]
    assert {name: form.initial[name] for name in ("number", "notation", "recipients", "copies")} == {
        "number": "01",
        "notation": "KH-CĐL",
        "recipients": "Bộ Tư pháp",
        "copies": 3,
    }
    officer.post(f"/so-van-ban/di/ghi/?giay-to={paper.pk}", TYPED)
    assert RegisterEntry.objects.get().paper == paper


def test_a_line_is_corrected_on_its_page_and_a_stale_page_overwrites_nothing(cast: Cast, officer: Client) -> None:
    entry = entered(cast)
    address = f"/so-van-ban/dong/{entry.pk}/"
    assert officer.post(address, TYPED | {"version": 1, "copies": "7"}).status_code == 302
    stale = officer.post(address, TYPED | {"version": 1, "copies": "9", "note": "gõ dở"})
    assert stale.status_code == 409
    assert "gõ dở" in text_of(stale)
    entry.refresh_from_db()
    assert entry.copies == 7


def test_a_line_is_struck_with_its_reason(cast: Cast, officer: Client) -> None:
    entry = entered(cast)
    address = f"/so-van-ban/dong/{entry.pk}/gach/"
    assert officer.post(address, {"version": 1, "reason": ""}).status_code == 422
    assert officer.post(address, {"version": 1, "reason": "Ghi nhầm năm"}).status_code == 302
    assert "Ghi nhầm năm" in text_of(officer.get(f"/so-van-ban/dong/{entry.pk}/"))
    assert officer.post(address, {"version": 2, "reason": "Lần nữa"}).status_code == 409


def test_the_list_goes_to_excel_and_the_year_to_paper(cast: Cast, officer: Client) -> None:
    entered(cast, subject="=1+1")
    answer: Any = officer.get("/so-van-ban/di/xuat/?nam=2026")
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert rows[1][:6] == (1, "", "05/QĐ-CĐL", "15/01/2026", "Trường Cao đẳng Luật Sông Lam", "=1+1")
    assert "Sổ văn bản đi năm 2026" in text_of(officer.get("/so-van-ban/di/in/2026/"))


@pytest.mark.parametrize("lines", [1, 3, 60])
def test_the_list_asks_the_database_the_same_few_times(
    cast: Cast, officer: Client, lines: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(lines):
        enter(facts=FACTS | {"number": str(number + 1)}, by=cast.officer, at=AT)
    officer.get("/so-van-ban/?nam=2026")
    with django_assert_max_num_queries(QUERIES):
        assert officer.get("/so-van-ban/?nam=2026").status_code == 200


@pytest.mark.parametrize(
    "address", ["/so-van-ban/xa/ghi/", "/so-van-ban/dong/99999999999999999999/", "/so-van-ban/dong/1/ban-luu/"]
)
def test_what_is_not_there_is_not_found(officer: Client, address: str) -> None:
    assert officer.get(address).status_code == 404
