"""Why a tip is not taken or not handled so: the situations, each with a sentence that says what to do."""

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.models import Tip


class AboutOneself(ValueError):
    """Good things about oneself are told to one's head: a tip is what others saw."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Việc bạn làm rất đáng quý. Trang này dành để kể về người khác; hãy nói với trưởng đơn vị của bạn, "
                "hoặc nhờ một đồng nghiệp đã thấy việc ấy gửi giúp."
            )
        )


class AlreadyOnFile(ValueError):
    """The same words by the same person, or the same form sent twice; `tip` is the one on file."""

    def __init__(self, tip: Tip) -> None:
        super().__init__(
            _("Phát hiện này bạn đã gửi ngày %(day)s, mã %(code)s, không cần gửi lại.")
            % {"day": f"{tip.received_at:%d/%m/%Y}", "code": tip.code}
        )
        self.tip = tip


class TooMany(ValueError):
    """The address has sent its tips of this hour."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Từ đường mạng này vừa có nhiều phát hiện được gửi. Cảm ơn bạn; hãy đợi một giờ rồi gửi lại. "
                "Lần này chưa ghi gì."
            )
        )


class NotIdentified(ValueError):
    """Nobody knows yet who it is about."""

    def __init__(self) -> None:
        super().__init__(_("Hãy ghi rõ phát hiện này nói về cán bộ, đơn vị nào trong sổ trước khi chọn."))


class CannotHandle(ValueError):
    """The tip is handed to somebody who may not handle it."""

    def __init__(self, to: User) -> None:
        super().__init__(
            _("%(name)s không được xem xét phát hiện này. Hãy chọn chuyên viên hoặc trưởng đơn vị của người được nêu.")
            % {"name": to}
        )


class NotADuplicate(ValueError):
    """A tip is merged into another one that has not been merged itself."""

    def __init__(self) -> None:
        super().__init__(_("Hãy gộp vào một phát hiện khác, chưa bị gộp vào đâu."))
