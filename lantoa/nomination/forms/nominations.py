"""What is asked of the list of nominations."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.discovery.queries.tiers import tier_names
from lantoa.nomination.queries.listing import Asked
from lantoa.register.forms.lists import unit_field


class NominationsFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    bac = forms.ChoiceField(label=gettext_lazy("Bậc"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"] = unit_field()
        self.fields["bac"].choices = [("", _("tất cả")), *tier_names().items()]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(given.get("q", ""), given.get("don_vi"), given.get("bac", ""), given.get("sap_xep") or "-ngay")
