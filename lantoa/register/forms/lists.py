"""The bar above a list: words, unit, filters and order; what is none of the choices is refused beside its field."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lantoa.register.models import Unit
from lantoa.register.queries.lists import Asked, Listing

UNITS_IN_A_LIST = 60  # more do not make a list to pick from: the code is typed


class ListForm(forms.Form):
    """What is asked of a list; what cannot be read is left out of the question."""

    q = forms.CharField(required=False, max_length=200)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, listing: Listing, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.listing = listing
        self.fields["don_vi"] = unit_field()
        for choice in listing.filters:
            self.fields[choice.key] = forms.ChoiceField(
                label=str(choice.label), choices=[("", _("tất cả")), *choice.choices()], required=False
            )

    def asked(self) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            unit=given.get("don_vi"),
            chosen={choice.key: given[choice.key] for choice in self.listing.filters if given.get(choice.key)},
            sort=given.get("sap_xep", ""),
        )

    @property
    def choices(self) -> list[forms.BoundField]:
        """The filters, in the order of the list's definition."""
        return [self["don_vi"], *(self[choice.key] for choice in self.listing.filters)]


class UnitCode(forms.CharField):
    """The code of a unit, as its id."""

    def clean(self, value: Any) -> int | None:
        code = super().clean(value)
        if not code:
            return None
        found = Unit.objects.filter(subject__code=code).values_list("pk", flat=True).first()
        if found is None:
            raise forms.ValidationError(_("Không có đơn vị mã «%(code)s».") % {"code": code})
        return found


def unit_field(nothing: str = "") -> UnitCode:
    """A list of the units to pick from, or where there are too many a place to type the code.

    `nothing` is what the empty choice says, unless it is "all".
    """
    units = list(
        Unit.objects.order_by("subject__sort_key").values_list("subject__code", "subject__name")[: UNITS_IN_A_LIST + 1]
    )
    widget: forms.Widget = forms.TextInput(attrs={"placeholder": _("mã đơn vị")})
    if len(units) <= UNITS_IN_A_LIST:
        widget = forms.Select(choices=[("", nothing or _("tất cả")), *units])
    return UnitCode(label=_("Đơn vị, kể cả cấp dưới"), required=False, widget=widget)
