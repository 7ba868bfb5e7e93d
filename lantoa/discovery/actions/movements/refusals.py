"""Why a movement, pledge or result is not written so: the situations, each with a sentence that says what to do."""

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Case, Deed, Refused, may
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Unit


class NotADraft(ValueError):
    """Only a draft is changed."""

    def __init__(self) -> None:
        super().__init__(_("Phong trào đã phát động nên nội dung không sửa nữa. Hãy bổ sung văn bản hoặc huỷ."))


class NotLaunched(ValueError):
    """Nothing is pledged to or reported on a movement that is not going on."""

    def __init__(self) -> None:
        super().__init__(_("Phong trào chưa phát động hoặc đã kết thúc, nên không ghi được."))


class NobodyAsked(ValueError):
    """A movement without a unit to carry it out."""

    def __init__(self) -> None:
        super().__init__(_("Hãy chọn ít nhất một đơn vị thực hiện."))


class NotUnderIt(ValueError):
    """A unit that is not under the one that launches."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(_("%(unit)s không thuộc đơn vị phát động.") % {"unit": unit})


class CascadedAlready(ValueError):
    """The unit has its own movement under this one."""

    def __init__(self) -> None:
        super().__init__(_("Đơn vị đã có phong trào triển khai từ phong trào này. Hãy mở phong trào đó."))


class ChangedMeanwhile(ValueError):
    """Somebody else wrote it after the form was opened."""

    def __init__(self) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã ghi bản mới. Hãy xem lại rồi ghi tiếp."))


class OwnWork(ValueError):
    """Nobody accepts what they sent themselves."""

    def __init__(self) -> None:
        super().__init__(_("Người gửi không tự duyệt. Hãy nhờ chuyên viên hoặc trưởng đơn vị phát động."))


class NothingWritten(ValueError):
    """A pledge or a result without words."""

    def __init__(self) -> None:
        super().__init__(_("Hãy ghi nội dung trước khi gửi."))


class NotAsked(ValueError):
    """The unit is not among those asked."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(_("%(unit)s không nằm trong các đơn vị thực hiện phong trào này.") % {"unit": unit})


class AcceptedAlready(ValueError):
    """An accepted result is not changed."""

    def __init__(self) -> None:
        super().__init__(_("Kết quả đã được chấp nhận nên không sửa nữa."))


class NotAccepted(ValueError):
    """Only what was accepted goes into the record book."""

    def __init__(self) -> None:
        super().__init__(_("Hãy chấp nhận kết quả trước, rồi ghi khen thưởng vào sổ."))


def insist(by: User, deed: Deed, unit: Unit) -> None:
    """NotAllowed with the reason, unless the user may do that deed for the unit."""
    answer = may(actor_of(by), deed, Case(units=frozenset([unit.subject.code])))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
