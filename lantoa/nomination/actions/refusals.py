"""Why something about a nomination is not done: the situations, each with a sentence that says what to do."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from lantoa.nomination.models import Nomination, Round
from lantoa.register.models import Hold, Subject


class OnHold(ValueError):
    """Discipline, inspection or a complaint is being looked into: the dossier waits, it is not refused."""

    def __init__(self, hold: Hold) -> None:
        words = _("Hồ sơ đang tạm dừng: %(reason)s (từ %(since)s). Khi việc này kết thúc trong sổ, hồ sơ tự đi tiếp.")
        super().__init__(words % {"reason": hold.reason, "since": f"{hold.since:%d/%m/%Y}"})
        self.hold = hold


class ChangedMeanwhile(ValueError):
    """Somebody else wrote it after the page was opened; `nomination` is what stands there now."""

    def __init__(self, nomination: Nomination) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.nomination = nomination


class NotOpen(ValueError):
    """The part of the dossier is not for writing at this stage."""

    def __init__(self, nomination: Nomination) -> None:
        words = _(
            "Hồ sơ ở bước «%(stage)s» nên phần này không sửa được. Cần sửa thì đề nghị bộ phận thẩm định trả lại."
        )
        super().__init__(words % {"stage": nomination.get_stage_display()})


class NotMet(ValueError):
    """The records say no, or the subject is on hold; the message says which criteria."""


class NominatedAlready(ValueError):
    """One nomination a subject, tier and year."""

    def __init__(self) -> None:
        super().__init__(_("Đã có đề cử của người, tập thể này cho bậc và năm đó. Hãy mở đề cử đang có."))


class NoRound(ValueError):
    """Nothing takes the dossier: there is no round, or it is not open."""

    def __init__(self, aim: str) -> None:
        words = _("Chưa có đợt xét nào đang mở cho %(aim)s. Hồ sơ vẫn là bản nháp; hãy gửi khi đợt xét được mở.")
        super().__init__(words % {"aim": aim})


class NotYetOpen(ValueError):
    """The round is open for sending from a later day on."""

    def __init__(self, since: date) -> None:
        words = _("Đợt xét nhận hồ sơ từ %(day)s. Hồ sơ vẫn là bản nháp, mọi nội dung đã lưu.")
        super().__init__(words % {"day": f"{since:%d/%m/%Y}"})


class AfterTheDeadline(ValueError):
    """The last day of sending has gone by: the dossier stays a draft, and that is said."""

    def __init__(self, found: Round) -> None:
        day = f"{found.send_by:%d/%m/%Y}" if found.send_by else ""
        words = _(
            "Đã hết hạn gửi hồ sơ của đợt xét (%(day)s). Hồ sơ được giữ nguyên là bản nháp; "
            "muốn gửi, hãy đề nghị chuyên viên thi đua - khen thưởng lùi hạn của đợt."
        )
        super().__init__(words % {"day": day})


class NotMetAtMeeting(ValueError):
    """The unit has not met about the nominee, or not said yes."""


class NoReport(ValueError):
    """A dossier without an achievement report."""

    def __init__(self) -> None:
        super().__init__(_("Hồ sơ chưa có báo cáo thành tích. Hãy viết báo cáo rồi gửi."))


class UnitIsGone(ValueError):
    """The unit that nominates was abolished or merged meanwhile."""

    def __init__(self, unit: str) -> None:
        words = _("%(unit)s không còn hoạt động. Hãy chuyển hồ sơ về đơn vị hiện nay của người được đề cử, rồi gửi.")
        super().__init__(words % {"unit": unit})


class NomineeHasMoved(ValueError):
    """The nominee works in another unit by now."""

    def __init__(self, name: str, unit: str) -> None:
        words = _(
            "%(name)s nay công tác tại %(unit)s. Hãy chuyển hồ sơ về đơn vị mới; "
            "đơn vị mới họp bình xét và gửi, kèm ý kiến của đơn vị cũ."
        )
        super().__init__(words % {"name": name, "unit": unit})


class NomineeHasLeft(ValueError):
    """The nominee works nowhere in the school any more, or the nominated unit is closed."""

    def __init__(self, subject: Subject) -> None:
        words = _(
            "%(name)s hiện không còn công tác (hoạt động) tại đơn vị nào của Trường. Hãy rút đề cử, ghi rõ lý do."
        )
        super().__init__(words % {"name": subject.name})


class NowhereToMove(ValueError):
    """The dossier is where it belongs already."""

    def __init__(self, unit: str) -> None:
        super().__init__(_("Hồ sơ đang ở đúng đơn vị: %(unit)s.") % {"unit": unit})


class NotForPicking(ValueError):
    """Nominees of the tier come from those recognised below, not from the units."""

    def __init__(self, name: str) -> None:
        words = _(
            "Đợt này xét từ những điển hình đã được công nhận ở bậc dưới; chuyên viên lập danh sách trình (%(name)s)."
        )
        super().__init__(words % {"name": name})


class OutsideTheTier(ValueError):
    """Persons only, or collectives only."""

    def __init__(self, subject: Subject) -> None:
        super().__init__(_("Bậc này không xét cho loại đối tượng của %(name)s.") % {"name": subject.name})


class NoSuchCriterion(ValueError):
    """Evidence for a criterion that the tier does not ask of this nominee."""

    def __init__(self, code: str) -> None:
        super().__init__(_("Bậc này không có điều kiện %(code)s cho đối tượng này. Hãy chọn lại.") % {"code": code})


class NothingAttached(ValueError):
    """Evidence is a file or a link, one of them."""

    def __init__(self) -> None:
        super().__init__(_("Hãy chọn một tệp, hoặc ghi một đường dẫn (chỉ một trong hai)."))


class NotAskedToConsent(ValueError):
    """A collective has no personal data to consent about."""

    def __init__(self) -> None:
        super().__init__(_("Tên và thành tích của tập thể được công khai theo luật, không cần ý kiến đồng ý riêng."))


class NotTheNominee(PermissionError):
    """Only the nominee speaks here; for somebody else a signed paper is needed."""

    def __init__(self) -> None:
        words = _("Chỉ người được đề cử tự ghi. Ghi thay thì phải đính kèm giấy có chữ ký của người đó.")
        super().__init__(words)


class HasEnded(ValueError):
    """The dossier has come to its end: nothing is added any more."""

    def __init__(self, nomination: Nomination) -> None:
        words = _("Hồ sơ đã kết thúc ở bước «%(stage)s» nên không ghi thêm được.")
        super().__init__(words % {"stage": nomination.get_stage_display()})


class AnsweredAlready(ValueError):
    """Each correction is answered once."""

    def __init__(self) -> None:
        super().__init__(_("Điều này đã được trả lời. Hãy tải lại trang để xem."))


class NobodyPicked(ValueError):
    """The list was sent without a mark on it."""

    def __init__(self) -> None:
        super().__init__(_("Hãy đánh dấu ít nhất một người hoặc tập thể để đề cử."))


class ReusedWithoutReason(ValueError):
    """An initiative that another dossier rests on already, and no word on why it counts again (law.md 2.7)."""

    def __init__(self, names: Iterable[str]) -> None:
        words = _(
            "Sáng kiến đã dùng ở hồ sơ khác: %(names)s. Hãy ghi lý do dùng lại (Hội đồng sẽ xem xét), hoặc bỏ ra."
        )
        super().__init__(words % {"names": ", ".join(f"«{name}»" for name in names)})
