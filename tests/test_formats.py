"""Dates and numbers as an office writes them: 11/6 is the eleventh of June."""

from datetime import date
from decimal import Decimal

import pytest
from django import forms
from django.template import Context, Template


class Asked(forms.Form):
    day = forms.DateField()
    amount = forms.DecimalField(localize=True)


def cleaned(day: str, amount: str = "1") -> dict[str, object]:
    form = Asked({"day": day, "amount": amount})

    assert form.errors == {}

    return form.cleaned_data


@pytest.mark.parametrize("written", ["11/6/2023", "11/06/2023", "11-6-2023", "11.6.2023", "2023-06-11"])
def test_the_day_stands_before_the_month(written: str) -> None:
    assert cleaned(written)["day"] == date(2023, 6, 11)


def test_the_last_day_of_the_year_is_a_date() -> None:
    assert cleaned("31/12/2023")["day"] == date(2023, 12, 31)


def test_there_is_no_thirteenth_month() -> None:
    assert Asked({"day": "1/13/2023", "amount": "1"}).errors.keys() == {"day"}


def test_a_comma_parts_the_decimals() -> None:
    assert cleaned("1/1/2024", "1234,5")["amount"] == Decimal("1234.5")


def test_a_date_is_shown_with_its_day_first() -> None:
    assert Template("{{ day }}").render(Context({"day": date(2023, 6, 11)})) == "11/6/2023"


def test_a_year_is_shown_without_a_point() -> None:
    assert Template("{{ year }}").render(Context({"year": 2024})) == "2024"


def test_a_count_is_grouped_when_asked() -> None:
    shown = Template("{% load humanize %}{{ count|intcomma }}").render(Context({"count": 30000}))

    assert shown == "30.000"
