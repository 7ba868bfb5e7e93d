"""What is typed about rounds: which tier and year, the name and the days; and the bars above the lists."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa import plans
from lantoa.discovery.queries.tiers import tier_names
from lantoa.domain.nurture import Aim
from lantoa.domain.rounds import RoundTerms, UnitState
from lantoa.domain.stages import STAGE_LABELS, RoundStage
from lantoa.domain.vietnamese import tidy
from lantoa.nomination.models import Round
from lantoa.nomination.models.rounds import DAYS
from lantoa.nomination.queries.rounds.calendar import days_of, label_of
from lantoa.nomination.queries.rounds.reading import Asked, years_on_file
from lantoa.nurture.queries.aims import in_words


class RoundsFilter(forms.Form):
    """The bar above the list of rounds."""

    q = forms.CharField(required=False, max_length=200)
    nam = forms.TypedChoiceField(label=gettext_lazy("Năm"), required=False, coerce=int, empty_value=None)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *((stage.value, STAGE_LABELS[stage]) for stage in RoundStage)],
    )
    bac = forms.ChoiceField(label=gettext_lazy("Bậc"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["bac"].choices = [("", _("tất cả")), *tier_names().items()]  # type: ignore[attr-defined]
        years = [(str(year), str(year)) for year in years_on_file()]
        self.fields["nam"].choices = [("", _("tất cả")), *years]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            words=given.get("q", ""),
            year=given.get("nam"),
            stage=given.get("buoc", ""),
            tier=given.get("bac", ""),
            sort=given.get("sap_xep") or "-nam",
        )


class UnitsFilter(forms.Form):
    """The bar above the units of a round."""

    q = forms.CharField(required=False, max_length=200)
    tinh_trang = forms.ChoiceField(
        label=gettext_lazy("Tình trạng"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *((state.value, state.label) for state in UnitState)],
    )
    cham = forms.BooleanField(label=gettext_lazy("Chỉ đơn vị chậm"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")


class AimForm(forms.Form):
    """Which tier and year, and where the days come from."""

    bac = forms.ChoiceField(label=gettext_lazy("Bậc và năm"), required=False)
    chep = forms.BooleanField(label=gettext_lazy("Chép ngày và hướng dẫn từ đợt trước"), required=False)

    def __init__(self, data: Any, aims: Sequence[Aim], first: Aim) -> None:
        super().__init__({"bac": str(first), **{name: data[name] for name in ("bac", "chep") if data.get(name)}})
        self.fields["bac"].choices = _grouped(aims)  # type: ignore[attr-defined]
        self.first = first

    @property
    def aim(self) -> Aim:
        """The one chosen; what is none of the choices is left out of the question."""
        chosen = self.cleaned_data.get("bac") if self.is_valid() else ""
        return Aim.read(chosen) if chosen else self.first


class RoundForm(forms.Form):
    """Name, guidance and days of a round."""

    name = forms.CharField(label=gettext_lazy("Tên đợt xét"), max_length=300)
    note = forms.CharField(
        label=gettext_lazy("Hướng dẫn các đơn vị"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)

    def __init__(self, known: RoundTerms, version: int = 1, data: Any = None) -> None:
        super().__init__(data, initial={"name": known.name, "note": known.note, "version": version, **known.days})
        for column in DAYS:
            self.fields[column] = forms.DateField(
                label=label_of(column), required=False, initial=known.days.get(column)
            )
        self.fields[DAYS[0]].help_text = _("Ví dụ 15/11/2026.")

    @property
    def day_fields(self) -> list[forms.BoundField]:
        return [self[column] for column in DAYS]

    def terms(self) -> RoundTerms:
        value = self.cleaned_data
        days: dict[str, date | None] = {column: value.get(column) for column in DAYS}
        return RoundTerms(tidy(value["name"]), value["note"].strip(), days)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, deed: str, data: Any = None) -> None:
        super().__init__(data, auto_id=f"{deed}-%s")


def known_terms(one: Round) -> RoundTerms:
    return RoundTerms(one.name, one.note, days_of(one))


def _grouped(aims: Sequence[Aim]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for aim in aims:
        groups.setdefault(str(plans.load(aim.edition).period).capitalize(), []).append((str(aim), in_words(aim)))
    return list(groups.items())
