"""What each deed and each kind of target is called in the log, in the office's own words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

DEED_WORDS = {
    "open_account": gettext_lazy("Mở tài khoản"),
    "edit_account": gettext_lazy("Sửa tài khoản"),
    "rename_account": gettext_lazy("Đổi tên hiển thị"),
    "close_account": gettext_lazy("Khoá tài khoản"),
    "reopen_account": gettext_lazy("Mở lại tài khoản"),
    "unlock_account": gettext_lazy("Bỏ chặn đăng nhập"),
    "grant_role": gettext_lazy("Giao vai"),
    "withdraw_role": gettext_lazy("Thu hồi vai"),
    "make_password_link": gettext_lazy("Tạo đường dẫn đặt mật khẩu"),
    "change_password": gettext_lazy("Đổi mật khẩu"),
    "fill_demo": gettext_lazy("Nạp trường dùng thử"),
}
TARGET_WORDS = {
    "account": gettext_lazy("tài khoản"),
    "book": gettext_lazy("sổ"),
}


def deed_in_words(deed: str) -> str:
    """What the deed is called; a deed without words shows itself."""
    return str(DEED_WORDS.get(deed, deed))


def target_in_words(target: str) -> str:
    """`kind:name` with the kind in words."""
    kind, colon, name = target.partition(":")
    return f"{TARGET_WORDS[kind]} {name}" if colon and kind in TARGET_WORDS else target


def detail_in_words(value: object) -> str:
    """A value of an event's details, short enough for a cell of the list."""
    if value is None or value == "":
        return _("(trống)")
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, list):
        return ", ".join(map(detail_in_words, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {detail_in_words(inner)}" for key, inner in value.items())
    return str(value)
