"""A form that is sent once: it brings the code of what it will make; and what holds machines off outside."""

import re
from datetime import timedelta
from secrets import choice
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is taken for another
CODE_LENGTH = 8
KEPT_OPEN_FOR = timedelta(days=2)
TOO_QUICK = timedelta(seconds=4)
MOST_LINKS = 2
LINK = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)


def new_code(prefix: str) -> str:
    return prefix + "".join(choice(LETTERS) for _place in range(CODE_LENGTH))


def new_token(prefix: str, salt: str) -> str:
    """A form of its own: the code of what it will make, and when it was opened; it is sent once, and not at once."""
    return signing.dumps([new_code(prefix), int(timezone.now().timestamp())], salt=salt)


class OnceForm(forms.Form):
    """`code` is what the valid form will make; two presses make one."""

    PREFIX: ClassVar[str]
    SALT: ClassVar[str]

    token = forms.CharField(widget=forms.HiddenInput, max_length=200)

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial={"token": new_token(self.PREFIX, self.SALT)})
        self.code = ""
        self.opened_at = 0

    def clean_token(self) -> str:
        """The form's own code; a form left open for days is given a new one and sent again by a press."""
        token = str(self.cleaned_data["token"])
        try:
            self.code, self.opened_at = signing.loads(token, salt=self.SALT, max_age=KEPT_OPEN_FOR)
        except (signing.BadSignature, ValueError):
            fresh = new_token(self.PREFIX, self.SALT)
            self.data = {**self.data.dict(), "token": fresh}  # type: ignore[attr-defined]
            raise forms.ValidationError(_("Trang đã mở quá lâu. Nội dung vẫn còn, hãy bấm Gửi lần nữa.")) from None
        return token


class Outside(forms.Form):
    """For those without an account, beside `OnceForm`: what machines send is held off."""

    READ: ClassVar[tuple[str, ...]]  # fields in which links are counted
    opened_at: int

    website = forms.CharField(
        label=gettext_lazy("Để trống ô này"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        texts = " ".join(str(values.get(name, "")) for name in self.READ)
        if values.get("website"):
            raise forms.ValidationError(_("Có ô cần để trống mà đã được điền. Hãy xoá rồi gửi lại."))
        if len(LINK.findall(texts)) > MOST_LINKS:
            raise forms.ValidationError(_("Có nhiều đường dẫn quá. Hãy giữ lại nhiều nhất 2 đường dẫn."))
        if self.opened_at and timezone.now().timestamp() - self.opened_at < TOO_QUICK.total_seconds():
            raise forms.ValidationError(_("Bạn gửi nhanh quá. Hãy đọc lại nội dung rồi bấm Gửi lần nữa."))
        return values


class LookUpForm(forms.Form):
    """The code somebody was given."""

    code = forms.CharField(label=gettext_lazy("Mã theo dõi"), max_length=20)

    def clean_code(self) -> str:
        return re.sub(r"[\s-]", "", str(self.cleaned_data["code"])).upper()
