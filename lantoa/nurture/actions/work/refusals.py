"""Why something inside a plan is not written: the situations, each with a sentence that says what to do."""

from django.utils.translation import gettext as _

from lantoa.domain.quarters import Quarter
from lantoa.domain.stages import MeasureStage, Move, ShortcomingStage
from lantoa.nurture.models import QuarterReview
from lantoa.register.models import Person

MOST_MONEY = 1_000_000_000_000  # đồng
EDIT_MEASURE = Move("edit", "sửa biện pháp", (MeasureStage.PLANNED,), MeasureStage.PLANNED)
EDIT_SHORTCOMING = Move("edit", "sửa tồn tại, hạn chế", (ShortcomingStage.OPEN,), ShortcomingStage.OPEN)


class WorkRefused(ValueError):
    """What was asked cannot be written; `field` is the field of the form that is to be looked at."""

    field: str | None = None


class NotGoing(WorkRefused):
    """The plan is not approved yet, or over."""


class NothingWritten(WorkRefused):
    """Words are missing."""

    def __init__(self, field: str = "text") -> None:
        super().__init__(_("Hãy ghi nội dung: người sau cần hiểu việc này là gì."))
        self.field = field


class NoReason(WorkRefused):
    """A deed that needs a reason came without one."""

    field = "reason"

    def __init__(self) -> None:
        super().__init__(_("Hãy ghi lý do: người sau cần hiểu vì sao."))


class DueBeforeStart(WorkRefused):
    """A measure is due before it starts."""

    field = "due"

    def __init__(self) -> None:
        super().__init__(_("Hạn phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày."))


class OwnerLeft(WorkRefused):
    """The owner of a measure works here no longer."""

    field = "owner"

    def __init__(self, owner: Person) -> None:
        super().__init__(
            _("%(name)s hiện không còn công tác tại đơn vị nào của Trường. Hãy chọn người khác.") % {"name": owner}
        )


class OthersWork(WorkRefused):
    """The person nurtured gives others nothing to do."""

    field = "owner"

    def __init__(self) -> None:
        super().__init__(
            _("Bạn thêm được việc do chính bạn làm; việc của người khác do trưởng đơn vị hoặc người hướng dẫn giao.")
        )


class NotOfThisPlan(WorkRefused):
    """A goal of another plan."""

    field = "goal"

    def __init__(self) -> None:
        super().__init__(_("Mục tiêu này không thuộc kế hoạch. Hãy chọn lại."))


class SaidAlready(WorkRefused):
    """The same stands there already."""

    def __init__(self) -> None:
        super().__init__(_("Nội dung này đã có trong kế hoạch, không cần ghi lại."))


class WrongAmount(WorkRefused):
    """No money, too much of it, or money for what is not money."""

    field = "amount"


class NotYetHappened(WorkRefused):
    """What was given or met lies in the future."""

    def __init__(self, field: str) -> None:
        super().__init__(_("Chỉ ghi việc đã diễn ra. Hãy xem lại ngày."))
        self.field = field


class QuarterAhead(WorkRefused):
    """A review of a quarter that has not begun."""

    field = "quarter"

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(
            _("%(quarter)s chưa bắt đầu; đánh giá được từ ngày %(day)s.")
            % {"quarter": str(quarter).capitalize(), "day": f"{quarter.first_day:%d/%m/%Y}"}
        )


class BeforeThePlan(WorkRefused):
    """A review of a quarter before the plan."""

    field = "quarter"

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(
            _("%(quarter)s kết thúc trước khi kế hoạch bắt đầu. Hãy chọn quý khác.")
            % {"quarter": str(quarter).capitalize()}
        )


class ReviewedAlready(WorkRefused):
    """One review a quarter."""

    field = "quarter"

    def __init__(self, review: QuarterReview) -> None:
        quarter = Quarter(review.year, review.quarter)
        before = {"quarter": str(quarter).capitalize(), "by": review.written_by, "day": f"{review.written_at:%d/%m/%Y}"}
        super().__init__(_("%(quarter)s đã được %(by)s đánh giá ngày %(day)s.") % before)


class ChangedMeanwhile(WorkRefused):
    """Somebody else wrote it after the form was opened."""

    def __init__(self) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã sửa việc này. Hãy xem bản mới rồi ghi lại."))


def written(text: str, field: str = "text") -> str:
    """The text without blanks around it; NothingWritten when nothing is left."""
    if not (words := text.strip()):
        raise NothingWritten(field)
    return words


def because(reason: str) -> str:
    """The reason without blanks around it; NoReason when nothing is left."""
    if not (words := reason.strip()):
        raise NoReason
    return words
