"""How the papers of nominations are named and numbered, and whom they are for."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, may, scope
from lantoa.domain.papers.filing import folder
from lantoa.domain.records import Kind
from lantoa.domain.stages import NominationStage
from lantoa.domain.vietnamese import slug
from lantoa.nomination.models import Nomination, Round
from lantoa.register.models import Post, Unit
from lantoa.register.queries.figures import in_force

FOLDERS = {Kind.INDIVIDUAL.value: "CN", Kind.COLLECTIVE.value: "TT"}
WITH_NAMES = ("subject", "unit__subject", "round")


def nominations(actor: Actor, round_id: int | None) -> QuerySet[Nomination]:
    """Those of rounds (of one or of all) whose papers the actor sees, collectives first, then by name."""
    found = Nomination.objects.filter(round__isnull=False).exclude(stage=NominationStage.WITHDRAWN.value)
    found = found if round_id is None else found.filter(round=round_id)
    reach = scope(actor, Deed.SEE_PAPERS)
    if not reach.everything:
        units = Unit.objects.filter(subject__code__in=reach.units).values("pk")
        found = found.filter(Q(unit__in=units) | Q(subject__in=units))
    return found.select_related(*WITH_NAMES).order_by("-round", "subject__kind", "subject__sort_key", "pk")


def numbers(round_id: int | None) -> dict[int, int]:
    """Each nomination's number in its round, as it was entered: it never changes, since none is ever deleted."""
    found = Nomination.objects.filter(round__isnull=False)
    found = found if round_id is None else found.filter(round=round_id)
    counted: dict[int | None, int] = {}
    places: dict[int, int] = {}
    for pk, one in found.order_by("pk").values_list("pk", "round_id"):
        counted[one] = places[pk] = counted.get(one, 0) + 1
    return places


def file_of(nomination: Nomination, number: int, what: str) -> str:
    """`2024/SA/CN/012_nguyen-van-an_bao-cao`."""
    kind = FOLDERS[nomination.subject.kind]
    name = slug(nomination.subject.name)[:80]
    return f"{folder(nomination.tier, nomination.year)}/{kind}/{number:03}_{name}_{what}"


def file_of_round(one: Round, what: str) -> str:
    return f"{folder(one.tier, one.year)}/{what}"


def may_of_nomination(actor: Actor, nomination: Nomination) -> Allowed | Refused:
    units = frozenset([nomination.unit.subject.code])
    return may(actor, Deed.SEE_PAPERS, Case(nomination.subject.code, units))


def nomination_of(key: str) -> Nomination | None:
    """By its key, which is its number on file; none is made of what waits for its round or was withdrawn."""
    if not key.isascii() or not key.isdigit():
        return None
    found = Nomination.objects.exclude(stage=NominationStage.WITHDRAWN.value).filter(round__isnull=False)
    return found.select_related(*WITH_NAMES).filter(pk=int(key)).first()


def positions(persons: Iterable[int], day: date) -> dict[int, str]:
    """`Trưởng khoa, Khoa Luật` for each person on the day; who heads something says so first."""
    posts = Post.objects.filter(in_force(day), person__in=list(persons)).select_related("unit__subject")
    found: dict[int, list[str]] = {}
    for post in posts.order_by("-is_head", "since", "pk"):
        found.setdefault(post.person_id, []).append(
            f"{post.position}, {post.unit}" if post.position else str(post.unit)
        )
    return {person: "; ".join(dict.fromkeys(words)) for person, words in found.items()}


def head_of(unit: Unit, day: date) -> tuple[str, str]:
    """Position and name of who heads the unit on the day; blank when nobody does."""
    post = Post.objects.filter(in_force(day), unit=unit, is_head=True).select_related("person__subject").first()
    return (post.position, post.person.subject.name) if post else ("", "")


def paragraphs(text: str) -> tuple[str, ...]:
    """One a line; empty lines are left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def slashed(day: date | None) -> str:
    """`05/01/2026`, or nothing."""
    return f"{day:%d/%m/%Y}" if day else ""
