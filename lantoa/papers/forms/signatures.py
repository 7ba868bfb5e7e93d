"""What is sent with a signed paper: the copy, or the key that signs it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.papers.attachments import Checked, check
from lantoa.papers.contents import JPEG, PDF, PNG, WEBP, FileRefused
from lantoa.papers.signatures.at_need import held_in_file
from lantoa.papers.signatures.verdicts import KeyRefused

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer

COPIES = {PDF, JPEG, PNG, WEBP}
MOST_KEY_BYTES = 64 * 1024


class CopyForm(forms.Form):
    """A scan, or a PDF signed elsewhere."""

    copy = forms.FileField(label=gettext_lazy("Bản đã ký (PDF ký số, PDF quét hoặc ảnh chụp)"))

    def clean_copy(self) -> Checked:
        file: File[bytes] = self.cleaned_data["copy"]
        try:
            checked = check(file)
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from None
        if checked.content not in COPIES:
            raise forms.ValidationError(_("Bản đã ký phải là PDF hoặc ảnh; tệp Word, Excel còn sửa được."))
        return checked


def goes_with() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Tệp kèm theo văn bản số, ký hiệu"),
        help_text=gettext_lazy(
            "Chỉ ghi khi ký tệp kèm theo: hiện ở góc trên phải trang đầu cùng giờ ký, như 12/TTr-ĐHTT."
        ),
        required=False,
        max_length=40,
    )


class KeyForm(forms.Form):
    """A key in a file, opened here and now; neither it nor the password is kept anywhere."""

    key = forms.FileField(label=gettext_lazy("Tệp khóa (.p12, .pfx)"))
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu của khóa"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    goes_with = goes_with()
    signer: Signer

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "key" in given and "password" in given:
            try:
                self.signer = held_in_file(given["key"].read(MOST_KEY_BYTES), given["password"])
            except KeyRefused as refusal:
                raise forms.ValidationError(str(refusal)) from None
        return given


class PinForm(forms.Form):
    """The PIN of the office's token, used here and now."""

    pin = forms.CharField(
        label=gettext_lazy("Mã PIN của thẻ"),
        strip=False,
        max_length=100,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Tên người ký trên chứng thư"),
        help_text=gettext_lazy("Chỉ cần khi thẻ có chứng thư của nhiều người."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    goes_with = goes_with()
