"""Why something about a complaint is not done: the situations, each with a sentence that says what to do."""

from datetime import date

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.recognition.models import Complaint, Decision


class NotIssuedYet(ValueError):
    """One complains about a decision that is in the world."""

    def __init__(self) -> None:
        super().__init__(
            _("Chỉ khiếu nại quyết định đã ban hành. Với danh sách đang công khai, hãy gửi ý kiến phản ánh.")
        )


class FiledTooLate(ValueError):
    """After the last day, without an obstacle that the law counts."""

    def __init__(self, last_day: date) -> None:
        words = _(
            "Hạn khiếu nại quyết định này là %(day)s. Nếu chậm vì trở ngại khách quan (ốm đau, thiên tai, đi công tác, "
            "học tập ở nơi xa), hãy ghi rõ trở ngại đó."
        )
        super().__init__(words % {"day": f"{last_day:%d/%m/%Y}"})


class FiledBeforeTheDecision(ValueError):
    """The day of filing lies before the decision, or ahead."""

    def __init__(self) -> None:
        super().__init__(_("Ngày nộp đơn không trước ngày quyết định và không sau hôm nay. Hãy xem lại ngày."))


class NotOfTheDecision(ValueError):
    """It is about nobody on the list, nor about the complainant."""

    def __init__(self, decision: Decision) -> None:
        words = _("Người, tập thể này không có trong %(decision)s. Hãy chọn lại trong danh sách.")
        super().__init__(words % {"decision": decision})


class FiledAlready(ValueError):
    """The same person has an open complaint about the same; `complaint` is it."""

    def __init__(self, complaint: Complaint) -> None:
        words = _("Bạn đã khiếu nại việc này, mã %(code)s, đang ở bước «%(stage)s». Hãy theo dõi đơn đó.")
        super().__init__(words % {"code": complaint.code, "stage": complaint.get_stage_display()})
        self.complaint = complaint


class NameMissing(ValueError):
    """A complaint on paper names who complains."""

    def __init__(self) -> None:
        super().__init__(_("Hãy ghi họ tên người khiếu nại: đơn nặc danh không được thụ lý."))


class ComplainsOneself(PermissionError):
    """Nobody settles the own complaint."""

    def __init__(self) -> None:
        super().__init__(_("Khiếu nại do chính bạn gửi phải do người khác giải quyết."))


class CannotSettle(ValueError):
    """The other may not handle it either."""

    def __init__(self, user: User) -> None:
        words = _("%(name)s không giải quyết được khiếu nại này. Hãy chọn chuyên viên khác.")
        super().__init__(words % {"name": user})


class ExtendedAlready(ValueError):
    """The longer clock runs already."""

    def __init__(self, settle_by: date) -> None:
        words = _("Hạn đã kéo dài một lần, đến %(day)s; luật không cho kéo dài thêm.")
        super().__init__(words % {"day": f"{settle_by:%d/%m/%Y}"})


class NothingToChange(ValueError):
    """The decision about that subject has no recognition to revoke or to restore."""

    def __init__(self, words: str) -> None:
        super().__init__(
            _("Không có công nhận nào để %(what)s theo khiếu nại này. Hãy chọn kết quả khác.") % {"what": words}
        )
