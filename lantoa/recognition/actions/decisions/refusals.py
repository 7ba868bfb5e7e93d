"""Why something about a decision is not done: the situations, each with a sentence that says what to do."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from lantoa.recognition.models import Decision, DecisionItem, Difference


class NobodyToRecognise(ValueError):
    """A list without anybody on it."""

    def __init__(self) -> None:
        super().__init__(_("Danh sách chưa có ai. Hãy đưa vào ít nhất một đề cử đã được Hội đồng đề nghị."))


class MinisterDecides(ValueError):
    """The tier is not the Principal's to decide on (Law 06/2022/QH15 art. 80, 93)."""

    def __init__(self) -> None:
        super().__init__(_("Bậc này do Bộ trưởng quyết định. Hãy lập tờ trình gửi Bộ rồi ghi quyết định của Bộ."))


class ListedAlready(ValueError):
    """Somebody is on another list under way."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s đã nằm trong một dự thảo quyết định khác. Hãy mở dự thảo đó.") % {"name": name})


class NotListed(ValueError):
    """Struck or left out meanwhile."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s không còn trong danh sách. Hãy xem lại danh sách hiện nay.") % {"name": name})


class NotRecommended(ValueError):
    """Nobody is added whom the Council has not recommended."""

    def __init__(self, name: str) -> None:
        words = _("%(name)s không ở bước «Hội đồng đề nghị» của đợt này, nên không đưa vào danh sách được.")
        super().__init__(words % {"name": name})


class OwnDraft(ValueError):
    """Who made or presented the list does not judge it."""

    def __init__(self) -> None:
        super().__init__(_("Người lập hoặc trình dự thảo không tự duyệt. Hãy để người khác có quyền duyệt."))


class OneselfListed(ValueError):
    """Nobody decides on oneself."""

    def __init__(self) -> None:
        super().__init__(
            _("Danh sách có chính bạn, nên bạn không duyệt được. Hãy để người được uỷ quyền ký duyệt danh sách này.")
        )


class OverBudget(ValueError):
    """The rewards cost more than the round may spend."""

    def __init__(self, asked: int, left: int) -> None:
        words = _("Tiền thưởng %(asked)s đồng vượt kinh phí còn lại của đợt (%(left)s đồng). Hãy giảm hoặc bổ sung.")
        super().__init__(words % {"asked": grouped(asked), "left": grouped(left)})


class Unanswered(ValueError):
    """Verdicts have changed since the dossiers were sent, and nobody has said yet what that means."""

    def __init__(self, differences: Collection[Difference]) -> None:
        words = _("Có %(count)s khác biệt so với khi gửi hồ sơ chưa được giải trình (%(names)s). Hãy trả lời từng mục.")
        names = list(dict.fromkeys(one.item.name for one in differences))
        shown = ", ".join(names[:3]) + ("…" if len(names) > 3 else "")
        super().__init__(words % {"count": len(differences), "names": shown})
        self.differences = differences


class SomebodyWaits(ValueError):
    """Somebody on the list is on hold: waiting, not refused."""

    def __init__(self, names: Collection[str]) -> None:
        words = _("Đang tạm hoãn: %(names)s. Hãy đợi việc đó kết thúc, hoặc trả lại dự thảo để tách riêng.")
        super().__init__(words % {"names": ", ".join(names)})


class WrongDay(ValueError):
    """The day of a decision lies neither before its approval nor in the future, and the series runs with the days."""

    def __init__(self, first: date, last: date) -> None:
        words = _("Ngày quyết định phải từ %(first)s (ngày duyệt, ngày của số trước) đến %(last)s (hôm nay).")
        super().__init__(words % {"first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"})


class EffectiveBefore(ValueError):
    """It takes effect on its day or later."""

    def __init__(self) -> None:
        super().__init__(_("Ngày có hiệu lực không được trước ngày quyết định."))


class ChangedMeanwhile(ValueError):
    """Somebody else changed the decision after the page was opened; `decision` is what stands there now."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã ghi bản mới. Hãy đối chiếu hai bản rồi ghi lại."))
        self.decision = decision


class SeriesHasBegun(ValueError):
    """The form of its numbers is settled with the first one."""

    def __init__(self) -> None:
        super().__init__(_("Năm này đã cấp số, nên ký hiệu và số đầu tiên không đổi được nữa."))


class NothingCorrected(ValueError):
    """A correction that changes nothing."""

    def __init__(self) -> None:
        super().__init__(_("Chưa có gì được sửa. Hãy ghi tên hoặc đơn vị đúng cho ít nhất một dòng."))


class NotIssued(ValueError):
    """Only what was issued is corrected."""

    def __init__(self) -> None:
        super().__init__(_("Chỉ đính chính quyết định đã ban hành. Dự thảo thì sửa thẳng vào dự thảo."))


class NoSuchGround(ValueError):
    """A revocation stands on one of the grounds of the law."""

    def __init__(self) -> None:
        super().__init__(_("Hãy chọn căn cứ pháp lý của việc thu hồi."))


class NotStanding(ValueError):
    """What was revoked is not revoked again; what stands is not restored."""

    def __init__(self, name: str, *, revoked: bool) -> None:
        words = (
            _("Công nhận của %(name)s đã thu hồi rồi.") if revoked else _("Công nhận của %(name)s đang có hiệu lực.")
        )
        super().__init__(words % {"name": name})


class SeveralDecisions(ValueError):
    """One decision changes one decision."""

    def __init__(self) -> None:
        super().__init__(_("Các công nhận thuộc nhiều quyết định. Hãy lập cho từng quyết định một."))


class NoSuchForm(ValueError):
    """No form of commendation of that kind in force."""

    def __init__(self, item: DecisionItem) -> None:
        super().__init__(
            _("Hình thức khen thưởng không áp dụng được cho %(name)s. Hãy chọn lại.") % {"name": item.name}
        )


class NoBasis(ValueError):
    """Money is paid on a basis."""

    def __init__(self, item: DecisionItem) -> None:
        super().__init__(_("Hãy ghi số tiền và căn cứ chi cho %(name)s.") % {"name": item.name})


class NotToRecover(ValueError):
    """Only money of a revoked recognition is recovered, once."""

    def __init__(self) -> None:
        super().__init__(_("Khoản thưởng này không phải thu hồi, hoặc đã ghi thu hồi rồi."))


def grouped(amount: int) -> str:
    """`1.520.000`."""
    return f"{amount:,}".replace(",", ".")


REFUSALS = (
    ChangedMeanwhile,
    EffectiveBefore,
    ListedAlready,
    MinisterDecides,
    NoBasis,
    NoSuchForm,
    NoSuchGround,
    NobodyToRecognise,
    NotIssued,
    NotListed,
    NotRecommended,
    NotStanding,
    NotToRecover,
    NothingCorrected,
    OneselfListed,
    OverBudget,
    OwnDraft,
    SeriesHasBegun,
    SeveralDecisions,
    SomebodyWaits,
    Unanswered,
    WrongDay,
)
