"""The list of nominations: which ones, in which order, and as an Excel file."""

from dataclasses import dataclass
from io import BytesIO

from django.db.models import QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.queries.sheets import written
from lantoa.domain.nurture import Aim
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES, readable
from lantoa.nurture.queries.aims import in_words
from lantoa.register.queries.tree import subtrees_of

SORTS = {"ten": "subject__sort_key", "don_vi": "unit__subject__sort_key", "ngay": "made_at"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list."""

    words: str = ""
    unit: int | None = None
    tier: str = ""
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
    sign = "-" if asked.sort.startswith("-") else ""
    column = SORTS.get(asked.sort.removeprefix("-"), SORTS["ngay"])
    return found.select_related(*WITH_NAMES).order_by(f"{sign}{column}", f"{sign}pk")


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
        (_("Lập ngày"), 12),
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
        f"{localtime(one.made_at):%d/%m/%Y}",
        str(one.made_by),
        one.text,
    ]
