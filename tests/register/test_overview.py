"""The record book at a glance."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.domain.authority import Role
from lantoa.domain.records import Ledger
from tests import cast as stage
from tests.cast import Cast, account, signed_in


def test_an_empty_book_teaches_how_to_begin(db: None) -> None:
    officer = account("hanh", Role.OFFICER)

    page = signed_in(officer).get("/so/").content.decode()

    assert "Sổ còn trống. Bắt đầu bằng ba bước" in page


def test_every_sheet_stands_with_its_number_of_rows(cast: Cast) -> None:
    stage.rating(cast.lecturer, 2024)

    sheets = signed_in(cast.officer).get("/so/").context["sheets"]

    assert {sheet.listing.name: sheet.rows for sheet in sheets if sheet.rows} == {
        "Đơn vị": 4,
        "Cán bộ": 6,
        "Công tác": 6,
        "Xếp loại": 1,
    }


def test_an_open_book_leads_to_closing_it(cast: Cast) -> None:
    stage.closing(Ledger.RATINGS, 2024)

    page = signed_in(cast.officer).get("/so/").content.decode()

    assert "/so/chot-so/them/?so=ratings&amp;nam=2023" in page
    assert "/so/chot-so/them/?so=ratings&amp;nam=2024" not in page


def test_the_overview_costs_few_queries(cast: Cast) -> None:
    client = signed_in(cast.officer)

    with CaptureQueriesContext(connection) as queries:
        client.get("/so/")

    assert len(queries) <= 15


def test_a_head_has_no_record_book(cast: Cast) -> None:
    assert signed_in(cast.head).get("/so/").status_code == 403
