"""The pages of stock: from a picture to where each field goes, a trial, withdrawing."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.audit.models import Event
from lantoa.papers.models import Stock
from lantoa.papers.queries.stocks import layout_of
from lantoa.papers.sources import sources
from tests.cast import Cast, signed_in
from tests.papers.pdf.looking import pages, size
from tests.papers.pictures import docx, jpeg
from tests.papers.stocks.taken_in import NAME, scan, stock_of, uploaded

LIST = "/quan-tri/phoi/"
NEW = {"name": NAME, "kind": "giay-khen", "width": "297", "height": "210"}


@pytest.fixture(autouse=True)
def _data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.DATA = tmp_path
    sources.cache_clear()
    yield
    sources.cache_clear()


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.officer)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def as_shown(client: Client, stock: Stock) -> dict[str, str]:
    """What the form of the page would send, were nothing changed on it."""
    shown = page(client, f"{LIST}{stock.pk}/")
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", shown):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and name[1] not in ("csrfmiddlewaretoken", "file") and ("checkbox" not in tag or " checked" in tag):
            found[name[1]] = value[1] if value else "on"
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', shown, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return found


def test_a_picture_becomes_a_stock_with_the_usual_fields_in_their_places(client: Client) -> None:
    answer = client.post(LIST, NEW | {"file": uploaded()}, follow=True)
    stock = Stock.objects.get()
    shown = answer.content.decode()

    assert answer.redirect_chain == [(f"{LIST}{stock.pk}/", 302)]
    assert 'transform="translate(32.0 107.0)"' in shown
    assert [words in shown for words in ("‹Họ tên cá nhân hoặc tên tập thể›", 'value="107"')] == [True, True]
    assert NAME in page(client, LIST)
    assert Event.objects.filter(deed="stock_taken_in").get().details["name"] == NAME


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": ""}, "Trường này là bắt buộc"),
        ({"width": "0"}, "lớn hơn hoặc bằng với 50"),
        ({"width": "210", "height": "297"}, "không cùng hình dạng với tờ phôi 210 × 297 mm"),
        ({"file": uploaded(scan()[:300])}, "Ảnh bị hỏng"),
        ({"file": uploaded(jpeg())}, "Ảnh hỏng hoặc lớn quá 80 triệu điểm"),
        ({"file": uploaded(docx(), "phoi.docx")}, "Chỉ nhận ảnh JPG, PNG, WEBP hoặc tệp PDF"),
        ({"file": uploaded(b"MZ")}, "Chỉ nhận PDF"),
        ({"file": uploaded(b"%PDF-1.7 nothing", "phoi.pdf")}, "Không mở được trang đầu"),
    ],
)
def test_what_is_wrong_with_a_new_stock_is_said(client: Client, given: dict[str, Any], sentence: str) -> None:
    answer = client.post(LIST, NEW | {"file": uploaded()} | given)

    assert (answer.status_code, Stock.objects.count()) == (422, 0)
    assert sentence in answer.content.decode()


def test_two_stocks_in_use_cannot_have_one_name(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    answer = client.post(LIST, NEW | {"file": uploaded()})
    client.post(f"{LIST}{stock.pk}/thoi/")

    assert (answer.status_code, "Đã có phôi tên" in answer.content.decode()) == (422, True)
    assert client.post(LIST, NEW | {"file": uploaded()}).status_code == 302


def test_the_picture_is_shown_as_small_as_it_is_printed(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    answer = client.get(f"{LIST}{stock.pk}/anh/")
    again = client.post(f"{LIST}{stock.pk}/doi-anh/", {"file": uploaded(scan(7700, 5444))}, follow=True)
    image = Image.open(BytesIO(client.get(f"{LIST}{stock.pk}/anh/").content))

    assert answer["Content-Type"] == "image/jpeg"
    assert (image.size, "Đã đổi ảnh phôi" in again.content.decode()) == ((2572, 1818), True)


def test_a_stock_whose_file_is_gone_can_be_printed_on_all_the_same(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    Stock.objects.update(path="attachments/ab/gone.jpg")

    assert client.get(f"{LIST}{stock.pk}/anh/").status_code == 404
    assert size(client.get(f"{LIST}{stock.pk}/thu/").content) == (297, 210)


def test_a_page_that_is_sent_back_unchanged_changes_nothing(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    before = layout_of(stock)

    assert client.post(f"{LIST}{stock.pk}/", as_shown(client, stock)).status_code == 302
    assert layout_of(Stock.objects.get()) == before


def test_a_field_is_moved_and_the_printer_set_right(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    moved = {"o-ho_ten-x": "41.5", "o-ho_ten-align": "left", "o-ho_ten-colour": "#c01818", "shift_x": "-1.2"}
    client.post(f"{LIST}{stock.pk}/", as_shown(client, stock) | moved)
    layout = layout_of(Stock.objects.get())
    name = next(spot for spot in layout.spots if spot.field == "ho_ten")
    details = Event.objects.get(deed="stock_laid_out").details

    assert (name.x, name.align, name.colour, layout.shift) == (41.5, "left", "#c01818", (-1.2, 0))
    assert details["before"] == {
        "Họ tên cá nhân hoặc tên tập thể": "32 × 107, 233 mm, 27 pt, 1 × 8 mm, center, #000000"
    }
    assert details["after"] == {"Họ tên cá nhân hoặc tên tập thể": "41.5 × 107, 233 mm, 27 pt, 1 × 8 mm, left, #c01818"}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"o-ho_ten-x": "100"}, "chạy ra ngoài tờ giấy"),
        ({"o-ma_xac_thuc-y": "200"}, "Ô «Mã vuông xác thực» chạy ra ngoài tờ giấy"),
        ({"o-ho_ten-y": "nan"}, "Họ tên cá nhân hoặc tên tập thể, dọc (mm):"),
        ({"o-ho_ten-colour": "red;"}, "Màu viết như"),
        ({"o-ho_ten-align": "up"}, "canh:"),
        ({"shift_x": "40"}, "kiểm tra lại khay giấy"),
        ({"name": ""}, "Trường này là bắt buộc"),
    ],
)
def test_what_cannot_be_printed_is_refused(client: Client, cast: Cast, given: dict[str, str], sentence: str) -> None:
    stock = stock_of(cast)
    answer = client.post(f"{LIST}{stock.pk}/", as_shown(client, stock) | given)

    assert (answer.status_code, Stock.objects.get().spots) == (422, stock.spots)
    assert sentence in answer.content.decode()


def test_who_was_slower_is_told(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    seen = as_shown(client, stock)
    answers = [client.post(f"{LIST}{stock.pk}/", seen).status_code for _time in range(2)]

    assert answers == [302, 409]


def test_a_name_of_another_stock_is_refused(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    stock_of(cast, name="Giấy khen nền trắng")
    answer = client.post(f"{LIST}{stock.pk}/", as_shown(client, stock) | {"name": "Giấy khen nền trắng"})

    assert (answer.status_code, "Đã có phôi tên" in answer.content.decode()) == (422, True)


def test_a_trial_is_printed_upon_the_picture_or_without_it(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    upon, bare, rulers = [client.get(f"{LIST}{stock.pk}/{tail}").content for tail in ("thu/", "thu/?chi-chu", "to-do/")]

    assert [size(one) for one in (upon, bare, rulers)] == [(297, 210)] * 3
    assert pages(upon) == pages(bare)
    assert "‹Họ tên cá nhân hoặc tên tập thể›" in pages(upon)[0]
    assert len(upon) > len(bare)
    assert "Họ tên cá nhân hoặc tên tập thể" in pages(rulers)[0]


def test_a_stock_is_withdrawn_once_and_stays_to_be_looked_at(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    seen = as_shown(client, stock)
    said = [client.post(f"{LIST}{stock.pk}/thoi/", follow=True).content.decode() for _time in range(2)]

    assert ["Đã thôi dùng phôi này" in said[0], "Phôi này đã thôi dùng. Mở lại" in said[1]] == [True, True]
    assert client.post(f"{LIST}{stock.pk}/", seen).status_code == 409
    assert "Ghi chỗ in" not in page(client, f"{LIST}{stock.pk}/")
    assert "Phôi đã thôi dùng" in page(client, LIST)


def test_a_picture_of_another_shape_is_not_taken(client: Client, cast: Cast) -> None:
    stock = stock_of(cast)
    answers = [
        client.post(f"{LIST}{stock.pk}/doi-anh/", given, follow=True).content.decode()
        for given in ({"file": uploaded(scan(500, 500))}, {})
    ]

    assert ["không cùng hình dạng" in answers[0], "Trường này là bắt buộc" in answers[1]] == [True, True]


def test_more_stocks_cost_no_more_queries(
    client: Client, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(3):
        stock_of(cast, name=f"Phôi {place}")
    client.get(LIST)

    with django_assert_max_num_queries(9):
        client.get(LIST)
