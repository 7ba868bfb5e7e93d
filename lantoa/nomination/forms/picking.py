"""What is asked of the list of those who may be nominated."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from lantoa.discovery.forms.screening import KINDS
from lantoa.discovery.queries.sieve import Order
from lantoa.nomination.queries.picking import Asked, Wanted
from lantoa.register.forms.lists import unit_field

FIRST = Order.VERDICT.value
ORDERS = {word for order in Order for word in (order.value, f"-{order.value}")}


class PickFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    doi_tuong = forms.ChoiceField(
        label=gettext_lazy("Đối tượng"),
        required=False,
        choices=[
            ("", gettext_lazy("cá nhân và tập thể")),
            ("ca-nhan", gettext_lazy("cá nhân")),
            ("tap-the", gettext_lazy("tập thể")),
        ],
    )
    ket_qua = forms.ChoiceField(
        label=gettext_lazy("Theo sổ"),
        required=False,
        choices=[
            (Wanted.POSSIBLE.value, gettext_lazy("có thể đề cử")),
            (Wanted.MET.value, gettext_lazy("đạt mọi điều kiện")),
            (Wanted.UNKNOWN.value, gettext_lazy("còn điều kiện chưa rõ")),
            (Wanted.EVERYONE.value, gettext_lazy("tất cả")),
        ],
    )
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"] = unit_field()

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        sort = given.get("sap_xep", "")
        return Asked(
            words=given.get("q", ""),
            kind=KINDS.get(given.get("doi_tuong", "")),
            unit=given.get("don_vi"),
            wanted=Wanted(given.get("ket_qua", "")),
            sort=sort if sort in ORDERS else FIRST,
        )
