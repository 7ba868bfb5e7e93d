"""What is sent about a credential: a file to be checked, the reason for taking one back."""

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.domain.credentials.token import MOST_BYTES


class CheckForm(forms.Form):
    """A file, read here and now and kept nowhere."""

    credential = forms.FileField(
        label=gettext_lazy("Tệp huy hiệu số (.jws hoặc .jwt)"),
        widget=forms.ClearableFileInput(attrs={"accept": ".jws,.jwt,text/plain"}),
    )

    def clean_credential(self) -> bytes:
        file: File[bytes] = self.cleaned_data["credential"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Tệp quá lớn, không phải huy hiệu số."))
        data: bytes = file.read(MOST_BYTES)
        return data


class WithdrawForm(forms.Form):
    """Why a credential is taken back."""

    reason = forms.CharField(label=gettext_lazy("Lý do thu lại"), max_length=500)
