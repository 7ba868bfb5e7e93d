"""What is typed about papers: the bar above the list, and which of a round are made at once."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.queries import picking
from lantoa.papers.queries.papers import Asked
from lantoa.papers.queries.picking import State
from lantoa.papers.sources import Occasion

ALL = ("", gettext_lazy("tất cả"))


class PapersFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    loai = forms.ChoiceField(
        label=gettext_lazy("Loại giấy tờ"),
        required=False,
        choices=[ALL, *((kind.value, KINDS[kind].name) for kind in PaperKind)],
    )
    dot = forms.TypedChoiceField(label=gettext_lazy("Đợt xét"), required=False, coerce=int, empty_value=None)
    don_vi = forms.TypedChoiceField(label=gettext_lazy("Đơn vị"), required=False, coerce=int, empty_value=None)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any, occasions: Sequence[Occasion], units: Sequence[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="loc-%s")
        everything = ("", _("tất cả"))
        rounds = [*((one.id, one.name) for one in occasions), (0, _("ngoài đợt xét"))]
        self.fields["dot"].choices = [everything, *rounds]  # type: ignore[attr-defined]
        self.fields["don_vi"].choices = [everything, *units]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            kind=given.get("loai", ""),
            round=given.get("dot"),
            unit=given.get("don_vi"),
            sort=given.get("sap_xep") or "-lap",
        )


class ThingsFilter(forms.Form):
    """The bar above the things of one kind."""

    q = forms.CharField(required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=gettext_lazy("Tình trạng"),
        required=False,
        choices=[
            ALL,
            (State.READY.value, gettext_lazy("chưa lập")),
            (State.MADE.value, gettext_lazy("đã lập")),
            (State.MISSING.value, gettext_lazy("còn thiếu")),
        ],
    )
    don_vi = forms.TypedChoiceField(label=gettext_lazy("Đơn vị"), required=False, coerce=int, empty_value=None)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any, units: Sequence[tuple[int, str]]) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"].choices = [("", _("tất cả")), *units]  # type: ignore[attr-defined]

    def asked(self) -> picking.Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return picking.Asked(
            words=given.get("q", ""),
            state=given.get("tinh_trang", ""),
            unit=given.get("don_vi"),
            sort=given.get("sap_xep", ""),
        )


class Which(StrEnum):
    """Which things of a kind are made at once."""

    ALL = "ca"
    CHOSEN = "chon"  # those ticked
    PICKED = "loc"  # those that the bar above the list leaves


class JobForm(forms.Form):
    """All papers of a round, or of one kind in it, or some of that kind; with PDF or in Word only."""

    loai = forms.ChoiceField(required=False, choices=[ALL, *((kind.value, KINDS[kind].name) for kind in PaperKind)])
    nhung = forms.ChoiceField(required=False, choices=[(one.value, one.value) for one in Which])
    kem_pdf = forms.BooleanField(label=gettext_lazy("Kèm bản PDF"), required=False)
    con_thieu = forms.BooleanField(label=gettext_lazy("Chỉ những giấy tờ chưa lập"), required=False)

    @property
    def kind(self) -> PaperKind | None:
        value = self.cleaned_data.get("loai")
        return PaperKind(value) if value else None

    @property
    def which(self) -> Which:
        return Which(self.cleaned_data.get("nhung") or Which.ALL)
