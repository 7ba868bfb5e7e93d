"""What is typed at the door, and what the administrator types about an account, turned into values."""

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from lantoa.accounts import queries
from lantoa.accounts.models import User
from lantoa.accounts.offices import offices
from lantoa.audit.queries import deeds_done, doers
from lantoa.audit.words import deed_in_words
from lantoa.domain.authority import Role
from lantoa.domain.vietnamese import tidy

LONGEST_LOGIN = 254  # an e-mail address; no name is longer, and the database balks at comparing with a book


class SignInForm(LoginForm):  # type: ignore[misc]
    """allauth's form; of an endless name only the beginning is looked up."""

    def clean_login(self) -> str:
        return str(super().clean_login())[:LONGEST_LOGIN]


class DayInput(forms.DateInput):
    """A day typed as offices write it: the browser's own calendar would follow the language of the browser."""

    def __init__(self) -> None:
        super().__init__({"size": 11, "placeholder": "31/12/2024", "autocomplete": "off", "inputmode": "numeric"})


class NameForm(forms.Form):
    """The name shown beside what one did."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=150)


class AccountForm(NameForm):
    """An account that exists; `user` is whose."""

    email = forms.EmailField(label=_("Thư điện tử"), required=False, help_text=_("Dùng để đăng nhập thay tên."))
    person = forms.CharField(
        label=_("Mã cán bộ"),
        required=False,
        max_length=40,
        help_text=_("Mã trong sổ thi đua: nhờ đó người này xem được hồ sơ của chính mình."),
    )

    def __init__(self, *args: Any, user: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = User.objects.exclude(pk=user.pk) if user else User.objects.all()

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if email and self.others.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("Đã có tài khoản khác dùng thư điện tử này."))
        return email

    def clean_person(self) -> Model | None:
        code = str(self.cleaned_data["person"])
        if not code:
            return None
        person = queries.person_by_code(code)
        if person is None:
            raise forms.ValidationError(_("Không có cán bộ nào mang mã «%(code)s» trong sổ."), params={"code": code})
        if holder := self.others.filter(person=person.pk).first():
            raise forms.ValidationError(_("Cán bộ này đã có tài khoản «%(name)s»."), params={"name": holder.username})
        return person


class NewAccountForm(AccountForm):
    """An account to be opened, with its first role."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text=_("Chữ thường không dấu, số và . - _ là dễ gõ nhất; không đổi được về sau."),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"), choices=[(role.value, role.label) for role in Role], initial=Role.STAFF
    )
    unit = forms.CharField(
        label=_("Mã đơn vị phụ trách"),
        required=False,
        max_length=40,
        help_text=_("Chỉ điền khi vai trò là Trưởng đơn vị."),
        widget=forms.TextInput({"list": "units", "autocomplete": "off"}),
    )
    office = forms.ChoiceField(
        label=_("Lĩnh vực thẩm định"),
        required=False,
        choices=lambda: [("", _("không")), *offices()],
        help_text=_("Chỉ chọn khi vai trò là Cán bộ thẩm định."),
    )
    field_order = ["username", "full_name", "email", "person", "role", "unit", "office"]

    def clean_username(self) -> str:
        username = tidy(str(self.cleaned_data["username"])).casefold()
        if "@" in username:
            raise forms.ValidationError(_("Tên đăng nhập không chứa @; hãy ghi thư điện tử ở ô bên dưới."))
        if self.others.filter(username__iexact=username).exists():
            raise forms.ValidationError(_("Đã có tài khoản mang tên này. Hãy chọn tên khác."))
        return username

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        _check_office(self, values)
        return values | _unit_for_head(self, values)


class GrantForm(forms.Form):
    """A role to be given; a head's names the unit, a specialist's the office."""

    role = NewAccountForm.base_fields["role"]
    unit = NewAccountForm.base_fields["unit"]
    office = NewAccountForm.base_fields["office"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        _check_office(self, values)
        return values | _unit_for_head(self, values)


class AccountsFilter(forms.Form):
    """What the list of accounts shows; anything unknown is as if it was not asked."""

    q = forms.CharField(label=_("Tìm tài khoản"), required=False, max_length=200)
    vai = forms.ChoiceField(
        label=_("Vai trò"),
        required=False,
        choices=[("", _("mọi vai trò")), *((role.value, role.label) for role in Role)],
    )
    trang_thai = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[("", _("mọi trạng thái")), ("mo", _("đang dùng")), ("khoa", _("đã khoá"))],
    )


class LogFilter(forms.Form):
    """What the log shows."""

    viec = forms.ChoiceField(label=_("Việc"), required=False)
    nguoi = forms.TypedChoiceField(label=_("Người làm"), required=False, coerce=int, empty_value=None)
    tu_ngay = forms.DateField(label=_("Từ ngày"), required=False, widget=DayInput())
    den_ngay = forms.DateField(label=_("Đến ngày"), required=False, widget=DayInput())
    doi_tuong = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deeds = sorted((deed_in_words(deed), deed) for deed in deeds_done())
        self.fields["viec"].choices = [("", _("mọi việc")), *((deed, words) for words, deed in deeds)]  # type: ignore[attr-defined]
        self.fields["nguoi"].choices = [("", _("mọi người")), *doers()]  # type: ignore[attr-defined]


def _unit_for_head(form: forms.Form, values: dict[str, Any]) -> dict[str, Model | None]:
    """The unit that a head's role names, found by its code; errors stand beside the field."""
    is_head, code = values.get("role") == Role.HEAD.value, values.get("unit", "")
    unit = queries.unit_by_code(code) if code else None
    if is_head and not code:
        form.add_error("unit", _("Hãy ghi mã đơn vị mà người này phụ trách."))
    elif is_head and unit is None:
        form.add_error(
            "unit", forms.ValidationError(_("Không có đơn vị nào mang mã «%(code)s»."), params={"code": code})
        )
    elif code and not is_head:
        form.add_error("unit", _("Chỉ vai trò Trưởng đơn vị mới gắn với một đơn vị; hãy để trống ô này."))
    return {"unit": unit}


def _check_office(form: forms.Form, values: dict[str, Any]) -> None:
    """A specialist verifies for one office, and nobody else for any; the error stands beside the field."""
    is_specialist, office = values.get("role") == Role.SPECIALIST.value, values.get("office", "")
    if is_specialist and not office:
        form.add_error("office", _("Hãy chọn lĩnh vực mà người này thẩm định."))
    elif office and not is_specialist:
        form.add_error("office", _("Chỉ vai trò Cán bộ thẩm định mới gắn với một lĩnh vực; hãy để trống ô này."))
