"""The list of nominations: which ones, in which order, and as an Excel file."""

from dataclasses import dataclass
from io import BytesIO

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.accounts.models import User
from lantoa.discovery.queries.sheets import written
from lantoa.domain.nurture import Aim
from lantoa.domain.stages import RoundStage
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination, Round
from lantoa.nomination.queries.reading import WITH_NAMES, readable
from lantoa.nomination.queries.rounds.reading import path_of
from lantoa.nurture.queries.aims import in_words
from lantoa.register.queries.tree import subtrees_of

SORTS = {
    "ten": "subject__sort_key",
    "don_vi": "unit__subject__sort_key",
    "ngay": "made_at",
    "gui": "sent_at",
    "buoc": "stage",
}

MOST_ROUNDS = 40
VERDICTS = {"met": gettext_lazy("đạt"), "not_met": gettext_lazy("không đạt"), "unknown": gettext_lazy("chưa rõ")}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list."""

    words: str = ""
    unit: int | None = None
    tier: str = ""
    round: int | None = None
    stage: str = ""
    kind: str = ""
    sort: str = "-ngay"


def listed(user: User, asked: Asked) -> QuerySet[Nomination]:
    """Those that every filter leaves, in the order asked for."""
    found = readable(user)
    for word in fold(asked.words).split():
        found = found.filter(subject__search_key__contains=word)
    if asked.unit is not None:
        found = found.filter(unit__in=subtrees_of([], asked.unit).values("pk"))
    if asked.tier:
        found = found.filter(tier=asked.tier)
    if asked.round is not None:
        found = found.filter(round=asked.round)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.kind:
        found = found.filter(subject__kind=asked.kind)
    sign = "-" if asked.sort.startswith("-") else ""
    column = SORTS.get(asked.sort.removeprefix("-"), SORTS["ngay"])
    return found.select_related(*WITH_NAMES).order_by(f"{sign}{column}", f"{sign}pk")


def rounds_to_choose(user: User) -> list[tuple[str, str]]:
    """The newest rounds that any readable nomination belongs to."""
    known = Round.objects.filter(pk__in=readable(user).values("round")).order_by("-year", "-pk")
    return [(str(key), name) for key, name in known.values_list("pk", "name")[:MOST_ROUNDS]]


def rounds_to_nominate_in() -> list[Round]:
    """The open rounds whose nominees come from the units, the one that closes first before the others."""
    found = Round.objects.filter(stage=RoundStage.OPEN.value).order_by("send_by", "pk")
    return [one for one in found if not path_of(one).proposed_from]


def of_plan(user: User, plan: int) -> Nomination | None:
    return readable(user).filter(plan=plan).first()


def file_of(nominations: QuerySet[Nomination]) -> BytesIO:
    """One row a nomination, in the order of the list."""
    headings = [
        (_("Mã"), 12),
        (_("Ai, tập thể nào"), 28),
        (_("Đơn vị"), 28),
        (_("Bậc"), 44),
        (_("Bước"), 14),
        (_("Đợt xét"), 34),
        (_("Theo sổ"), 14),
        (_("Lập ngày"), 12),
        (_("Gửi lúc"), 18),
        (_("Người lập"), 26),
        (_("Báo cáo thành tích"), 80),
    ]
    return written(_("Đề cử"), headings, map(_texts, nominations), still=2)


def _texts(one: Nomination) -> list[str]:
    return [
        one.subject.code,
        one.subject.name,
        one.unit.subject.name,
        in_words(Aim(one.edition, one.tier, one.year)),
        one.get_stage_display(),
        one.round.name if one.round else "",
        str(VERDICTS.get(one.verdict.get("verdict", ""), "")),
        f"{localtime(one.made_at):%d/%m/%Y}",
        f"{localtime(one.sent_at):%d/%m/%Y %H:%M}" if one.sent_at else "",
        str(one.made_by),
        one.text,
    ]
