"""The bar above the overview: unit, tier aimed at, year of finding."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lantoa.discovery.queries.prospects.listing import NO_TIER
from lantoa.discovery.queries.tiers import tier_names
from lantoa.nurture.queries.overview.asked import Asked
from lantoa.nurture.queries.overview.places import Places

UNIT, ALONE, TIER, YEAR = "don_vi", "rieng", "bac", "nam"


class OverviewFilter(forms.Form):
    """Only the fields that the page can be narrowed by; what cannot be read is left out of the question."""

    def __init__(
        self,
        data: Any,
        places: Places,
        years: Sequence[int],
        names: Collection[str],
        *,
        default_year: int | None = None,
    ) -> None:
        if default_year is not None:
            data = {**data.dict(), YEAR: data.get(YEAR) or default_year}
        super().__init__(data, auto_id="loc-%s")
        self.places, self.default_year = places, default_year
        self.unit = places.by_code(str(data.get(UNIT, "")).strip())
        fields = {
            UNIT: forms.ChoiceField(label=_("Đơn vị, kể cả cấp dưới"), required=False, choices=self._units()),
            ALONE: forms.BooleanField(label=_("Không kể đơn vị cấp dưới"), required=False),
            TIER: forms.ChoiceField(label=_("Bậc hướng tới"), required=False, choices=_tiers()),
            YEAR: forms.TypedChoiceField(
                label=_("Năm"), required=False, coerce=int, empty_value=None, choices=self._years(years)
            ),
        }
        self.fields.update({name: field for name, field in fields.items() if name in names})

    def asked(self, at: datetime) -> Asked:
        self.is_valid()
        given = self.cleaned_data
        year = given.get(YEAR) or (self.default_year if YEAR in self.fields else None)
        return Asked(self.places, at, self.unit, given.get(ALONE, False), given.get(TIER, ""), year)

    def _units(self) -> list[tuple[str, str]]:
        offered = [(place.code, place.name) for place in self.places.offered(self.unit)]
        return [("", _("tất cả")), *offered]

    def _years(self, years: Sequence[int]) -> list[tuple[int | str, str]]:
        chosen: list[tuple[int | str, str]] = [(year, str(year)) for year in years]
        return chosen if self.default_year is not None else [("", _("tất cả")), *chosen]


def _tiers() -> list[tuple[str, str]]:
    return [("", _("tất cả")), *tier_names().items(), (NO_TIER, _("chưa định"))]
