"""Lists of tips: those one may handle, overdue first; those one has sent; the one behind a code."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case as When_
from django.db.models import IntegerField, Q, QuerySet, Value, When

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.discovery.models import Tip
from lantoa.discovery.queries.tips.owners import OPEN, orphaned, today
from lantoa.domain.authority import Deed, Role
from lantoa.domain.stages import TipStage
from lantoa.domain.vietnamese import fold
from lantoa.register.models import Post, Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.tree import subtrees_of

WITH_NAMES = ("subject", "unit__subject", "owner", "tipster")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list; `whose` is mine or everybody's within reach."""

    words: str = ""
    stage: str = "open"
    is_mine: bool = False
    unit: int | None = None
    is_late: bool = False


def visible(user: User) -> QuerySet[Tip]:
    """The tips that the user may handle: never those about oneself."""
    scope = scope_of(user, Deed.HANDLE_TIP)
    found = Tip.objects.exclude(subject=user.person_id) if user.person_id else Tip.objects.all()
    if scope.everything:
        return found
    units = Unit.objects.filter(subject__code__in=scope.units).values("pk")
    people = Post.objects.filter(in_force(today()), unit__in=units).values("person_id")
    return found.filter(Q(unit__in=units) | Q(subject__in=units) | Q(subject__in=people))


def listed(user: User, asked: Asked, day: date) -> QuerySet[Tip]:
    """Open ones by their due day, the latest first; then the answered ones, newest first."""
    found = visible(user)
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    if asked.is_mine:
        found = found.filter(mine(user, day))
    if asked.stage == "open":
        found = found.filter(stage__in=OPEN)
    elif asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.is_late:
        found = found.filter(stage__in=OPEN, due__lt=day)
    if asked.unit is not None:
        found = found.filter(unit__in=subtrees_of([], asked.unit).values("pk"))
    is_closed = When_(When(stage__in=OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    due_if_open = When_(When(stage__in=OPEN, then="due"))
    return found.order_by(is_closed, due_if_open, "-received_at", "pk").select_related(*WITH_NAMES)


def mine(user: User, day: date) -> Q:
    """One's own; an officer's also are those that nobody else can answer any more."""
    own = Q(owner=user)
    return own | orphaned(day) if Role.OFFICER in actor_of(user).roles else own


def late(user: User, day: date) -> int:
    return visible(user).filter(stage__in=OPEN, due__lt=day).count()


def sent_by(user: User) -> QuerySet[Tip]:
    return Tip.objects.filter(tipster=user).select_related("subject", "owner", "merged_into").order_by("-received_at")


def by_code(code: str) -> Tip | None:
    return Tip.objects.filter(code=code.strip().upper()).select_related(*WITH_NAMES, "merged_into").first()


def head_of(tip: Tip) -> Tip:
    """The tip into which this one was merged at last; itself when it was not."""
    while tip.stage == TipStage.MERGED.value and tip.merged_into is not None:
        tip = tip.merged_into
    return tip


def with_duplicates(tip: Tip) -> list[Tip]:
    """The tip and all that were merged into it, however far."""
    found, latest = [tip], [tip.pk]
    while latest:
        merged = list(Tip.objects.filter(merged_into__in=latest).select_related("tipster").order_by("pk"))
        found, latest = found + merged, [one.pk for one in merged]
    return found
