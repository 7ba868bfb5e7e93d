"""Everything to do in all plans as one list: measures and shortcomings, with filters, order and pages."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.stages import STAGE_LABELS, MeasureStage, ShortcomingStage
from lantoa.domain.vietnamese import fold
from lantoa.nurture.models import Measure, Shortcoming
from lantoa.nurture.queries.reading import visible
from lantoa.nurture.queries.rights import GOING
from lantoa.register.models import Subject
from lantoa.register.queries.tree import subtrees_of

OPEN = (MeasureStage.PLANNED.value, ShortcomingStage.OPEN.value, ShortcomingStage.REMEDIED.value)
SORTS = {"han": "due", "ten": "order", "don_vi": "unit_order", "nguoi_lam": "doer_order", "viec": "text"}
Rows: TypeAlias = QuerySet[Any, dict[str, Any]]


class What(StrEnum):
    """What there is to do; the value is the word in the address."""

    MEASURE = "bien-phap"
    SHORTCOMING = "ton-tai"

    @property
    def label(self) -> str:
        return _("biện pháp") if self is What.MEASURE else _("khắc phục")


class State(StrEnum):
    """How far it is; the value is the word in the address."""

    OPEN = ""
    CLOSED = "da-xong"
    ALL = "tat-ca"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for."""

    words: str = ""
    what: str = ""
    unit: int | None = None
    owner: str = ""
    is_mine: bool = False
    is_late: bool = False
    state: State = State.OPEN
    sort: str = "han"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do, as the list and its Excel file show it."""

    what: What
    pk: int
    plan: int
    name: str
    unit: str
    text: str
    owner: str
    due: date
    stage: MeasureStage | ShortcomingStage
    days: int
    sees_plan: bool
    has_ended: bool

    @property
    def is_open(self) -> bool:
        return self.stage.value in OPEN

    @property
    def is_due(self) -> bool:
        """Still to be done: of a plan that has ended nothing is."""
        return self.is_open and not self.has_ended

    @property
    def state(self) -> str:
        return STAGE_LABELS[self.stage]


def listed(user: User, asked: Asked, day: date) -> Rows:
    """Both kinds as far as the reader may see them: those of visible plans, and measures of one's own."""
    parts = [
        _columns(_narrowed(found, asked, user, day), what)
        for what, found in ((What.MEASURE, _measures(user)), (What.SHORTCOMING, _shortcomings(user)))
        if asked.what in ("", what.value)
    ]
    found = parts[0] if len(parts) == 1 else parts[0].union(*parts[1:], all=True)
    column = F(SORTS.get(asked.sort.removeprefix("-"), "due"))
    return found.order_by(column.desc() if asked.sort.startswith("-") else column.asc(), "due", "what", "pk")


def rows(found: Collection[dict[str, Any]], user: User, day: date) -> list[Row]:
    """One page of what was found, in the order in which it was found."""
    plans = {one["plan_id"] for one in found}
    seen = set(visible(user).filter(pk__in=plans).values_list("pk", flat=True)) if plans else set()
    return [_row(one, one["plan_id"] in seen, day) for one in found]


def late(user: User, day: date) -> int:
    """How many are overdue, of all the reader may see."""
    asked = Asked(is_late=True)
    return sum(_narrowed(found, asked, user, day).count() for found in (_measures(user), _shortcomings(user)))


def _measures(user: User) -> QuerySet[Any]:
    """With the path to whoever does it; so for shortcomings, which the person nurtured remedies."""
    own = Q(owner=user.person_id) if user.person_id else Q(pk=None)
    found = Measure.objects.filter(Q(plan__in=visible(user).values("pk")) | own)
    return found.alias(doer=F("owner"))


def _shortcomings(user: User) -> QuerySet[Any]:
    return Shortcoming.objects.filter(plan__in=visible(user).values("pk")).alias(doer=F("plan__prospect__subject"))


def _narrowed(found: QuerySet[Any], asked: Asked, user: User, day: date) -> QuerySet[Any]:
    for word in fold(asked.words).split():
        by_name = Q(plan__prospect__subject__search_key__contains=word)
        found = found.filter(Q(search_key__contains=word) | by_name)
    for word in fold(asked.owner).split():
        found = found.filter(doer__in=Subject.objects.filter(search_key__contains=word).values("pk"))
    if asked.is_mine:
        found = found.filter(doer=user.person_id or 0)
    if asked.unit is not None:
        found = found.filter(plan__unit__in=subtrees_of([], asked.unit).values("pk"))
    if asked.is_late:
        found = found.filter(due__lt=day)
    if asked.is_late or asked.state is State.OPEN:
        return found.filter(stage__in=OPEN, plan__stage__in=GOING)
    return found.exclude(stage__in=OPEN) if asked.state is State.CLOSED else found


def _columns(found: QuerySet[Any], what: What) -> Rows:
    """The same columns of either kind, so that they make one list."""
    subject = "plan__prospect__subject"
    owner = "owner__subject" if what is What.MEASURE else subject
    return found.order_by().values(
        "pk",
        "plan_id",
        "text",
        "due",
        "stage",
        "plan__ended_at",
        what=Value(what.value, output_field=CharField()),
        name=F(f"{subject}__name"),
        unit=F("plan__unit__subject__name"),
        unit_order=F("plan__unit__subject__sort_key"),
        order=F(f"{subject}__sort_key"),
        doer_name=Coalesce(F(f"{owner}__name"), Value("")),
        doer_order=Coalesce(F(f"{owner}__sort_key"), Value("")),
    )


def _row(one: dict[str, Any], sees_plan: bool, day: date) -> Row:  # noqa: FBT001  (a fact among facts)
    what = What(one["what"])
    stage = MeasureStage(one["stage"]) if what is What.MEASURE else ShortcomingStage(one["stage"])
    return Row(
        what=what,
        pk=one["pk"],
        plan=one["plan_id"],
        name=one["name"],
        unit=one["unit"],
        text=one["text"],
        owner=one["doer_name"],
        due=one["due"],
        stage=stage,
        days=(one["due"] - day).days,
        sees_plan=sees_plan,
        has_ended=one["plan__ended_at"] is not None,
    )
