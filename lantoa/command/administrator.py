"""The commands of whoever runs the installation: the first administrator, and the check of the log."""

from collections.abc import Sequence

from lantoa.command.line import Parser, Refused

ADDRESS = "http://127.0.0.1:8000"


def administrator(arguments: Sequence[str]) -> int:
    """Open an administrator's account, or help one who is locked out; print where to set a password."""
    parser = Parser("administrator", "Mở tài khoản quản trị, hoặc cấp lại mật khẩu cho tài khoản ấy.")
    parser.add_argument("username", metavar="TÊN_ĐĂNG_NHẬP")
    parser.add_argument("--name", metavar="HỌ_TÊN", default="", help="họ và tên, khi mở tài khoản mới")
    parser.add_argument("--address", default=ADDRESS, help=f"địa chỉ của hệ thống ({ADDRESS})")
    chosen = parser.parse_args(arguments)
    print(chosen.address.rstrip("/") + _password_page(chosen.username, chosen.name))
    return 0


def _password_page(username: str, name: str) -> str:
    from django.contrib.auth.validators import UnicodeUsernameValidator
    from django.core.exceptions import ValidationError
    from django.urls import reverse
    from django.utils import timezone

    from lantoa.accounts.actions import appoint_administrator, make_password_link

    try:
        UnicodeUsernameValidator()(username)
    except ValidationError as error:
        raise Refused(str(error.messages[0])) from error
    user = appoint_administrator(username=username, full_name=name or username, at=timezone.now())
    parts = make_password_link(user=user, by=None, at=timezone.now())
    return reverse("account_reset_password_from_key", args=parts)


def verify_audit(arguments: Sequence[str]) -> int:
    """Check that no event of the log was changed, removed or slipped in."""
    Parser("verify-audit", "Kiểm tra nhật ký; hãy ghi lại mã băm cuối để đối chiếu lần sau.").parse_args(arguments)

    from lantoa.audit.queries import verify_chain

    chain = verify_chain()
    if chain.broken:
        raise Refused(
            f"Sự kiện số {chain.broken.pk} không còn như khi được ghi; {chain.length} sự kiện trước đó nguyên vẹn. "
            "Hãy giữ nguyên dữ liệu, đối chiếu với bản sao lưu và báo quản trị hệ thống."
        )
    print(f"Nhật ký nguyên vẹn: {chain.length} sự kiện, mã băm cuối {chain.last_hash}.")
    return 0
