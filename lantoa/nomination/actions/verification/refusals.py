"""Why something is not done in verification: the situations, each with a sentence that says what to do."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from lantoa.domain.procedure import Office
from lantoa.nomination.models import Nomination, OfficeAnswer


class NotBeingVerified(ValueError):
    """The dossier is at another stage than verification."""

    def __init__(self, nomination: Nomination) -> None:
        words = _("Chỉ ghi ý kiến khi hồ sơ đang thẩm định; hồ sơ này hiện ở bước «%(stage)s».")
        super().__init__(words % {"stage": nomination.get_stage_display()})


class NotOfThisOffice(PermissionError):
    """The user does not speak for that office."""

    def __init__(self, name: str) -> None:
        words = _("Bạn không được phân công thẩm định lĩnh vực %(name)s. Hãy chuyển cho cán bộ của lĩnh vực đó.")
        super().__init__(words % {"name": name})


class OwnDossier(PermissionError):
    """Who made or sent a dossier does not verify it, and neither does the head of the nominated unit."""

    def __init__(self) -> None:
        super().__init__(
            _("Bạn là người lập, gửi hồ sơ hoặc phụ trách tập thể được đề cử, nên việc thẩm định do người khác làm.")
        )


class NotAsked(ValueError):
    """Criteria that are not the office's, or not of the tier."""

    def __init__(self, criteria: Iterable[str]) -> None:
        words = _("Tiêu chí %(codes)s không thuộc lĩnh vực này ở bậc đang xét. Hãy mở lại trang hồ sơ.")
        super().__init__(words % {"codes": ", ".join(sorted(criteria))})


class NoGrounds(ValueError):
    """An answer without its grounds; `criterion` is the first of them."""

    def __init__(self, criterion: str) -> None:
        super().__init__(_("Hãy ghi căn cứ cho tiêu chí %(code)s: Hội đồng cần biết vì sao.") % {"code": criterion})
        self.criterion = criterion


class NothingSaid(ValueError):
    """Nothing is new in what was sent."""

    def __init__(self) -> None:
        super().__init__(_("Chưa có ý kiến nào mới để ghi. Hãy chọn ý kiến cho ít nhất một tiêu chí."))


class AnsweredMeanwhile(ValueError):
    """Somebody of the same office answered after the page was opened; `answers` is what stands there now."""

    def __init__(self, answers: list[OfficeAnswer]) -> None:
        codes = ", ".join(one.criterion for one in answers)
        words = _("Trong lúc bạn viết, người cùng lĩnh vực đã ghi ý kiến cho %(codes)s. Hãy đối chiếu rồi ghi lại.")
        super().__init__(words % {"codes": codes})
        self.answers = answers


class NothingFlagged(ValueError):
    """A dossier sent back without a word on which part to correct."""

    def __init__(self) -> None:
        super().__init__(_("Hãy đánh dấu ít nhất một phần hồ sơ cần bổ sung: đơn vị chỉ sửa được phần đã đánh dấu."))


class DueInThePast(ValueError):
    """The unit would be late before it begins."""

    def __init__(self, day: date) -> None:
        words = _("Hạn bổ sung phải từ ngày %(day)s trở đi.")
        super().__init__(words % {"day": f"{day:%d/%m/%Y}"})


class NotConcluded(ValueError):
    """Answers lack or raise doubts, and nobody said why verification may end all the same."""

    def __init__(self, offices: list[Office], doubts: list[OfficeAnswer]) -> None:
        parts = []
        if offices:
            names = ", ".join(office.name for office in offices)
            parts.append(_("chưa có đủ ý kiến của: %(names)s") % {"names": names})
        if doubts:
            said = ", ".join(f"{one}{_(', trái với sổ') if one.contradicts_records else ''}" for one in doubts)
            parts.append(_("có ý kiến cần giải trình (%(said)s)") % {"said": said})
        words = _("Hồ sơ %(what)s. Muốn kết thúc thẩm định, hãy ghi kết luận và lý do.")
        super().__init__(words % {"what": "; ".join(parts)})
        self.offices, self.doubts = offices, doubts


class NothingToHold(ValueError):
    """The dossier is not on its way: nothing would wait."""

    def __init__(self, nomination: Nomination) -> None:
        words = _("Chỉ tạm dừng hồ sơ đã gửi và chưa xét xong; hồ sơ này ở bước «%(stage)s».")
        super().__init__(words % {"stage": nomination.get_stage_display()})


class HeldAlready(ValueError):
    """One hold at a time from a dossier; what is written in the record book is another matter."""

    def __init__(self, reason: str) -> None:
        super().__init__(_("Hồ sơ đang tạm dừng rồi: %(reason)s.") % {"reason": reason})


class NotOnesHold(PermissionError):
    """A hold is lifted by who put it, or by the officer who keeps the record book."""

    def __init__(self) -> None:
        super().__init__(_("Tạm dừng này do người khác ghi. Hãy nhờ người đó hoặc chuyên viên thi đua kết thúc."))
