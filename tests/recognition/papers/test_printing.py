"""Certificates printed on stock: those of a round or one of them, the words alone, and written down in the log."""

from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries, Settings

from lantoa.audit.models import Event
from lantoa.domain.papers.kinds import PaperKind
from lantoa.domain.stages import DecisionStage
from lantoa.papers.actions.making import make
from lantoa.papers.actions.stocks import withdraw
from lantoa.papers.models import Paper, Stock
from lantoa.recognition.actions.decisions.changing import draft_revocation
from lantoa.recognition.models import Decision
from tests.cast import NOW, signed_in
from tests.papers.pdf.looking import is_blank, pages, picture
from tests.papers.stocks.taken_in import stock_of
from tests.recognition.decisions.deciding import Desk, line

KIND = PaperKind.CERTIFICATE_OF_RECOGNITION
PLACE = f"/giay-to/phoi/{KIND.value}/"
DIVISION = (
    "Bộ môn Luật Dân sự Trường Cao đẳng Luật Sông Lam Điển hình tiên tiến của Trường hằng năm, năm 2025 "
    "Quyết định số 01/QĐ-ĐHTT ngày 15 tháng 01 năm 2026 01 HIỆU TRƯỞNG Lê Văn Minh "
    "Bình An, ngày 15 tháng 01 năm 2026"
)


@pytest.fixture(autouse=True)
def _data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def issued(desk: Desk) -> Decision:
    return desk.at(DecisionStage.ISSUED)


@pytest.fixture
def stock(desk: Desk) -> Stock:
    return stock_of(desk.cast, kind=KIND, name="Giấy chứng nhận 2025")


@pytest.fixture
def client(desk: Desk) -> Client:
    return signed_in(desk.cast.officer)


def ask(client: Client, stock: Stock, **given: str) -> bytes:
    answer = client.post(PLACE, {"phoi": stock.pk} | given)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return answer.content


def test_everybody_on_the_list_gets_a_page_in_its_order(issued: Decision, client: Client, stock: Stock) -> None:
    made = pages(ask(client, stock))

    assert made[0] == DIVISION
    assert [page.partition(" Giảng viên")[0] for page in made[1:]] == ["Lê Thanh Bình"]


def test_one_sheet_is_printed_again(issued: Decision, client: Client, stock: Stock) -> None:
    assert [page[:13] for page in pages(ask(client, stock, to="2"))] == ["Lê Thanh Bình"]


def test_the_picture_is_only_there_to_be_looked_at(issued: Decision, client: Client, stock: Stock) -> None:
    frame = (5, 5, 15, 205)
    printed, seen = picture(ask(client, stock)), picture(ask(client, stock, xem="1"))

    assert [is_blank(one, *frame) for one in (printed, seen)] == [True, False]
    assert Event.objects.filter(deed="stock_printed_on").count() == 1


def test_it_is_written_down_who_was_printed(issued: Decision, client: Client, stock: Stock) -> None:
    ask(client, stock)
    event = Event.objects.get(deed="stock_printed_on")

    assert (event.target, event.details["count"]) == (f"stock:{stock.pk}", 2)
    assert event.details["papers"] == ["Bộ môn Luật Dân sự (01/QĐ-ĐHTT, 01)", "Lê Thanh Bình (01/QĐ-ĐHTT, 02)"]
    assert Paper.objects.count() == 0


def test_the_page_lists_the_sheets_and_knows_the_one_that_was_asked_for(
    issued: Decision, client: Client, stock: Stock, desk: Desk
) -> None:
    shown = client.get(f"{PLACE}?dot={issued.round_id}&viec=item:{line(issued, desk.lecturer).pk}").content.decode()

    assert [words in shown for words in (desk.round.name, "Lê Thanh Bình (01/QĐ-ĐHTT, 02)", 'value="2"')] == [True] * 3


def test_the_pages_of_the_round_and_of_a_paper_lead_there(issued: Decision, client: Client, desk: Desk) -> None:
    key = f"item:{line(issued, desk.lecturer).pk}"
    paper = make(kind=KIND, key=key, by=desk.cast.officer, at=NOW)
    of_round = client.get(f"/giay-to/dot/{issued.round_id}/{KIND.value}/").content.decode()
    of_paper = client.get(f"/giay-to/{paper.pk}/").content.decode()

    assert f'href="{PLACE}?dot={issued.round_id}"' in of_round
    assert f'href="{PLACE}?viec={quote(key)}&amp;dot={issued.round_id}"' in of_paper


def test_each_sheet_costs_a_handful_of_queries(
    issued: Decision, client: Client, stock: Stock, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ask(client, stock)
    with CaptureQueriesContext(connection) as of_one:
        ask(client, stock, to="1")

    with django_assert_max_num_queries(len(of_one) + 12):
        ask(client, stock)


@pytest.mark.parametrize("words", ["3", "x", "0-1"])
def test_a_sheet_that_is_not_there_is_refused(issued: Decision, client: Client, stock: Stock, words: str) -> None:
    answer = client.post(PLACE, {"phoi": stock.pk, "to": words})

    assert answer.status_code == 422
    assert f"Không có tờ «{words}»; danh sách có từ tờ 1 đến tờ 2." in answer.content.decode()


def test_a_stock_of_another_kind_or_withdrawn_is_not_offered(issued: Decision, client: Client, desk: Desk) -> None:
    other, old = stock_of(desk.cast), stock_of(desk.cast, kind=KIND, name="Cũ")
    withdraw(stock=old, by=desk.cast.officer, at=NOW)
    shown = client.get(PLACE).content.decode()

    assert [client.post(PLACE, {"phoi": one.pk}).status_code for one in (other, old)] == [422, 422]
    assert "Chưa có phôi nào cho loại giấy này" in shown


def test_nobody_is_printed_whose_recognition_was_revoked(
    issued: Decision, client: Client, stock: Stock, desk: Desk
) -> None:
    rows = [desk.recognition(desk.lecturer)]
    made = draft_revocation(
        recognitions=rows, ground="false-dossier", reason="Giấy tờ giả", by=desk.cast.officer, at=NOW
    )
    desk.at(DecisionStage.ISSUED, made)

    assert len(pages(ask(client, stock))) == 1


def test_a_head_prints_those_of_the_unit(issued: Decision, stock: Stock, desk: Desk) -> None:
    head, other = signed_in(desk.cast.head), signed_in(desk.cast.other_head)

    assert len(pages(ask(head, stock))) == 2
    assert "Chưa có tờ nào để in" in other.get(PLACE).content.decode()
    assert other.post(PLACE, {"phoi": stock.pk}).status_code == 422


@pytest.mark.parametrize(
    "address", ["/giay-to/phoi/quyet-dinh-cong-nhan/", "/giay-to/phoi/x/", f"{PLACE}?dot=x", f"{PLACE}?dot=99"]
)
def test_what_is_not_printed_on_stock_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
