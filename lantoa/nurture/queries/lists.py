"""Lists of nurture plans: those one may see, by name, stage, unit, tier, mentor, and what is overdue."""

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.discovery.models import Prospect
from lantoa.discovery.queries.sheets import written
from lantoa.domain.authority import Deed
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import NurtureStage, ProspectStage
from lantoa.domain.vietnamese import fold
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.aims import in_words
from lantoa.nurture.queries.people import LIVING, MENTORED, mentor_missing
from lantoa.nurture.queries.reading import WITH_NAMES, visible
from lantoa.register.queries.tree import subtrees_of

SORTS = {
    "ten": ("prospect__subject__sort_key",),
    "don_vi": ("unit__subject__sort_key", "prospect__subject__sort_key"),
    "bac": ("tier", "year", "prospect__subject__sort_key"),
    "huong_dan": ("mentor__subject__sort_key", "prospect__subject__sort_key"),
    "den_ngay": ("until", "prospect__subject__sort_key"),
}
WAITED_TOO_LONG = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list; stage `open` is everything that has not ended."""

    words: str = ""
    stage: str = "open"
    unit: int | None = None
    tier: str = ""
    mentor: str = ""
    is_late: bool = False
    prospect: int | None = None
    sort: str = "den_ngay"


def listed(user: User, asked: Asked, day: date) -> QuerySet[NurturePlan]:
    """The plans that every filter leaves, in the order asked for."""
    found = visible(user)
    for word in fold(asked.words).split():
        found = found.filter(prospect__subject__search_key__contains=word)
    for word in fold(asked.mentor).split():
        found = found.filter(mentor__subject__search_key__contains=word)
    if asked.stage:
        found = found.filter(stage__in=LIVING if asked.stage == "open" else [asked.stage])
    if asked.unit is not None:
        found = found.filter(unit__in=subtrees_of([], asked.unit).values("pk"))
    if asked.tier:
        found = found.filter(tier=asked.tier)
    if asked.prospect is not None:
        found = found.filter(prospect=asked.prospect)
    if asked.is_late:
        found = found.filter(late(day))
    return found.select_related(*WITH_NAMES).order_by(*_order(asked.sort))


def late(day: date) -> Q:
    """Past its end, waiting for the head for more than a week, or without a mentor."""
    going = Q(stage=NurtureStage.ACTIVE.value, until__lt=day)
    waiting = Q(stage=NurtureStage.WAITING.value, sent_at__date__lt=day - WAITED_TOO_LONG)
    return going | waiting | (Q(stage__in=MENTORED) & mentor_missing(day))


def lost_mentors(plans: list[NurturePlan], day: date) -> set[int]:
    """Those of the plans that need a new mentor, in one query."""
    found = NurturePlan.objects.filter(mentor_missing(day), pk__in=[plan.pk for plan in plans], stage__in=MENTORED)
    return set(found.values_list("pk", flat=True))


def of_prospect(user: User, prospect: int) -> NurturePlan | None:
    """The living plan of the prospect, or its only one; None when there is none, or several that have ended."""
    found = list(visible(user).filter(prospect=prospect).order_by("pk"))
    living = [plan for plan in found if plan.stage in LIVING]
    if living:
        return living[0]
    return found[0] if len(found) == 1 else None


def startable(user: User) -> list[Prospect]:
    """Chosen prospects for whom the user may start a plan."""
    reach = scope_of(user, Deed.WRITE_NURTURE)
    found = Prospect.objects.filter(stage=ProspectStage.CHOSEN.value).select_related("subject", "unit__subject")
    if not reach.everything:
        found = found.filter(unit__subject__code__in=reach.units)
    found = found.exclude(subject=user.person_id) if user.person_id else found
    return list(found.order_by("subject__sort_key", "pk"))


def file_of(plans: QuerySet[NurturePlan], day: date) -> BytesIO:
    """One row a plan, in the order of the list."""
    rows = list(plans)
    lost = lost_mentors(rows, day)
    headings = [
        (_("Mã"), 12),
        (_("Ai, tập thể nào"), 28),
        (_("Đơn vị"), 28),
        (_("Bậc hướng tới"), 44),
        (_("Bước"), 22),
        (_("Người hướng dẫn"), 26),
        (_("Từ ngày"), 12),
        (_("Đến ngày"), 12),
        (_("Kết luận của đơn vị"), 50),
        (_("Bài học"), 50),
    ]
    return written(_("Bồi dưỡng"), headings, (_texts(plan, lost) for plan in rows), still=2)


def _texts(plan: NurturePlan, lost: set[int]) -> list[str]:
    mentor = plan.mentor.subject.name if plan.mentor else ""
    return [
        plan.prospect.subject.code,
        plan.prospect.subject.name,
        plan.unit.subject.name,
        in_words(Aim(plan.edition, plan.tier, plan.year)),
        plan.get_stage_display(),
        _("%s (cần người mới)") % mentor if plan.pk in lost else mentor,
        f"{plan.since:%d/%m/%Y}",
        f"{plan.until:%d/%m/%Y}",
        plan.readiness,
        plan.lessons,
    ]


def _order(sort: str) -> list[str]:
    columns = SORTS.get(sort.removeprefix("-"), SORTS["den_ngay"])
    sign = "-" if sort.startswith("-") else ""
    return [*(f"{sign}{column}" for column in columns), "pk"]
