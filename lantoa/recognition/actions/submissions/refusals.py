"""Why something about a submission is not done: the situations, each with a sentence that says what to do."""

from django.utils.translation import gettext as _

from lantoa.nomination.models import Round
from lantoa.recognition.models import Submission


class NotForTheMinistry(ValueError):
    """The tier of the round is decided by the school."""

    def __init__(self, round_: Round) -> None:
        words = _("«%(name)s» do Hiệu trưởng quyết định, không trình Bộ. Hãy chọn đợt xét cấp ngành.")
        super().__init__(words % {"name": round_.name})


class RoundIsNotOpen(ValueError):
    """Proposals are made while the round is open."""

    def __init__(self, round_: Round) -> None:
        words = _("«%(name)s» hiện «%(stage)s». Hãy mở đợt xét rồi đề nghị.")
        super().__init__(words % {"name": round_.name, "stage": round_.get_stage_display()})


class NotRecognisedBelow(ValueError):
    """Only who was recognised at the tier below is proposed for the higher one (clauses MA-1, MP-1)."""

    def __init__(self) -> None:
        super().__init__(_("Chỉ đề nghị người, tập thể đã được công nhận ở bậc dưới cùng năm, còn hiệu lực."))


class NobodyChosen(ValueError):
    """Nothing was ticked."""

    def __init__(self) -> None:
        super().__init__(_("Hãy đánh dấu ít nhất một người hoặc một tập thể."))


class CannotBeProposed(ValueError):
    """The records say no, or the subject is on hold; named, so that the others can go on without it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(_("%(name)s: %(reason)s") % {"name": name, "reason": reason})


class ProposedAlready(ValueError):
    """One nomination a subject, tier and year."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s đã được đề nghị trong đợt này. Hãy bỏ đánh dấu rồi gửi lại.") % {"name": name})


class NothingToSubmit(ValueError):
    """No nomination of the round waits for a submission."""

    def __init__(self) -> None:
        words = _(
            "Đợt này chưa có hồ sơ nào Hội đồng đề nghị mà chưa nằm trong tờ trình. Hãy chờ kết luận của Hội đồng."
        )
        super().__init__(words)


class NotInTheSubmission(ValueError):
    """The item belongs to another submission, or can no longer be put in or taken out."""

    def __init__(self) -> None:
        super().__init__(_("Hồ sơ này không còn ở đó. Hãy mở lại tờ trình để xem danh sách hiện nay."))


class NotReady(ValueError):
    """The submission lacks something; `lacks` lists it in words."""

    def __init__(self, lacks: list[str]) -> None:
        super().__init__(_("Chưa gửi được: %(lacks)s.") % {"lacks": "; ".join(lacks)})
        self.lacks = lacks


class ChangedMeanwhile(ValueError):
    """Somebody else wrote it after the page was opened; `submission` is what stands there now."""

    def __init__(self, submission: Submission) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.submission = submission


class AnswerIncomplete(ValueError):
    """The Ministry's answer says something of every item, and why not of those not recognised."""

    def __init__(self, names: list[str]) -> None:
        words = _("Hãy ghi kết quả (và lý do nếu chưa được công nhận) của: %(names)s.")
        super().__init__(words % {"names": ", ".join(names)})


class DecidedBeforeSent(ValueError):
    """A decision is not older than the paper it answers, nor of a day to come."""

    def __init__(self) -> None:
        super().__init__(_("Ngày quyết định không trước ngày tờ trình và không sau hôm nay. Hãy xem lại ngày."))


class ReceivedAlready(ValueError):
    """The same package was taken in before; `submission` is where it is."""

    def __init__(self, submission: Submission) -> None:
        words = _("Hồ sơ «%(name)s» đã nhận và đang ở bước «%(stage)s». Chỉ nhận lại khi đã trả lại đơn vị trình.")
        super().__init__(words % {"name": submission, "stage": submission.get_stage_display()})
        self.submission = submission


class PaperMissing(ValueError):
    """A paper of the package cannot be made; its own reason is said."""

    def __init__(self, paper: str, reason: str) -> None:
        super().__init__(_("Chưa lập được %(paper)s. %(reason)s") % {"paper": paper, "reason": reason})


class CountsDiffer(ValueError):
    """The letter, the list and the reports do not say the same number."""

    def __init__(self, written: int, listed: int, bare: list[str]) -> None:
        words = _(
            "Số lượng không khớp: tờ trình ghi %(written)s, danh sách có %(listed)s dòng, "
            "báo cáo thành tích có %(reports)s."
        )
        said = words % {"written": written, "listed": listed, "reports": listed - len(bare)}
        names = _(" Hãy bổ sung báo cáo của: %s.") % ", ".join(bare) if bare else ""
        super().__init__(said + names)


class PackageRefused(ValueError):
    """The installation above would not take it; its own sentence says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(_("Gói vừa đóng sẽ bị nơi nhận từ chối nên không lưu. Nơi nhận sẽ nói: «%s»") % reason)
