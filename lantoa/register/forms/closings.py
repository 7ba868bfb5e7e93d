"""Which books of which years to close, for whom, on which day; and why a book is opened again."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from lantoa.domain.records import Ledger
from lantoa.register.books.layout import CLOSINGS
from lantoa.register.forms.fields import CellField, SubjectField


class ClosingForm(forms.Form):
    """A grid of ledgers and years; `book` values are `ratings:2024`."""

    def __init__(self, years: list[int], data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        choices = [(f"{ledger.value}:{year}", f"{ledger.value} {year}") for ledger in Ledger for year in years]
        self.fields["book"] = forms.MultipleChoiceField(
            label=_("Sổ"),
            choices=choices,
            error_messages={
                "required": _("Hãy chọn ít nhất một sổ của một năm."),
                "invalid_choice": _("Không có sổ «%(value)s»: hãy chọn trong bảng."),
            },
        )
        self.fields["unit"] = SubjectField(CLOSINGS.by_field["unit"])
        self.fields["unit"].help_text = _("Để trống: chốt cho toàn Trường. Ghi đơn vị: cho đơn vị đó và cấp dưới.")
        self.fields["closed"] = CellField(CLOSINGS.by_field["closed"])

    @property
    def books(self) -> list[tuple[Ledger, int]]:
        pairs = (value.split(":") for value in self.cleaned_data["book"])
        return [(Ledger(ledger), int(year)) for ledger, year in pairs]

    @property
    def ticked(self) -> list[str]:
        """Values of the boxes as they stand, whether typed just now or given by the address."""
        value = self["book"].value()
        return list(value) if isinstance(value, list | tuple) else []


class ReopeningForm(forms.Form):
    """Why a closed book is opened again."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["reason"] = forms.CharField(
            label=_("Lý do mở lại"),
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Ví dụ: bổ sung xếp loại của Phòng Đào tạo theo Biên bản số 12. Nhật ký giữ lý do này."),
        )
