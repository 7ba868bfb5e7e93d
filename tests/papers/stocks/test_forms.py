"""The dialog for printing: which sheets, and not too many at once."""

from lantoa.papers.forms.stocks import MOST_SHEETS, PrintForm
from lantoa.papers.models import Stock


def asked(words: str, count: int) -> PrintForm:
    return PrintForm({"phoi": "7", "to": words}, stocks=[Stock(pk=7, name="Phôi")], count=count)


def test_the_sheets_are_read_as_places() -> None:
    form = asked("2-3, 1", 3)

    assert form.is_valid()
    assert form.cleaned_data == {"phoi": 7, "to": [2, 3, 1]}


def test_more_than_a_ream_is_asked_for_in_parts() -> None:
    form = asked("", MOST_SHEETS + 1)

    assert form.errors["to"] == ["Một lần in nhiều nhất 500 tờ; đây là 501. Ghi như 1-500."]
    assert asked(f"1-{MOST_SHEETS}", MOST_SHEETS + 1).is_valid()
