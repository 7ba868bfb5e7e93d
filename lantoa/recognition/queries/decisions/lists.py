"""The register of decisions: which ones a user may read, filtered, counted; and who waits for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.queries.sheets import written
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import DecisionStage, NominationStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round
from lantoa.recognition.models import Decision, DecisionItem

WORKING = (Deed.DRAFT_DECISION, Deed.DECIDE, Deed.ISSUE_DECISION)
SORTS = {"ngay": "decided_on", "ten": "title", "so_nguoi": "listed"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the register."""

    words: str = ""
    year: int | None = None
    kind: str = ""
    stage: str = ""
    sort: str = "-ngay"


def works_on(user: User) -> bool:
    """Whether the user drafts, approves or issues: others read what was issued."""
    return any(may(actor_of(user), deed) for deed in WORKING)


def visible(user: User) -> QuerySet[Decision]:
    return Decision.objects.all() if works_on(user) else Decision.objects.filter(stage=DecisionStage.ISSUED.value)


def listed(user: User, asked: Asked) -> QuerySet[Decision]:
    """Those that every filter leaves; what has no day yet stands first."""
    lines = DecisionItem.objects.filter(decision=OuterRef("pk"))
    found = visible(user).select_related("round", "about", "made_by")
    for word in fold(asked.words).split():
        found = found.filter(Q(search_key__contains=word) | Exists(lines.filter(subject__search_key__contains=word)))
    if asked.year is not None:
        found = found.filter(Q(decided_on__year=asked.year) | Q(decided_on=None, made_at__year=asked.year))
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    found = found.annotate(listed=Count("items", filter=Q(items__state=DecisionItem.State.LISTED)))
    column = F(SORTS.get(asked.sort.removeprefix("-"), "decided_on"))
    if asked.sort.startswith("-"):
        return found.order_by(column.desc(nulls_first=True), F("number__number").desc(nulls_first=True), "-pk")
    return found.order_by(column.asc(nulls_last=True), F("number__number").asc(nulls_last=True), "pk")


def file_of(decisions: QuerySet[Decision]) -> BytesIO:
    """One row a decision, in the order of the list."""
    headings = [
        (_("Số"), 16),
        (_("Ngày"), 12),
        (_("Hiệu lực"), 12),
        (_("Loại"), 14),
        (_("Trích yếu"), 70),
        (_("Số người, tập thể"), 12),
        (_("Bước"), 22),
        (_("Người ký"), 30),
    ]
    return written(_("Quyết định"), headings, map(_texts, decisions))


def _texts(one: Decision) -> Sequence[str]:
    return [
        one.reference,
        f"{one.decided_on:%d/%m/%Y}" if one.decided_on else "",
        f"{one.effective_on:%d/%m/%Y}" if one.effective_on else "",
        one.get_kind_display(),
        one.title,
        str(getattr(one, "listed", "")),
        one.get_stage_display(),
        one.signer,
    ]


def waiting(of: Round | None = None) -> QuerySet[Nomination]:
    """Those recommended whom no list bears yet, of rounds on which the Principal decides."""
    on_a_list = DecisionItem.objects.filter(
        nomination=OuterRef("pk"), kind=Decision.Kind.RECOGNISE, state=DecisionItem.State.LISTED
    )
    found = Nomination.objects.filter(~Exists(on_a_list), stage=NominationStage.RECOMMENDED.value)
    found = found.filter(round=of) if of else found.filter(_ours())
    return found.select_related("subject", "unit__subject", "round").order_by(
        "-round", "subject__kind", "subject__sort_key"
    )


def _ours() -> Q:
    """Tiers whose nominees are not proposed from a lower one: those are the Minister's to decide on."""
    ours = Q(pk=None)
    for code in plans.codes():
        plan = plans.load(code)
        tiers = [tier for tier in plan.tiers if not plan.procedure.path(tier).proposed_from]
        ours |= Q(edition=code, tier__in=tiers)
    return ours
