"""Who keeps stock, and who prints on it."""

from pathlib import Path

import pytest
from pytest_django import Settings

from lantoa.audit.models import Event
from lantoa.papers.actions.stocks import Withdrawn, lay_out, note_printing, show_anew, version_of, withdraw
from lantoa.papers.attachments import check
from lantoa.papers.models import Stock
from lantoa.papers.queries.stocks import layout_of
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW, Cast
from tests.papers.stocks.taken_in import stock_of, uploaded


@pytest.fixture(autouse=True)
def _data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def stock(cast: Cast) -> Stock:
    return stock_of(cast)


def test_only_who_keeps_templates_keeps_stock(stock: Stock, cast: Cast) -> None:
    spots, version = layout_of(stock).spots, version_of(stock)

    with pytest.raises(NotAllowed):
        lay_out(stock=stock, version=version, name="X", spots=spots, shift=(0, 0), by=cast.head, at=NOW)
    with pytest.raises(NotAllowed):
        show_anew(stock=stock, picture=check(uploaded()), by=cast.head, at=NOW)
    with pytest.raises(NotAllowed):
        withdraw(stock=stock, by=cast.head, at=NOW)
    assert Event.objects.exclude(deed="stock_taken_in").filter(deed__startswith="stock_").count() == 0


def test_only_who_makes_papers_prints(stock: Stock, cast: Cast) -> None:
    note_printing(stock=stock, papers=["Lê Thanh Bình"], by=cast.head, at=NOW)

    with pytest.raises(NotAllowed):
        note_printing(stock=stock, papers=["Lê Thanh Bình"], by=cast.stranger, at=NOW)
    assert [one.by for one in Event.objects.filter(deed="stock_printed_on")] == [cast.head]


def test_nothing_is_printed_on_what_was_withdrawn(stock: Stock, cast: Cast) -> None:
    withdraw(stock=stock, by=cast.officer, at=NOW)

    with pytest.raises(Withdrawn):
        note_printing(stock=stock, papers=["Lê Thanh Bình"], by=cast.officer, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_a_picture_that_is_replaced_is_removed(settings: Settings, cast: Cast) -> None:
    stock = stock_of(cast)
    show_anew(stock=stock, picture=check(uploaded()), by=cast.officer, at=NOW)
    kept = [file.relative_to(settings.DATA).as_posix() for file in settings.DATA.glob("attachments/*/*")]

    assert kept == [Stock.objects.get().path]
