"""Papers as a reader sees them: those of the own units, searched, filtered and sorted; and all makings of one."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Deed, may
from lantoa.domain.vietnamese import fold
from lantoa.papers.models import Paper
from lantoa.papers.sources import of_own_units, sources
from lantoa.register.queries.tree import lines_of, subtrees_of

SORTS = {"ten": "search_key", "loai": "kind", "dot": "round", "ngay": "day", "lap": "made_at"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the list; a unit stands for all under it, round 0 for what is of no round."""

    words: str = ""
    kind: str = ""
    round: int | None = None
    unit: int | None = None
    sort: str = "-lap"


def visible(user: User) -> QuerySet[Paper]:
    """Papers that the source of their kind lets the user have: the same answer as `Source.may`, for all at once."""
    actor = actor_of(user)
    if not may(actor, Deed.SEE_PAPERS):
        return Paper.objects.none()
    special = {kind.value: source.among(actor) for kind, source in sources().items() if source.among != of_own_units}
    wanted = of_own_units(actor) & ~Q(kind__in=special)
    for kind, among in special.items():
        wanted |= Q(kind=kind) & among
    return Paper.objects.filter(wanted)


def open_kinds(user: User) -> list[str]:
    """Kinds of which the user may have every paper."""
    actor = actor_of(user)
    return [kind.value for kind, source in sources().items() if source.among(actor) == Q()]


def newest(papers: QuerySet[Paper]) -> QuerySet[Paper]:
    """Of every paper its latest making."""
    later = Paper.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"), number__gt=OuterRef("number"))
    return papers.filter(~Exists(later))


def listed(user: User, asked: Asked) -> QuerySet[Paper]:
    """The latest makings that every filter leaves, in the order asked for."""
    found = newest(visible(user))
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.round is not None:
        found = found.filter(round=asked.round or None)
    if asked.unit is not None:
        found = found.filter(unit__in=subtrees_of([], asked.unit).values("pk"))
    sign = "-" if asked.sort.startswith("-") else ""
    column = SORTS.get(asked.sort.removeprefix("-"), SORTS["lap"])
    return found.select_related("round", "unit__subject", "made_by").order_by(f"{sign}{column}", f"{sign}pk")


def makings(paper: Paper) -> QuerySet[Paper]:
    """Every making of the same paper, the latest first."""
    same = Paper.objects.filter(kind=paper.kind, key=paper.key)
    return same.select_related("made_by").order_by("-number")


def units_with_papers(user: User) -> list[tuple[int, str]]:
    """Id and name of the units that visible papers are about, and of those above them."""
    codes = visible(user).filter(~Q(unit=None)).values_list("unit__subject__code", flat=True).distinct()
    return list(lines_of(list(codes)).order_by("subject__sort_key").values_list("pk", "subject__name"))
