"""What is typed about the registers of papers: the bar above the list, a line, why a line is struck."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.vietnamese import tidy
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import FileRefused
from lantoa.papers.models import RegisterEntry
from lantoa.papers.queries.register import Asked

Direction = RegisterEntry.Direction
FIRST_YEAR, LAST_YEAR = 1945, 2100
DAYS = {"placeholder": "15/01/2026", "inputmode": "numeric"}


class RegisterFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    nam = forms.TypedChoiceField(label=gettext_lazy("Năm"), required=False, coerce=int, empty_value=None)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any, years: list[int]) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.years = years
        self.fields["nam"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]

    def asked(self, direction: str) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            direction=direction,
            year=given.get("nam") or self.years[0],
            words=given.get("q", ""),
            sort=given.get("sap_xep") or "-so",
        )


class CopyField(forms.FileField):
    """The paper as it went or came, scanned."""

    widget = forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.webp,.docx"})

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        given: File[bytes] | None = super().clean(data, initial)
        try:
            return check(given) if given else None
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


def _text(label: Any, longest: int, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, **options)


class EntryForm(forms.Form):
    """A line of a register."""

    number = _text(gettext_lazy("Số"), 11)
    notation = _text(gettext_lazy("Ký hiệu"), 40, help_text=gettext_lazy("Phần sau số, ví dụ QĐ-CĐL."))
    dated = forms.DateField(label=gettext_lazy("Ngày văn bản"), widget=forms.DateInput(DAYS, "%d/%m/%Y"))
    came_on = forms.DateField(label=gettext_lazy("Ngày đến"), widget=forms.DateInput(DAYS, "%d/%m/%Y"))
    issuer = _text(gettext_lazy("Cơ quan ban hành"), 200)
    subject = _text(gettext_lazy("Trích yếu"), 500, widget=forms.Textarea(attrs={"rows": 2}))
    signer = _text(gettext_lazy("Người ký"), 150, required=False)
    recipients = _text(
        gettext_lazy("Nơi nhận, người nhận"), 1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    copies = forms.IntegerField(label=gettext_lazy("Số bản"), min_value=1, max_value=9999, initial=1)
    note = _text(gettext_lazy("Ghi chú"), 500, required=False)
    file = CopyField(label=gettext_lazy("Bản lưu"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, direction: str, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.direction = direction
        if direction == Direction.OUT:
            del self.fields["came_on"]

    def clean_dated(self) -> date:
        day: date = self.cleaned_data["dated"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(_("Năm %(year)s có vẻ ghi nhầm. Hãy xem lại ngày.") % {"year": day.year})
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        came, dated = given.get("came_on"), given.get("dated")
        if came and dated and came < dated:
            self.add_error("came_on", _("Ngày đến không thể trước ngày văn bản."))
        return given

    def facts(self) -> dict[str, Any]:
        """The columns of the line, tidied; those the form does not ask are empty."""
        given = {name: tidy(value) if isinstance(value, str) else value for name, value in self.cleaned_data.items()}
        return {"came_on": None} | given | {"direction": self.direction}


class StrikeForm(forms.Form):
    """Why a line is struck."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do gạch"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Hãy ghi lý do: người sau cần hiểu vì sao.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
