"""What is typed about a nomination."""

from django import forms
from django.utils.translation import gettext_lazy


class ReportForm(forms.Form):
    """The achievement report."""

    text = forms.CharField(
        label=gettext_lazy("Báo cáo thành tích"), max_length=30_000, widget=forms.Textarea(attrs={"rows": 24})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
