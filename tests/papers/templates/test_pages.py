"""The pages of templates: from a file to a version in use, with every fault told; and the letterhead."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from PIL import Image
from pytest_django import Settings

from lantoa.domain.papers.kinds import PaperKind
from lantoa.papers.models import Letterhead, PaperTemplate
from lantoa.papers.pdf import cage
from lantoa.papers.queries.previews import unmet
from lantoa.papers.queries.templates import own_template
from lantoa.papers.sources import sources
from tests.cast import NOW, Cast, signed_in
from tests.papers.making.desk import KIND, SOURCES
from tests.papers.templates.kept import keep
from tests.papers.word.letters import template, texts

LIST = "/quan-tri/mau-giay-to/"
PAGE = f"{LIST}{KIND.value}/"
HEAD = "/quan-tri/the-thuc/"
FACTS = {
    "since": "01/01/2026",
    "parent": "Bộ Tư pháp",
    "issuer": "Trường Cao đẳng Luật Sông Lam",
    "abbreviation": "CĐL",
    "council": "Hội đồng Thi đua - Khen thưởng",
    "council_abbreviation": "HĐTĐKT",
    "place": "Bình An",
    "office": "TCHC",
    "position": "Hiệu trưởng",
    "signer": "Lê Quang Minh",
}


@pytest.fixture(autouse=True)
def _desk(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path
    settings.PAPER_SOURCES = SOURCES
    sources.cache_clear()
    yield
    sources.cache_clear()


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.officer)


def send(client: Client, words: str, **given: str) -> Any:
    file = SimpleUploadedFile("mau.docx", template(words))
    return client.post(PAGE, {"file": file, "since": "10/01/2026", "note": "", "unit": ""} | given)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_file_becomes_the_template_in_use(client: Client) -> None:
    answer = send(client, "Báo cáo của {{ ho_ten }}")
    one = PaperTemplate.objects.get()
    shown = page(client, answer["Location"])
    used = client.post(f"{LIST}ban/{one.pk}/dung/", follow=True)

    assert "Mẫu không dùng: don_vi." in shown
    assert own_template(KIND, "BM", date(2026, 1, 10)) == one
    assert used.redirect_chain == [(PAGE, 302)]
    assert "Mẫu dùng từ 10/01/2026. Giấy tờ đã lập giữ nguyên mẫu cũ." in used.content.decode()
    assert "Bản 1" in page(client, LIST)


def test_a_faulty_file_is_told_with_every_place(client: Client) -> None:
    answer = send(client, "Của {{ ho_tn }}")

    assert answer.status_code == 422
    assert "Không có trường «ho_tn». Có phải «ho_ten»?" in answer.content.decode()
    assert "Của {{ ho_tn }}" in answer.content.decode()
    assert PaperTemplate.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"since": "40/01/2026"}, "Nhập một ngày hợp lệ"),
        ({"since": "10/01/0202"}, "Kiểm tra lại năm."),
        ({"unit": "??"}, "Không có đơn vị mã «??»."),
        ({"file": SimpleUploadedFile("a.docx", b"MZ")}, "Chỉ nhận PDF"),
    ],
)
def test_what_is_typed_wrong_is_said_at_its_field(client: Client, given: dict[str, str], sentence: str) -> None:
    answer = send(client, "{{ ho_ten }}", **given)

    assert (answer.status_code, PaperTemplate.objects.count()) == (422, 0)
    assert sentence in answer.content.decode()


def test_a_template_may_be_that_of_one_unit(client: Client, cast: Cast) -> None:
    send(client, "{{ ho_ten }}", unit="KL")

    assert PaperTemplate.objects.get().unit == cast.faculty


def test_the_fields_of_a_kind_are_listed_in_words(client: Client) -> None:
    shown = page(client, PAGE)

    assert [words in shown for words in ("<code>ho_ten</code>", "Họ tên", "<code>don_vi</code>")] == [True] * 3


def test_a_kind_that_nobody_fills_yet_takes_no_template(client: Client) -> None:
    address = f"{LIST}ke-hoach/"

    assert "chưa lập loại giấy tờ này nên chưa nhận mẫu" in page(client, address)
    assert client.post(address, {}).status_code == 422


@pytest.mark.parametrize("address", [f"{LIST}phieu-bau/", f"{LIST}x/", f"{LIST}ban/9/", f"{LIST}phieu-bau/goc/"])
def test_what_has_no_word_template_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_trial_is_filled_with_the_newest_person_the_reader_may_see(client: Client, cast: Cast) -> None:
    one = keep("Báo cáo của {{ ho_ten }}", by=cast.officer, kind=KIND)
    of_officer = client.get(f"{LIST}ban/{one.pk}/thu/").content
    of_administrator = signed_in(cast.administrator).get(f"{LIST}ban/{one.pk}/thu/").content

    assert texts(of_officer) == ["Báo cáo của Lê Thanh Bình"]
    assert texts(of_administrator) == ["Báo cáo của ‹Họ tên›"]


def test_a_version_and_the_shipped_template_can_be_taken_home(client: Client, cast: Cast) -> None:
    one = keep("{{ ho_ten }}", by=cast.officer, kind=KIND)

    assert texts(client.get(f"{LIST}ban/{one.pk}/tai/").content) == ["{{ ho_ten }}"]
    assert Document(BytesIO(client.get(f"{LIST}quyet-dinh-cong-nhan/goc/").content)).paragraphs != []


def test_a_trial_is_shown_as_pictures_of_its_pages(client: Client, cast: Cast) -> None:
    one = keep("{{ ho_ten }}", by=cast.officer, kind=KIND)
    first = f"{LIST}ban/{one.pk}/trang/1/"

    assert client.get(first).status_code == 404
    assert "Điền thử bằng số liệu thật: Lê Thanh Bình." in page(client, f"{LIST}ban/{one.pk}/xem/")
    picture = Image.open(BytesIO(client.get(first).content))
    assert (picture.format, picture.height > picture.width) == ("PNG", True)
    assert client.get(f"{LIST}ban/{one.pk}/trang/2/").status_code == 404
    cache.clear()  # another web process holds nothing in its memory
    assert client.get(first).status_code == 200


def test_a_trial_is_taken_home_as_pdf_once_it_was_made(client: Client, cast: Cast) -> None:
    one = keep("{{ ho_ten }}", by=cast.officer, kind=KIND)
    address = f"{LIST}ban/{one.pk}/thu-pdf/"
    assert client.get(address).status_code == 404

    assert address in page(client, f"{LIST}ban/{one.pk}/xem/")

    answer = client.get(address)
    assert (answer.content[:5], "attachment" in answer["Content-Disposition"]) == (b"%PDF-", True)
    assert signed_in(cast.administrator).get(address).status_code == 404


def test_the_empty_choice_of_a_unit_is_the_whole_school(client: Client) -> None:
    assert '<option value="" selected>toàn trường</option>' in page(client, PAGE)


def test_without_libreoffice_the_word_file_is_what_there_is(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cage, "program", lambda: None)
    one = keep("{{ ho_ten }}", by=cast.officer, kind=KIND)

    assert "Máy chủ chưa có LibreOffice" in page(client, f"{LIST}ban/{one.pk}/xem/")


def test_a_trial_is_held_against_the_form_of_the_decree(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cage, "program", lambda: None)
    one = keep("{{ ho_ten }}", by=cast.officer, kind=KIND)
    faults = unmet(template("Lê Thanh Bình"), KIND)
    shown = page(client, f"{LIST}ban/{one.pk}/xem/")

    assert f"Bản thử chưa đúng thể thức Nghị định 30 ở {len(faults)} chỗ" in shown
    assert unmet(template("x"), PaperKind.NOMINEE_LIST) == []


def test_a_version_is_withdrawn_once(client: Client, cast: Cast) -> None:
    one = keep("{{ ho_ten }}", by=cast.officer, kind=KIND)
    said = [client.post(f"{LIST}ban/{one.pk}/thoi/", follow=True).content.decode() for _time in range(2)]

    assert ["Đã thôi dùng bản này" in said[0], "Bản mẫu này đã đổi trạng thái" in said[1]] == [True, True]
    assert own_template(KIND, None, date(2026, 1, 15)) is None
    assert "Bản mẫu này đã đổi trạng thái" in client.post(f"{LIST}ban/{one.pk}/dung/", follow=True).content.decode()


def test_the_letterhead_is_written_and_shown_as_on_paper(client: Client) -> None:
    assert "Chưa ghi thể thức nào" in page(client, HEAD)
    answer = client.post(HEAD, FACTS, follow=True).content.decode()

    assert [words in answer for words in ("BỘ TƯ PHÁP", "05/QĐ-CĐL", "Từ 01/01/2026", "đang dùng")] == [True] * 4


def test_a_letterhead_is_set_right_unless_somebody_was_faster(client: Client) -> None:
    client.post(HEAD, FACTS)
    row = Letterhead.objects.get()
    address = f"{HEAD}{row.pk}/"
    right = FACTS | {"place": "Bình Yên", "version": row.made_at.isoformat()}

    assert 'value="Bình An"' in page(client, address)
    assert [client.post(address, right).status_code for _time in range(2)] == [302, 409]
    assert Letterhead.objects.get().place == "Bình Yên"


def test_two_letterheads_of_one_day_and_one_without_a_place_are_refused(client: Client) -> None:
    client.post(HEAD, FACTS)

    assert [client.post(HEAD, FACTS | change).status_code for change in ({}, {"since": "02/01/2026", "place": ""})] == [
        422,
        422,
    ]
    assert Letterhead.objects.count() == 1


def test_an_old_letterhead_stays_for_old_papers(client: Client, cast: Cast) -> None:
    Letterhead.objects.create(since=date(2020, 1, 1), issuer="Trường", abbreviation="T", place="X", made_at=NOW)
    shown = page(client, HEAD)

    assert ["Từ 01/01/2020" in shown, "TRƯỜNG" in shown] == [True, True]
