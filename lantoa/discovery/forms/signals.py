"""What is asked of the list of signals, and why one is kept or dismissed."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa import plans
from lantoa.discovery.queries.signals.listing import Asked, Order
from lantoa.domain.records import Kind
from lantoa.domain.stages import STAGE_LABELS, SignalStage
from lantoa.register.forms.lists import unit_field

OPEN, ALL = "", "tat-ca"


class SignalsFilter(forms.Form):
    """Every filter may be left out; one that cannot be read is left out of the question."""

    q = forms.CharField(label=gettext_lazy("Tên hoặc mã"), required=False, max_length=100)
    quy_tac = forms.ChoiceField(label=gettext_lazy("Quy tắc"), required=False)
    buoc = forms.ChoiceField(label=gettext_lazy("Bước"), required=False)
    nam = forms.TypedChoiceField(label=gettext_lazy("Năm"), required=False, coerce=int, empty_value=None)
    loai = forms.ChoiceField(
        label=gettext_lazy("Đối tượng"),
        required=False,
        choices=[
            ("", gettext_lazy("Cá nhân và tập thể")),
            (Kind.INDIVIDUAL.value, gettext_lazy("Cá nhân")),
            (Kind.COLLECTIVE.value, gettext_lazy("Tập thể")),
        ],
    )
    sap_xep = forms.ChoiceField(
        label=gettext_lazy("Xếp theo"),
        required=False,
        choices=[
            ("", gettext_lazy("Tên")),
            (Order.MANY.value, gettext_lazy("Nhiều tín hiệu trước")),
            (Order.LATEST.value, gettext_lazy("Thành tích mới trước")),
        ],
    )

    def __init__(self, data: Any, years: Collection[int]) -> None:
        super().__init__(data)
        self.fields["don_vi"] = unit_field()
        rules = [(code, rule.title) for code, rule in plans.signal_rules().items()]
        stages = [(stage.value, STAGE_LABELS[stage].capitalize()) for stage in SignalStage]
        self.fields["quy_tac"].choices = [("", _("Mọi quy tắc")), *rules]  # type: ignore[attr-defined]
        self.fields["buoc"].choices = [(OPEN, _("Chưa xem và giữ lại")), *stages, (ALL, _("Tất cả"))]  # type: ignore[attr-defined]
        self.fields["nam"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]

    def asked(self, year: int) -> Asked:
        """What was asked; `year` where none was."""
        self.is_valid()
        given = self.cleaned_data
        stage = given.get("buoc", OPEN)
        return Asked(
            year=given.get("nam") or year,
            words=given.get("q", ""),
            rule=given.get("quy_tac", ""),
            stages=_stages(stage),
            unit=given.get("don_vi"),
            kind=given.get("loai", ""),
            order=Order(given.get("sap_xep") or Order.NAME.value),
        )


def _stages(stage: str) -> tuple[str, ...]:
    if stage == ALL:
        return tuple(one.value for one in SignalStage)
    return (stage,) if stage else (SignalStage.NEW.value, SignalStage.KEPT.value)


class JudgeForm(forms.Form):
    """Why; needed when a signal is dismissed."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), required=False, max_length=500)
