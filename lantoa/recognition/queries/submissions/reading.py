"""Submissions as they are read: which ones, what waits for one, and what is still missing."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.council.models import MeetingCase, Minutes
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import SubmissionStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel.shelf import place_of
from lantoa.recognition.queries.submissions.candidates import sector_tiers
from lantoa.register.models import Hold, Recognition

OPEN = (SubmissionStage.DRAFT.value, SubmissionStage.RETURNED.value)
PENDING = ("cleared", "postponed", "recommended")
PACKING = "lantoa.recognition.tasks.pack_submission"
SORTS = {"ngay": "made_at", "ten": "search_key", "nam": "year", "buoc": "stage"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list."""

    words: str = ""
    stage: str = ""
    tier: str = ""
    year: int | None = None
    sort: str = "-ngay"


def visible(user: User) -> QuerySet[Submission]:
    """All for those who send or answer; to the Ministry's officer, who prepares none, drafts are nobody's business."""
    actor = actor_of(user)
    if may(actor, Deed.SUBMIT):
        return Submission.objects.all()
    if may(actor, Deed.ANSWER):
        return Submission.objects.exclude(stage=SubmissionStage.DRAFT.value)
    return Submission.objects.none()


def listed(user: User, asked: Asked) -> QuerySet[Submission]:
    """Those that every filter leaves, in the order asked for, each with how many it proposes and who was recognised."""
    found = visible(user)
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    narrowed = {"stage": asked.stage, "tier": asked.tier, "year": asked.year}
    found = found.filter(**{column: value for column, value in narrowed.items() if value})
    sign = "-" if asked.sort.startswith("-") else ""
    column = SORTS.get(asked.sort.removeprefix("-"), SORTS["ngay"])
    counted = found.annotate(proposed=Count("items"), recognised=Count("items", filter=Q(items__outcome="recognised")))
    return counted.select_related("round").order_by(f"{sign}{column}", f"{sign}pk")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sector round with what has come of it so far."""

    round: Round
    proposed: int
    recommended: int
    free: int  # recommended and in no submission yet
    pending: int  # on the way, not sent up yet


def waiting() -> list[Waiting]:
    """Sector rounds that are not over, the nearest day of submitting first."""
    tiers = Q(pk=None)
    for edition, tier in sorted(sector_tiers()):
        tiers |= Q(edition=edition, tier=tier)
    recommended = Q(nominations__stage="recommended")
    rounds = Round.objects.filter(tiers, stage__in=["open", "closed"]).annotate(
        proposed=Count("nominations", filter=~Q(nominations__stage="withdrawn")),
        recommended=Count("nominations", filter=recommended),
        free=Count("nominations", filter=recommended & Q(nominations__submission_items=None)),
        pending=Count("nominations", filter=Q(nominations__stage__in=PENDING)),
    )
    found = rounds.filter(Q(stage="open") | Q(free__gt=0)).order_by("submit_by", "pk")
    return [Waiting(one, one.proposed, one.recommended, one.free, one.pending) for one in found]


def free(round_: Round) -> QuerySet[Nomination]:
    """Nominations of the round that the Council recommends and that no submission holds."""
    found = Nomination.objects.filter(round=round_, stage="recommended", submission_items=None)
    return found.select_related("subject", "unit__subject").order_by("-subject__kind", "subject__sort_key", "pk")


def unsigned_minutes(submission: Submission) -> list[str]:
    """Names of the proposed whose Council minutes are not signed by both yet."""
    signed = Minutes.objects.filter(fixed_at__isnull=False).values("meeting")
    cases = MeetingCase.objects.filter(outcome=MeetingCase.Outcome.RECOMMEND.value, meeting__in=signed)
    items = submission.items.filter(nomination__isnull=False).exclude(nomination__in=cases.values("nomination"))
    return [item.name for item in items]


def no_longer_recognised(submission: Submission) -> list[str]:
    """Names of the proposed whose recognition at the tier below stands no more."""
    below = plans.load(submission.edition).procedure.path(submission.tier).proposed_from
    standing = Recognition.objects.filter(tier=below, year=submission.year, revoked=False)
    items = submission.items.filter(nomination__isnull=False)
    return [item.name for item in items.exclude(nomination__subject__in=standing.values("subject"))]


def on_hold(submission: Submission, day: date) -> list[str]:
    """Names of the proposed who have to wait today."""
    holding = Hold.objects.filter(Q(until=None) | Q(until__gte=day), since__lte=day)
    return [item.name for item in submission.items.filter(nomination__subject__in=holding.values("subject"))]


def unpackable(submission: Submission) -> list[str]:
    """What has to be there before it is packed, in words: it stands in every paper of the package."""
    found = []
    if not submission.number or submission.dated is None:
        found.append(_("chưa ghi số và ngày tờ trình"))
    items = list(submission.items.select_related("nomination").defer("nomination__verdict"))
    if not items:
        found.append(_("danh sách đề nghị còn trống"))
    if bare := [one.name for one in items if one.nomination is None or not one.nomination.text.strip()]:
        words = _("danh sách có %(listed)s dòng, báo cáo thành tích có %(reports)s, còn thiếu của %(names)s")
        said = {"listed": len(items), "reports": len(items) - len(bare), "names": ", ".join(bare[:5])}
        found.append(words % said)
    if unsigned := unsigned_minutes(submission):
        found.append(_("chưa có biên bản Hội đồng đã ký về %(names)s") % {"names": ", ".join(unsigned[:5])})
    return found


def lacks(submission: Submission, day: date) -> list[str]:
    """What has to be there before it is sent, in words; empty when nothing is missing."""
    found = unpackable(submission)
    if submission.dated is not None and submission.dated > day:
        found.append(_("ngày tờ trình sau hôm nay"))
    if fallen := no_longer_recognised(submission):
        found.append(_("công nhận ở bậc dưới không còn hiệu lực: %(names)s") % {"names": ", ".join(fallen[:5])})
    if waiting_ones := on_hold(submission, day):
        found.append(_("đang tạm dừng: %(names)s") % {"names": ", ".join(waiting_ones[:5])})
    if not submission.has_package or not place_of(submission.package_sha256).exists():
        found.append(_("chưa đóng gói hồ sơ theo nội dung hiện nay"))
    return found


def is_packing(submission: Submission) -> bool:
    """Whether the worker makes its package, or will in a moment; work given up as lost is no work."""
    if submission.package_percent is None:
        return False
    queued = DBTaskResult.objects.filter(status__in=("READY", "RUNNING"), task_path=PACKING)
    return any(arguments["args"][0] == submission.pk for arguments in queued.values_list("args_kwargs", flat=True))
