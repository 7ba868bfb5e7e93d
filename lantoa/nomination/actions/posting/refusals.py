"""Why a posting or an objection is not written so: the situations, each with a sentence that says what to do."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.procedure import Procedure
from lantoa.nomination.models import Objection, Posting


class NobodyListed(ValueError):
    """A list without candidates tells nobody anything."""

    def __init__(self) -> None:
        super().__init__(
            _("Đợt xét chưa có hồ sơ nào thẩm định xong để công khai. Hãy kết thúc thẩm định ít nhất một hồ sơ trước.")
        )


class TooShort(ValueError):
    """The list would be up for fewer working days than the plan's settings ask for."""

    def __init__(self, procedure: Procedure, earliest: date) -> None:
        said = {
            "days": procedure.posting_days,
            "source": procedure.sources["posting"],
            "earliest": f"{earliest:%d/%m/%Y}",
        }
        super().__init__(
            _("Công khai ít nhất %(days)s ngày làm việc (%(source)s). Hãy để đến hết ngày %(earliest)s hoặc lâu hơn.")
            % said
        )


class NotYet(ValueError):
    """The first day has not come."""

    def __init__(self, starts: date) -> None:
        super().__init__(
            _("Danh sách ghi công khai từ ngày %(day)s. Đến ngày đó hãy bắt đầu, hoặc sửa lại ngày.")
            % {"day": f"{starts:%d/%m/%Y}"}
        )


class NotLonger(ValueError):
    """The new last day is not after the one that everybody has read."""

    def __init__(self, ends: date) -> None:
        super().__init__(
            _("Danh sách đã hẹn công khai đến hết ngày %(day)s. Hãy ghi một ngày sau đó, còn ở phía trước.")
            % {"day": f"{ends:%d/%m/%Y}"}
        )


class StillRunning(ValueError):
    """The last day has not passed."""

    def __init__(self, ends: date) -> None:
        super().__init__(
            _("Danh sách còn công khai đến hết ngày %(day)s; từ hôm sau mới kết thúc được.")
            % {"day": f"{ends:%d/%m/%Y}"}
        )


class CannotPost(ValueError):
    """Some candidates may not be posted now; `problems` says who and why."""

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            _("Chưa bắt đầu được. Hãy bỏ khỏi danh sách hoặc giải quyết xong trước: %(list)s")
            % {"list": " ".join(f"{name}: {why}" for name, why in problems)}
        )
        self.problems = problems


class PostingChanged(ValueError):
    """Somebody else wrote the posting after the page was opened; `posting` is what stands there now."""

    def __init__(self, posting: Posting) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.posting = posting


class NoLongerOpen(ValueError):
    """Objections are taken in as long as the candidate is posted."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Danh sách này không còn lấy ý kiến, nên ý kiến của bạn chưa được ghi. Nếu đã có quyết định, bạn có "
                "thể khiếu nại quyết định đó."
            )
        )


class AboutOneself(ValueError):
    """What is wrong in one's own dossier is corrected there."""

    def __init__(self) -> None:
        super().__init__(
            _("Đây là hồ sơ của chính bạn. Nếu có chỗ chưa đúng, hãy ghi ở mục góp ý trong hồ sơ đề cử của bạn.")
        )


class SentAlready(ValueError):
    """The same form once more; `objection` is the one on file."""

    def __init__(self, objection: Objection) -> None:
        super().__init__(_("Ý kiến này đã được ghi với mã %(code)s, không cần gửi lại.") % {"code": objection.code})
        self.objection = objection


class TooMany(ValueError):
    """The address has sent what it may send in this hour."""

    def __init__(self) -> None:
        super().__init__(
            _("Từ đường mạng này vừa có nhiều ý kiến được gửi. Hãy đợi một giờ rồi gửi lại. Lần này chưa ghi gì.")
        )


class InOtherHands(ValueError):
    """One officer looks into an objection: nobody else takes it, settles it or reads who sent it."""

    def __init__(self, officer: User | None) -> None:
        who = officer or _("một chuyên viên khác")
        super().__init__(
            _("Ý kiến này do %(officer)s xác minh. Nếu cần đổi người, %(officer)s chuyển cho bạn.") % {"officer": who}
        )


class OwnObjection(ValueError):
    """Nobody looks into what they have sent themselves."""

    def __init__(self) -> None:
        super().__init__(_("Người gửi ý kiến không tự xác minh ý kiến của mình. Hãy để chuyên viên khác xác minh."))


class CannotHandle(ValueError):
    """The objection is handed to somebody who may not look into it."""

    def __init__(self, to: User) -> None:
        super().__init__(
            _("%(name)s không xác minh được ý kiến này. Hãy chọn một người khác trong danh sách.") % {"name": to}
        )


class NotTakenUp(ValueError):
    """Who objected is read by the officer who has taken it up."""

    def __init__(self) -> None:
        super().__init__(_("Hãy nhận xác minh trước; người nhận xác minh mới đọc được tên người gửi."))


class NobodyKnown(ValueError):
    """The objector has not said who they are, or it has been forgotten since."""

    def __init__(self) -> None:
        super().__init__(_("Người gửi không cho biết tên, hoặc tên đã được xoá khi hết thời hạn lưu."))


class HeldByObjections(ValueError):
    """The case waits for its objections."""

    def __init__(self, count: int) -> None:
        super().__init__(
            _("Hồ sơ còn %(count)s ý kiến phản ánh chưa kết luận. Kết luận xong, hồ sơ mới ra Hội đồng được.")
            % {"count": count}
        )
