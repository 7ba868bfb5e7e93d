"""What is typed about templates and the letterhead of the office."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import FileRefused
from lantoa.papers.models import Letterhead
from lantoa.register.forms.lists import unit_field
from lantoa.register.models import Unit

DAYS = {"placeholder": "15/01/2026", "inputmode": "numeric"}
FIRST_DAY, LAST_DAY = date(1945, 9, 2), date(2100, 12, 31)


class WordField(forms.FileField):
    """A Word file; what is in it is looked through afterwards."""

    widget = forms.FileInput(attrs={"accept": ".docx"})

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        given: File[bytes] | None = super().clean(data, initial)
        try:
            return check(given) if given else None
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None


class TemplateForm(forms.Form):
    """A new version of a template."""

    file = WordField(label=gettext_lazy("Tệp mẫu (.docx)"))
    since = forms.DateField(
        label=gettext_lazy("Dùng từ ngày"),
        widget=forms.DateInput(attrs=DAYS),
        help_text=gettext_lazy("Giấy tờ có ngày trước đó vẫn dùng mẫu cũ."),
    )
    note = forms.CharField(label=gettext_lazy("Sửa gì so với bản trước"), max_length=300, required=False)

    def __init__(self, data: Any = None, files: Any = None, *, today: date) -> None:
        super().__init__(data, files, initial={"since": today})
        self.fields["unit"] = unit_field(_("toàn trường"))
        self.fields["unit"].label = _("Riêng cho đơn vị, kể cả cấp dưới")
        self.fields["unit"].help_text = _("Mẫu riêng được dùng trước mẫu chung của toàn trường.")

    def clean_since(self) -> date:
        return _within_reason(self.cleaned_data["since"])

    def unit(self) -> Unit | None:
        key = self.cleaned_data.get("unit")
        return Unit.objects.get(pk=key) if key else None


class LetterheadForm(forms.ModelForm[Letterhead]):
    """How the office names itself from a day on."""

    version = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    class Meta:
        model = Letterhead
        fields = (
            "since",
            "parent",
            "issuer",
            "abbreviation",
            "council",
            "council_abbreviation",
            "place",
            "office",
            "position",
            "signer",
            "keeps_degrees",
        )
        widgets = {"since": forms.DateInput(attrs=DAYS)}
        help_texts = {
            "since": gettext_lazy("Giấy tờ có ngày trước đó giữ thể thức cũ."),
            "issuer": gettext_lazy("Viết thường như trong quyết định thành lập; trên giấy tờ tự in hoa."),
            "abbreviation": gettext_lazy("Dùng trong ký hiệu, ví dụ CĐL trong 05/QĐ-CĐL."),
            "place": gettext_lazy("Ví dụ Bình An; đứng trước ngày tháng."),
            "office": gettext_lazy("Ví dụ TCHC; đứng sau VT ở dòng Lưu."),
        }

    def clean_since(self) -> date:
        return _within_reason(self.cleaned_data["since"])


def _within_reason(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise forms.ValidationError(_("Kiểm tra lại năm."))
    return day
