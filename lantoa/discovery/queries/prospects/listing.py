"""Prospects as a reader sees them: those of the own units, and oneself; filtered, sorted, counted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case as When_
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value, When

from lantoa.discovery.models import Practice, Prospect
from lantoa.discovery.queries.signals.listing import about
from lantoa.domain.authority import Scope
from lantoa.domain.stages import ProspectStage
from lantoa.domain.vietnamese import fold
from lantoa.register.models import Unit
from lantoa.register.queries.tree import subtrees_of

LIVING = tuple(
    stage.value for stage in ProspectStage if stage not in (ProspectStage.NOMINATED, ProspectStage.SET_ASIDE)
)
ALONE_FOR = timedelta(days=90)
NO_TIER = "chua-dinh"
WITH_NAMES = ("subject", "unit__subject", "found_by", "chosen_by", "signal", "tip")
NAME = ("subject__sort_key", "pk")
SORTS = {
    "ten": NAME,
    "don_vi": ("unit__subject__sort_key", *NAME),
    "buoc": ("place", *NAME),
    "bac": ("tier", *NAME),
    "phat_hien": ("found_at", *NAME),
    "xem_xet": ("looked_at", *NAME),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for: a unit with those under it or without, a tier or NO_TIER, the year of finding.

    `sort` is a key of SORTS, falling with a minus before it.
    """

    words: str = ""
    stages: tuple[str, ...] = LIVING
    unit: int | None = None
    is_unit_alone: bool = False
    tier: str = ""
    year: int | None = None
    origin: str = ""
    is_alone: bool = False
    sort: str = ""


def within(scope: Scope, day: date) -> Q:
    """Prospects followed by the units of the scope, those about somebody who works there now, and oneself."""
    if scope.everything:
        return Q()
    found = Q(subject__code=scope.person) if scope.person else Q(pk__in=[])
    if scope.units:
        found |= Q(unit__in=Unit.objects.filter(subject__code__in=scope.units).values("pk")) | about(scope, day)
    return found


def alone_since(at: datetime) -> datetime:
    """Who has not been looked at since then has been left alone for too long."""
    return at - ALONE_FOR


def matching(asked: Asked, scope: Scope, at: datetime) -> QuerySet[Prospect]:
    found = Prospect.objects.filter(within(scope, at.date()), stage__in=asked.stages).select_related(*WITH_NAMES)
    for word in fold(asked.words).split():
        found = found.filter(subject__search_key__contains=word)
    if asked.unit is not None:
        under = subtrees_of([], asked.unit).values("pk")
        found = found.filter(unit=asked.unit) if asked.is_unit_alone else found.filter(unit__in=under)
    for column, value in (("tier", asked.tier), ("origin", asked.origin), ("found_at__year", asked.year)):
        if value:
            found = found.filter(**{column: "" if value == NO_TIER else value})
    if asked.is_alone:
        found = found.filter(stage__in=LIVING, looked_at__lt=alone_since(at))
    return _sorted(found.annotate(has_practice=Exists(Practice.objects.filter(prospect=OuterRef("pk")))), asked.sort)


def _sorted(found: QuerySet[Prospect], sort: str) -> QuerySet[Prospect]:
    """By stage along the life at first; names of the sort that are not known are left out of the question."""
    along = [When(stage=stage.value, then=Value(place)) for place, stage in enumerate(ProspectStage)]
    found = found.annotate(place=When_(*along))
    first, *others = SORTS.get(sort.removeprefix("-"), SORTS["buoc"])
    return found.order_by(F(first).desc() if sort.startswith("-") else F(first).asc(), *others)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many prospects stand at each stage, and how many of the living have been left alone."""

    by_stage: dict[str, int]
    alone: int

    @property
    def total(self) -> int:
        return sum(self.by_stage.values())

    def of(self, stage: ProspectStage) -> int:
        return self.by_stage.get(stage.value, 0)


def numbers(scope: Scope, at: datetime) -> Numbers:
    """In one query."""
    alone = Count("pk", filter=Q(stage__in=LIVING, looked_at__lt=alone_since(at)))
    rows = Prospect.objects.filter(within(scope, at.date())).order_by().values("stage")
    counted = list(rows.annotate(number=Count("pk"), left=alone))
    return Numbers({row["stage"]: row["number"] for row in counted}, sum(row["left"] for row in counted))
