"""What is typed about a tip: telling it, finding it again, handling it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.accounts.models import User
from lantoa.discovery.forms.once import OnceForm, Outside
from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips.names import subject_named
from lantoa.domain.calendar import PartialDate
from lantoa.domain.stages import STAGE_LABELS, TipStage
from lantoa.domain.vietnamese import tidy
from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import FileRefused
from lantoa.register.forms.lists import unit_field
from lantoa.register.models import Subject

MOST_FILES = 5
ACCEPTED = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files that may be stored, each checked by what it is; refused ones are named."""

    widget = FilesInput(attrs={"accept": ACCEPTED})

    def clean(self, data: Any, initial: Any = None) -> list[Checked]:  # noqa: ARG002  (Django's own interface)
        given: Sequence[File[bytes]] = [one for one in data or [] if one] if isinstance(data, list | tuple) else []
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Mỗi lần gửi nhiều nhất %(n)s tệp.") % {"n": MOST_FILES})
        checked, faults = [], []
        for file in given:
            try:
                checked.append(check(file))
            except FileRefused as refusal:
                faults.append(str(refusal))
        if faults:
            raise forms.ValidationError(faults)
        return checked


class WhenField(forms.CharField):
    """A day, a month or a year, as one remembers it; not in the future."""

    def clean(self, value: Any) -> PartialDate | None:
        text = tidy(super().clean(value))
        if not text:
            return None
        try:
            written = PartialDate.read(text)
        except ValueError:
            raise forms.ValidationError(
                _("«%s» chưa đọc được. Hãy ghi như 15/3/2026, 3/2026 hoặc 2026.") % text
            ) from None
        if written.first_day > timezone.localdate():
            raise forms.ValidationError(_("Việc đã làm thì không ở tương lai. Hãy xem lại ngày."))
        return written


class TipForm(OnceForm):
    """Who, what was done, what changed, how one can see it, when about: one screen of a phone."""

    PREFIX, SALT = "PH", "lantoa.tip"

    about = forms.CharField(
        label=gettext_lazy("Ai, tập thể nào"),
        max_length=200,
        help_text=gettext_lazy(
            "Gõ vài chữ rồi chọn, không dấu cũng được. Không có trong danh sách thì cứ ghi tên, nơi làm việc."
        ),
    )
    done = forms.CharField(label=gettext_lazy("Đã làm gì"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3}))
    changed = forms.CharField(
        label=gettext_lazy("Nhờ đó điều gì thay đổi"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )
    happened = WhenField(
        label=gettext_lazy("Khoảng khi nào"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("Ví dụ 3/2026, hoặc chỉ năm."),
    )
    evidence = forms.CharField(
        label=gettext_lazy("Xem ở đâu, hỏi ai"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    attached = FilesField(
        label=gettext_lazy("Ảnh, tệp minh chứng"),
        required=False,
        help_text=gettext_lazy("Nhiều nhất 5 tệp PDF, ảnh, Word, Excel; mỗi tệp đến 20 MB. Ảnh được bỏ vị trí chụp."),
    )

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.fields["about"].widget.attrs |= {"data-pick": "/phat-hien/goi-y/?loai=", "autocomplete": "off"}
        self.subject: Subject | None = None

    def clean_about(self) -> str:
        about = tidy(self.cleaned_data["about"])
        self.subject = subject_named(about)
        return self.subject.name if self.subject else about


class PublicTipForm(Outside, TipForm):
    """The same for those without an account: no names are offered, and what machines send is held off."""

    READ = ("about", "done", "changed", "evidence", "contact")

    contact = forms.CharField(
        label=gettext_lazy("Tên và cách liên hệ của bạn"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Chỉ người xem xét đọc được. Không ghi cũng gửi được."),
    )
    field_order = ["about", "done", "changed", "happened", "evidence", "attached", "contact"]

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.fields["about"].widget.attrs = {"autocomplete": "off", "maxlength": "200"}
        self.fields["about"].help_text = _("Tên và nơi làm việc, theo cách bạn biết.")

    def clean_about(self) -> str:
        return tidy(self.cleaned_data["about"])


class TipsFilter(forms.Form):
    """The bar above the list."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[
            ("", gettext_lazy("đang chờ trả lời")),
            ("tat-ca", gettext_lazy("tất cả")),
            *((stage.value, STAGE_LABELS[stage]) for stage in TipStage),
        ],
    )
    cua_toi = forms.BooleanField(label=gettext_lazy("Việc của tôi"), required=False)
    qua_han = forms.BooleanField(label=gettext_lazy("Quá hạn"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"] = unit_field()


class AnswerForm(forms.Form):
    """What the tipster will read."""

    answer = forms.CharField(
        label=gettext_lazy("Trả lời người gửi"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )


class HandOverForm(forms.Form):
    """Who takes it over."""

    to = forms.ModelChoiceField(
        label=gettext_lazy("Chuyển cho"),
        queryset=User.objects.none(),
        error_messages={"invalid_choice": gettext_lazy("Người này không xem xét được. Hãy chọn trong danh sách.")},
    )

    def __init__(self, handlers: Sequence[User], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["to"]
        field.queryset = User.objects.filter(pk__in=[user.pk for user in handlers])  # type: ignore[attr-defined]
        field.empty_label = _("chọn người")  # type: ignore[attr-defined]


class IdentifyForm(forms.Form):
    """Who the tip is about, by code or name."""

    subject = forms.CharField(
        label=gettext_lazy("Người, đơn vị trong sổ"),
        max_length=200,
        help_text=gettext_lazy("Gõ tên rồi chọn trong danh sách."),
        widget=forms.TextInput(attrs={"data-pick": "/phat-hien/goi-y/?loai=", "autocomplete": "off"}),
    )

    def clean_subject(self) -> Subject:
        subject = subject_named(tidy(self.cleaned_data["subject"]))
        if subject is None:
            raise forms.ValidationError(_("Chưa rõ là ai. Hãy chọn một tên trong danh sách hiện ra khi gõ."))
        return subject


class MergeForm(forms.Form):
    """The code of the tip that stays."""

    into = forms.CharField(label=gettext_lazy("Gộp vào phát hiện mã"), max_length=20)

    def clean_into(self) -> Tip:
        tip = Tip.objects.filter(code=str(self.cleaned_data["into"]).strip().upper()).first()
        if tip is None:
            raise forms.ValidationError(_("Không có phát hiện nào mang mã này."))
        return tip
