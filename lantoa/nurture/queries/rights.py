"""What a user may do inside a plan; the table of permissions says it, the plan's stage says when."""

from dataclasses import dataclass
from typing import TypeAlias

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Allowed, Deed, Refused, may
from lantoa.domain.stages import NurtureStage
from lantoa.nurture.models import Measure, NurturePlan, Shortcoming
from lantoa.nurture.queries.reading import case_of, may_see

Answer: TypeAlias = Allowed | Refused
GOING = (NurtureStage.ACTIVE.value, NurtureStage.READY.value)
ENDED = (NurtureStage.NOMINATED.value, NurtureStage.NOT_YET.value)


@dataclass(frozen=True, slots=True)
class Rights:
    """Who runs the work (`write`), who judges it (`judge`), and whether the user is the person nurtured."""

    user: User
    write: Answer
    judge: Answer
    is_person: bool

    @property
    def add(self) -> Answer:
        """Measures of one's own, shared meetings, remedies: the person may add them too."""
        return Allowed() if self.is_person else self.write

    def finish(self, measure: Measure) -> Answer:
        """Its owner, or whoever runs the work."""
        is_owner = measure.owner_id is not None and measure.owner_id == self.user.person_id
        return Allowed() if is_owner else self.write

    def confirm(self, shortcoming: Shortcoming) -> Answer:
        """The head, and never who recorded the remedy."""
        if shortcoming.remedied_by_id == self.user.pk:
            return Refused(_("Người ghi đã khắc phục không tự xác nhận. Hãy nhờ trưởng đơn vị hoặc chuyên viên."))
        return self.judge


def rights_of(plan: NurturePlan, user: User) -> Rights:
    case, actor = case_of(plan), actor_of(user)
    return Rights(
        user=user,
        write=may(actor, Deed.WRITE_NURTURE, case),
        judge=may(actor, Deed.APPROVE_NURTURE, case),
        is_person=actor.person is not None and actor.person == case.subject and bool(may_see(user, plan)),
    )


def going(plan: NurturePlan) -> Answer:
    """Work is recorded in an approved plan that has not ended."""
    if plan.stage in GOING:
        return Allowed()
    stage = {"stage": plan.get_stage_display()}
    if plan.stage in ENDED:
        return Refused(_("Kế hoạch đã kết thúc (bước «%(stage)s»), nên không ghi thêm được.") % stage)
    return Refused(_("Kế hoạch đang ở bước «%(stage)s». Khi trưởng đơn vị duyệt, bạn sẽ ghi việc được.") % stage)
