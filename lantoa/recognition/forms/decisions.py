"""What is typed about decisions: the filter, words and reasons, number and day, rewards."""

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.procedure import Ground
from lantoa.domain.rewards import Form
from lantoa.domain.stages import STAGE_LABELS, DecisionStage
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import FileRefused
from lantoa.recognition.models import Decision
from lantoa.recognition.queries.decisions.lists import Asked

FIRST_YEAR, LAST_YEAR = 1990, 2100
ALL = ("", gettext_lazy("tất cả"))


class DecisionsFilter(forms.Form):
    """The bar above the register."""

    q = forms.CharField(required=False, max_length=200)
    nam = forms.IntegerField(label=gettext_lazy("Năm"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    loai = forms.ChoiceField(label=gettext_lazy("Loại"), required=False, choices=[ALL, *Decision.Kind.choices])
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[ALL, *((stage.value, STAGE_LABELS[stage]) for stage in DecisionStage)],
    )
    sap_xep = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            given.get("q", ""),
            given.get("nam"),
            given.get("loai", ""),
            given.get("buoc", ""),
            given.get("sap_xep") or "-ngay",
        )


class WordsForm(forms.Form):
    """Title and bases of a draft."""

    title = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=500)
    basis = forms.CharField(
        label=gettext_lazy("Căn cứ"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Hãy ghi lý do: người sau cần hiểu vì sao.")},
    )


class IssueForm(forms.Form):
    """What the clerk writes on the paper; the number is given by the series."""

    decided_on = forms.DateField(
        label=gettext_lazy("Ngày quyết định"), help_text=gettext_lazy("Như trên văn bản, ví dụ 15/1/2026.")
    )
    effective_on = forms.DateField(
        label=gettext_lazy("Có hiệu lực từ"),
        required=False,
        help_text=gettext_lazy("Để trống nếu có hiệu lực từ ngày ký."),
    )
    signer = forms.CharField(
        label=gettext_lazy("Người ký"), max_length=200, help_text=gettext_lazy("Chức vụ, họ tên như trên văn bản.")
    )


class ScanForm(forms.Form):
    """The signed paper."""

    scan = forms.FileField(label=gettext_lazy("Bản ký (PDF hoặc ảnh chụp)"))

    def clean_scan(self) -> Checked:
        file: File[bytes] = self.cleaned_data["scan"]
        try:
            return check(file)
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class RewardForm(forms.Form):
    """What goes with the lines that were ticked."""

    form = forms.ChoiceField(label=gettext_lazy("Hình thức"), required=False)
    amount = forms.IntegerField(
        label=gettext_lazy("Số tiền mỗi người, tập thể (đồng)"),
        required=False,
        min_value=0,
        max_value=10_000_000_000,
        help_text=gettext_lazy("Chỉ ghi khi Trường tự quy định mức; mức theo hệ số tự tính."),
    )
    basis = forms.CharField(label=gettext_lazy("Căn cứ chi"), required=False, max_length=500)

    def __init__(self, offered: list[Form], data: Any = None) -> None:
        super().__init__(data, auto_id="khen-%s")
        none = ("", _("không kèm khen thưởng"))
        self.fields["form"].choices = [none, *((one.code, one.name) for one in offered)]  # type: ignore[attr-defined]


class BudgetForm(forms.Form):
    """Money of a round."""

    amount = forms.IntegerField(label=gettext_lazy("Kinh phí của đợt (đồng)"), min_value=0, max_value=1_000_000_000_000)
    source = forms.CharField(label=gettext_lazy("Nguồn kinh phí"), max_length=500)


class RevokeForm(ReasonForm):
    """On which ground of the law, and what happened."""

    ground = forms.ChoiceField(label=gettext_lazy("Căn cứ pháp lý"), widget=forms.RadioSelect)
    field_order = ["ground", "reason"]

    def __init__(self, grounds: list[Ground], data: Any = None) -> None:
        super().__init__(data)
        choices = [(one.code, f"{one.text} ({one.source})") for one in grounds]
        self.fields["ground"].choices = choices  # type: ignore[attr-defined]


class EarlierForm(RevokeForm):
    """The same for decisions made elsewhere; without a ground it restores."""

    def __init__(self, grounds: list[Ground], data: Any = None) -> None:
        super().__init__(grounds, data)
        restore = ("", _("không thu hồi: khôi phục công nhận đã thu hồi"))
        self.fields["ground"].required = False
        self.fields["ground"].choices = [*self.fields["ground"].choices, restore]  # type: ignore[attr-defined]


class SeriesForm(forms.Form):
    """How the numbers of a year are written."""

    suffix = forms.CharField(
        label=gettext_lazy("Ký hiệu"), max_length=40, help_text=gettext_lazy("Phần sau số, ví dụ QĐ-ĐHTT.")
    )
    first = forms.IntegerField(label=gettext_lazy("Số đầu tiên"), min_value=1, max_value=100_000)
