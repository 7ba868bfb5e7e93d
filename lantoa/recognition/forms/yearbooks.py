"""What is typed into a yearbook."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from lantoa.recognition.models import YearbookText
from lantoa.recognition.queries.yearbooks import Part


class TextForm(forms.Form):
    """One part; an empty one is not printed."""

    text = forms.CharField(
        label=gettext_lazy("Nội dung"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Mỗi đoạn một dòng. Để trống thì kỷ yếu không có phần này."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=30_000)

    def __init__(self, part: YearbookText.Part, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial, auto_id=f"{part.value}-%s")


def form_for(part: Part) -> TextForm:
    """As it is now, to be written on."""
    return TextForm(part.part, initial={"text": part.text, "seen": part.number})
