"""The form of the style guide: every kind of field that a page may use."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """Shown filled in and with errors; nothing is ever sent."""

    name = forms.CharField(label=_("Họ và tên"), help_text=_("Như trong hồ sơ gốc, có dấu."))
    born = forms.DateField(label=_("Ngày sinh"), required=False)
    unit = forms.ChoiceField(label=_("Đơn vị"), choices=[("a", "Khoa Luật hình sự"), ("b", "Phòng Đào tạo")])
    reason = forms.CharField(
        label=_("Lý do đề cử"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Nói việc đã làm và kết quả."),
    )
    kind = forms.ChoiceField(
        label=_("Loại"), choices=[("a", _("Cá nhân")), ("b", _("Tập thể"))], widget=forms.RadioSelect
    )
    offices = forms.MultipleChoiceField(
        label=_("Nơi thẩm định"),
        required=False,
        choices=[("a", "Phòng Tổ chức cán bộ"), ("b", "Phòng Khoa học")],
        widget=forms.CheckboxSelectMultiple,
    )
    paper = forms.FileField(label=_("Minh chứng"), required=False, help_text=_("PDF, ảnh hoặc Word, tối đa 20 MB."))
    agreed = forms.BooleanField(
        label=_("Tôi đã đọc và chịu trách nhiệm về lời khai"),
        help_text=_("Tên bạn và giờ ký được ghi vào hồ sơ."),
    )
