"""What a nurture plan asks of whom by when, and what happens next; and which deeds are open to its reader."""

from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, Refused, may
from lantoa.domain.stages import NurtureStage, moves_from
from lantoa.domain.verdict import Assessment, Verdict
from lantoa.notice.workdays import due_after
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.around import Around
from lantoa.nurture.queries.people import DAYS_TO_FIND_A_MENTOR, MENTORED
from lantoa.nurture.queries.reading import case_of

DAYS_TO_APPROVE = 5  # working days

DEEDS = {
    "rewrite": Deed.WRITE_NURTURE,
    "discard": Deed.WRITE_NURTURE,
    "send": Deed.WRITE_NURTURE,
    "return": Deed.APPROVE_NURTURE,
    "approve": Deed.APPROVE_NURTURE,
    "change": Deed.WRITE_NURTURE,
    "declare_ready": Deed.APPROVE_NURTURE,
    "close": Deed.APPROVE_NURTURE,
    "nominate": Deed.NOMINATE,
    "change_mentor": Deed.APPROVE_NURTURE,
}
LIVING_DEEDS = ("change_mentor",)


@dataclass(frozen=True, slots=True)
class Ask:
    """Who is to do what by when, and what comes after."""

    who: str
    what: str
    due: date | None
    then: str


def asked(plan: NurturePlan, day: date, known: Around) -> Ask:
    """The one thing that the plan waits for now; of a draft the mentor is the writer's business."""
    heads = known.heads or _("chuyên viên thi đua - khen thưởng")
    if known.lacks_mentor and plan.stage in MENTORED:
        due = due_after(plan.mentor_lost or day, DAYS_TO_FIND_A_MENTOR)
        then = _("Người hướng dẫn mới nhận kế hoạch và làm tiếp với người được bồi dưỡng.")
        return Ask(heads, _("chọn người hướng dẫn mới"), due, then)
    return _BY_STAGE[NurtureStage(plan.stage)](plan, day, heads)


def _draft(plan: NurturePlan, day: date, heads: str) -> Ask:  # noqa: ARG001  (one shape for every stage)
    what = (
        _("sửa theo ý kiến trả lại rồi trình lại") if plan.return_reason else _("hoàn thiện bản nháp rồi trình duyệt")
    )
    return Ask(str(plan.made_by), what, None, _("Trưởng đơn vị duyệt, kế hoạch bắt đầu thực hiện."))


def _waiting(plan: NurturePlan, day: date, heads: str) -> Ask:  # noqa: ARG001
    due = due_after(localdate(plan.sent_at), DAYS_TO_APPROVE) if plan.sent_at else None
    what = _("duyệt thay đổi hoặc trả lại") if plan.approved_at else _("duyệt hoặc trả lại")
    return Ask(heads, what, due, _("Duyệt xong, người được bồi dưỡng và người hướng dẫn được báo."))


def _active(plan: NurturePlan, day: date, heads: str) -> Ask:
    then = _("Kết luận sẵn sàng thì đề cử; chưa đạt thì ghi bài học, người này vẫn là nhân tố mới.")
    if plan.until < day:
        return Ask(heads, _("kết luận sẵn sàng hay chưa đạt"), plan.until, then)
    what = _("cùng người được bồi dưỡng thực hiện các biện pháp; đến hạn trưởng đơn vị kết luận")
    return Ask(str(plan.mentor), what, plan.until, then)


def _ready(plan: NurturePlan, day: date, heads: str) -> Ask:  # noqa: ARG001
    return Ask(heads, _("đề cử"), None, _("Hồ sơ đề cử được lập sẵn từ kế hoạch này để xem lại và sửa."))


def _nominated(plan: NurturePlan, day: date, heads: str) -> Ask:  # noqa: ARG001
    return Ask("", _("Kế hoạch đã hoàn thành."), None, _("Việc tiếp theo nằm ở hồ sơ đề cử."))


def _not_yet(plan: NurturePlan, day: date, heads: str) -> Ask:  # noqa: ARG001
    return Ask(
        "", _("Kế hoạch đã kết thúc, lần này chưa đạt."), None, _("Có thể lập kế hoạch mới từ bài học bên dưới.")
    )


_BY_STAGE = {
    NurtureStage.DRAFT: _draft,
    NurtureStage.WAITING: _waiting,
    NurtureStage.ACTIVE: _active,
    NurtureStage.READY: _ready,
    NurtureStage.NOMINATED: _nominated,
    NurtureStage.NOT_YET: _not_yet,
}


def open_deeds(plan: NurturePlan, user: User, found: Assessment, *, lacks_mentor: bool) -> dict[str, str]:
    """The deeds of this stage, each with the reason why this reader may not do it; empty when one may."""
    deeds = [move.deed for move in moves_from(NurtureStage(plan.stage))]
    if plan.stage == NurtureStage.DRAFT.value:
        deeds += ["rewrite"] if plan.approved_at else ["rewrite", "discard"]
    if plan.ended_at is None:
        deeds += LIVING_DEEDS
    return {deed: _reason(plan, user, deed, found, lacks_mentor=lacks_mentor) for deed in deeds}


def why_not_nominate(found: Assessment) -> str:
    """A nomination needs a machine's verdict that is not a no, and nobody on hold."""
    if found.holds:
        return _("Đang tạm hoãn: %s. Hết tạm hoãn mới đề cử được.") % found.holds[0].reason
    failing = [one.criterion.code for one in found.findings if one.verdict is Verdict.NOT_MET]
    if failing:
        codes = {"codes": ", ".join(failing)}
        return _("Theo sổ, điều kiện %(codes)s không đạt. Hãy bổ sung vào sổ nếu còn thiếu, rồi đề cử.") % codes
    return ""


def _reason(plan: NurturePlan, user: User, deed: str, found: Assessment, *, lacks_mentor: bool) -> str:
    answer = may(actor_of(user), DEEDS[deed], case_of(plan))
    if isinstance(answer, Refused):
        return answer.reason
    if deed in ("send", "approve") and lacks_mentor:
        return _("Hãy chọn người hướng dẫn còn công tác trước.")
    if deed == "send" and not plan.goals.all():
        return _("Hãy ghi ít nhất một mục tiêu trước.")
    if deed == "approve" and plan.sent_by_id == user.pk and plan.unit.subject.code not in actor_of(user).units:
        return _("Bạn là người trình kế hoạch này. Hãy nhờ trưởng đơn vị, hoặc chuyên viên khác, duyệt.")
    return why_not_nominate(found) if deed == "nominate" else ""
