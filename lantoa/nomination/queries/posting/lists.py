"""Lists of postings and of objections, for those who run and verify them."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.domain.authority import Deed
from lantoa.domain.vietnamese import fold
from lantoa.nomination.models import Objection, PostedCandidate, Posting
from lantoa.nomination.queries.posting.objectors import sent_by
from lantoa.nomination.queries.posting.officers import OPEN

Row = TypeVar("Row", Posting, Objection)
Counted = TypeVar("Counted", PostedCandidate, Objection)
WITH_NAMES = ("candidate__nomination__subject", "candidate__nomination__unit__subject", "candidate__posting", "officer")
POSTING_SORTS = {"dot": "round__search_key", "tu": "starts", "den": "ends"}
OBJECTION_SORTS = {"ma": "code", "ai": "candidate__nomination__subject__sort_key", "nhan": "received_at", "han": "due"}


@dataclass(frozen=True, slots=True)
class PostingsAsked:
    """What is asked of the list of postings."""

    words: str = ""
    stage: str = ""
    audience: str = ""
    sort: str = "-tu"


@dataclass(frozen=True, slots=True)
class ObjectionsAsked:
    """What is asked of the list of objections; the stage `open` is every one that is not settled."""

    words: str = ""
    stage: str = "open"
    outcome: str = ""
    is_mine: bool = False
    is_late: bool = False
    sort: str = "han"


def postings(asked: PostingsAsked) -> QuerySet[Posting]:
    """Each with how many candidates it has and how many objections are still open."""
    found = Posting.objects.select_related("round").annotate(
        listed=_counted(PostedCandidate.objects.filter(posting=OuterRef("pk")), "posting"),
        objected=_counted(
            Objection.objects.filter(candidate__posting=OuterRef("pk"), stage__in=OPEN), "candidate__posting"
        ),
    )
    for word in fold(asked.words).split():
        found = found.filter(round__search_key__contains=word)
    if asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.audience:
        found = found.filter(audience=asked.audience)
    return _ordered(found, asked.sort, POSTING_SORTS, "-tu")


def handled(user: User) -> QuerySet[Objection]:
    """The objections that the user may look into: never about oneself, never one's own."""
    if not scope_of(user, Deed.HANDLE_OBJECTION).everything:
        return Objection.objects.none()
    found = Objection.objects.exclude(pk__in=sent_by(user).order_by().values("pk"))
    return found.exclude(candidate__nomination__subject=user.person_id) if user.person_id else found


def objections(user: User, asked: ObjectionsAsked, day: date) -> QuerySet[Objection]:
    """Those that every filter leaves, in the order asked for."""
    found = handled(user).select_related(*WITH_NAMES)
    for word in fold(asked.words).split():
        found = found.filter(search_key__contains=word)
    if asked.stage == "open":
        found = found.filter(stage__in=OPEN)
    elif asked.stage:
        found = found.filter(stage=asked.stage)
    if asked.outcome:
        found = found.filter(outcome=asked.outcome)
    if asked.is_mine:
        found = found.filter(officer=user)
    if asked.is_late:
        found = found.filter(late(day))
    return _ordered(found, asked.sort, OBJECTION_SORTS, "han")


def late(day: date) -> Q:
    return Q(stage__in=OPEN, due__lt=day)


def by_code(code: str) -> Objection | None:
    return Objection.objects.filter(code=code.strip().upper()).select_related(*WITH_NAMES, "identity").first()


def _counted(found: QuerySet[Counted], by: str) -> Subquery:
    return Subquery(found.order_by().values(by).annotate(count=Count("pk")).values("count"))


def _ordered(found: QuerySet[Row], sort: str, sorts: dict[str, str], usual: str) -> QuerySet[Row]:
    asked = sort if sort.removeprefix("-") in sorts else usual
    sign = "-" if asked.startswith("-") else ""
    return found.order_by(f"{sign}{sorts[asked.removeprefix('-')]}", f"{sign}pk")
