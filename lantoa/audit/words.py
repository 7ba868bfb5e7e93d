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
    "tip_sent": gettext_lazy("Gửi phát hiện"),
    "tip_taken_up": gettext_lazy("Nhận xem xét phát hiện"),
    "tip_identified": gettext_lazy("Ghi rõ người được phát hiện"),
    "tip_handed_over": gettext_lazy("Chuyển người xem xét phát hiện"),
    "tip_accepted": gettext_lazy("Chọn phát hiện"),
    "tip_declined": gettext_lazy("Trả lời chưa chọn phát hiện"),
    "tip_merged": gettext_lazy("Gộp phát hiện"),
    "tip_fell_back": gettext_lazy("Đưa phát hiện về chuyên viên"),
    "movement_drafted": gettext_lazy("Soạn phong trào"),
    "movement_changed": gettext_lazy("Sửa phong trào"),
    "movement_papers_added": gettext_lazy("Thêm văn bản phong trào"),
    "movement_launched": gettext_lazy("Phát động phong trào"),
    "movement_summed_up": gettext_lazy("Tổng kết phong trào"),
    "movement_cancelled": gettext_lazy("Huỷ phong trào"),
    "pledge_sent": gettext_lazy("Gửi đăng ký thi đua"),
    "pledge_taken_back": gettext_lazy("Rút đăng ký thi đua về"),
    "pledge_returned": gettext_lazy("Trả lại đăng ký thi đua"),
    "pledge_accepted": gettext_lazy("Chấp nhận đăng ký thi đua"),
    "result_reported": gettext_lazy("Báo cáo kết quả phong trào"),
    "result_accepted": gettext_lazy("Chấp nhận kết quả phong trào"),
    "result_commended": gettext_lazy("Ghi khen thưởng từ kết quả phong trào"),
    "mail_chosen": gettext_lazy("Chọn nhận thư tóm tắt"),
    "calendar_opened": gettext_lazy("Mở lịch nhắc việc"),
    "calendar_closed": gettext_lazy("Đóng lịch nhắc việc"),
    "fill_demo": gettext_lazy("Nạp trường dùng thử"),
}
TARGET_WORDS = {
    "account": gettext_lazy("tài khoản"),
    "book": gettext_lazy("sổ"),
    "movement": gettext_lazy("phong trào"),
    "tip": gettext_lazy("phát hiện"),
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
