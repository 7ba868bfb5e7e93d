"""Why something of a nurture plan is not written: the situations, each with a sentence that says what to do."""

from datetime import date

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, Refused, may
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.reading import case_of
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Person, Unit


class ChangedMeanwhile(ValueError):
    """Somebody else wrote the plan after the form was opened; `plan` is what stands there now."""

    def __init__(self, plan: NurturePlan) -> None:
        super().__init__(_("Trong lúc bạn viết, người khác đã lưu bản mới. Hãy đối chiếu hai bản rồi lưu lại."))
        self.plan = plan


class NoGoals(ValueError):
    """A plan without a goal leads nowhere."""

    def __init__(self) -> None:
        super().__init__(_("Kế hoạch chưa có mục tiêu. Hãy ghi ít nhất một mục tiêu rồi trình."))


class NoMentor(ValueError):
    """A plan is somebody's to go with."""

    def __init__(self) -> None:
        super().__init__(_("Kế hoạch chưa có người hướng dẫn. Hãy chọn người hướng dẫn trước."))


class MentorIsOneself(ValueError):
    """Nobody is one's own mentor."""

    def __init__(self) -> None:
        super().__init__(_("Không ai tự hướng dẫn mình. Hãy chọn một đồng nghiệp khác."))


class MentorHasLeft(ValueError):
    """The mentor works here no longer, or the account is closed."""

    def __init__(self, mentor: Person) -> None:
        name = {"name": mentor.subject.name}
        super().__init__(
            _("%(name)s hiện không còn công tác, hoặc tài khoản đã khoá. Hãy chọn người hướng dẫn khác.") % name
        )


class DaysOutOfOrder(ValueError):
    """A plan does not end before it begins."""

    def __init__(self) -> None:
        super().__init__(_("Đến ngày không được trước Từ ngày."))


class OwnDraft(ValueError):
    """Who sent it and does not head the unit does not approve it."""

    def __init__(self) -> None:
        super().__init__(_("Bạn là người trình kế hoạch này. Hãy nhờ trưởng đơn vị, hoặc chuyên viên khác, duyệt."))


class WasApproved(ValueError):
    """A plan that was in force is not thrown away."""

    def __init__(self) -> None:
        super().__init__(_("Kế hoạch đã từng được duyệt nên không xoá được. Hãy trình lại, hoặc kết thúc với bài học."))


class NothingChanges(ValueError):
    """The same mentor, the same unit."""

    def __init__(self) -> None:
        super().__init__(_("Không có gì thay đổi so với hiện nay."))


class HasEnded(ValueError):
    """A plan that has ended is history."""

    def __init__(self, plan: NurturePlan) -> None:
        stage = {"stage": plan.get_stage_display()}
        super().__init__(_("Kế hoạch đã kết thúc ở bước «%(stage)s», không thay đổi được nữa.") % stage)


class NotThePerson(ValueError):
    """A remark of the person is the person's."""

    def __init__(self) -> None:
        super().__init__(_("Mục này dành cho chính người được bồi dưỡng ghi ý kiến."))


class HasNotMoved(ValueError):
    """The person still works in the unit that holds the plan, or in none."""

    def __init__(self) -> None:
        super().__init__(
            _("Trong sổ, người này chưa có vị trí công tác ở đơn vị khác. Hãy ghi vị trí mới vào sổ trước.")
        )


class AskedAlready(ValueError):
    """One transfer at a time."""

    def __init__(self) -> None:
        super().__init__(_("Việc chuyển kế hoạch đã được đề nghị, đang chờ trưởng hai đơn vị."))


class NotAsked(ValueError):
    """The transfer is settled already."""

    def __init__(self) -> None:
        super().__init__(_("Đề nghị chuyển này đã xong hoặc đã bị từ chối."))


class NotTheirHead(ValueError):
    """A side is signed by who heads it."""

    def __init__(self, source: Unit, target: Unit) -> None:
        units = {"source": source.subject.name, "target": target.subject.name}
        super().__init__(
            _("Việc chuyển cần trưởng %(source)s (cho đi) và trưởng %(target)s (tiếp nhận) đồng ý.") % units
        )


class SignedAlready(ValueError):
    """One's own side has agreed; the other side is waited for."""

    def __init__(self) -> None:
        super().__init__(_("Phía bạn đã đồng ý; đang chờ đơn vị kia."))


def insist(by: User, deed: Deed, plan: NurturePlan) -> None:
    """NotAllowed with the reason, unless the user may do that deed to the plan."""
    answer = may(actor_of(by), deed, case_of(plan))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)


def in_order(since: date, until: date) -> None:
    if until < since:
        raise DaysOutOfOrder
