"""What is asked of the list of nominations."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.discovery.queries.tiers import tier_names
from lantoa.domain.records import Kind
from lantoa.domain.stages import STAGE_LABELS, NominationStage
from lantoa.nomination.queries.listing import Asked
from lantoa.register.forms.lists import unit_field


class NominationsFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    bac = forms.ChoiceField(label=gettext_lazy("Bậc"), required=False)
    dot = forms.ChoiceField(label=gettext_lazy("Đợt xét"), required=False)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *((stage.value, STAGE_LABELS[stage]) for stage in NominationStage)],
    )
    doi_tuong = forms.ChoiceField(
        label=gettext_lazy("Đối tượng"),
        required=False,
        choices=[
            ("", gettext_lazy("cá nhân và tập thể")),
            (Kind.INDIVIDUAL.value, gettext_lazy("cá nhân")),
            (Kind.COLLECTIVE.value, gettext_lazy("tập thể")),
        ],
    )
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any, rounds: Sequence[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"] = unit_field()
        self.fields["dot"].choices = [("", _("tất cả")), *rounds]  # type: ignore[attr-defined]
        self.fields["bac"].choices = [("", _("tất cả")), *tier_names().items()]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            unit=given.get("don_vi"),
            tier=given.get("bac", ""),
            round=int(given["dot"]) if given.get("dot") else None,
            stage=given.get("buoc", ""),
            kind=given.get("doi_tuong", ""),
            sort=given.get("sap_xep") or "-ngay",
        )
