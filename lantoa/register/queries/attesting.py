"""Who must be attested against what: people and units of a unit, the attested criteria, what was said so far."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from lantoa.domain.authority import Case
from lantoa.domain.plan import Criterion, Plan, Tier
from lantoa.domain.records import Kind
from lantoa.domain.spelling import attested_criteria
from lantoa.register.models import Attestation, Post, Subject, Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.lists.rows import matching
from lantoa.register.queries.tree import subtrees_of


@dataclass(frozen=True, slots=True)
class Box:
    """One subject under one criterion: what stands, if anything; `concerned` is false where it does not apply."""

    criterion: Criterion
    concerned: bool
    standing: Attestation | None

    @property
    def value(self) -> str:
        """What stands, as the grid writes it: `dat`, `khong-dat` or nothing."""
        if self.standing is None:
            return ""
        return "dat" if self.standing.passed else "khong-dat"


@dataclass(frozen=True, slots=True)
class Seat:
    """A row of the grid."""

    subject: Subject
    place: str
    case: Case
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one subject under one criterion, and on what grounds."""

    subject: int
    criterion: str
    passed: bool
    grounds: str = ""


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """A unit: how many boxes its people and it itself have, and how many are filled."""

    code: str
    name: str
    filled: int
    boxes: int


def criteria_of(plan: Plan, tier: Tier) -> list[Criterion]:
    """The criteria of the tier that people attest, in the plan's order."""
    return [one for one in plan.criteria_of(tier) if one.code in attested_criteria(one.checks[tier.code])]


def tiers_of(plan: Plan) -> list[Tier]:
    """The tiers in which anything is attested."""
    return [tier for tier in plan.tiers.values() if criteria_of(plan, tier)]


def subjects_of(unit: int, kinds: Collection[Kind], day: date, words: str = "") -> QuerySet[Subject]:
    """The units under that unit (it included, the root left out), then the people who work there on the day."""
    units = subtrees_of([], unit)
    alive = units.filter(in_force(day), parent__isnull=False)
    people = Post.objects.filter(in_force(day), unit__in=units.values("pk"))
    return (
        matching(words)
        .filter(Q(pk__in=alive.values("pk")) | Q(pk__in=people.values("person_id")), kind__in=list(kinds))
        .order_by("kind", "sort_key", "pk")
    )


def lacking(subjects: QuerySet[Subject], criteria: list[Criterion], year: int) -> QuerySet[Subject]:
    """Those of whom something is still unsaid."""
    codes = [criterion.code for criterion in criteria]
    said = Q(attestations__year=year, attestations__criterion__in=codes, attestations__stands=True)
    incomplete = Q()
    for kind in Kind:
        incomplete |= Q(kind=kind.value, said__lt=sum(kind in criterion.concerns for criterion in criteria))
    return subjects.annotate(said=Count("attestations", filter=said)).filter(incomplete)


def seats(criteria: list[Criterion], year: int, subjects: Iterable[Subject], day: date) -> list[Seat]:
    """The grid's rows for those subjects, in two queries."""
    subjects = list(subjects)
    keys = [subject.pk for subject in subjects]
    codes = [criterion.code for criterion in criteria]
    said = Attestation.objects.filter(subject__in=keys, criterion__in=codes, year=year, stands=True)
    standing = {(row.subject_id, row.criterion): row for row in said.select_related("typed_by")}
    posts = _posts(keys, day)
    return [
        Seat(
            subject,
            ", ".join(_place(post) for post in posts[subject.pk]),
            _case(subject, posts[subject.pk]),
            tuple(
                Box(one, Kind(subject.kind) in one.concerns, standing.get((subject.pk, one.code))) for one in criteria
            ),
        )
        for subject in subjects
    ]


def cases_of(subjects: Iterable[Subject], day: date) -> dict[int, Case]:
    """Every subject with its units on the day, as the table of permissions wants to know it."""
    subjects = list(subjects)
    posts = _posts([subject.pk for subject in subjects], day)
    return {subject.pk: _case(subject, posts[subject.pk]) for subject in subjects}


def history(subject: Subject, criterion: str, year: int) -> QuerySet[Attestation]:
    """Everything that was said, newest first."""
    rows = Attestation.objects.filter(subject=subject, criterion=criterion, year=year)
    return rows.select_related("typed_by", "imported").order_by("-pk")


def units_on(day: date, within: Collection[str] | None) -> QuerySet[Unit]:
    """Every unit in force, or those of the codes."""
    units = Unit.objects.filter(in_force(day)).select_related("subject").order_by("subject__sort_key", "pk")
    return units if within is None else units.filter(subject__code__in=within)


def progress(criteria: list[Criterion], year: int, day: date, units: Iterable[Unit]) -> list[UnitProgress]:
    """Of each unit the boxes of its own people and of itself, and how many are filled; in three queries."""
    units = list(units)
    keys = [unit.pk for unit in units]
    each = {kind: sum(kind in criterion.concerns for criterion in criteria) for kind in Kind}
    said = Attestation.objects.filter(year=year, criterion__in=[one.code for one in criteria], stands=True)
    posts = Post.objects.filter(in_force(day), unit__in=keys).order_by()
    people = dict(posts.values_list("unit_id").annotate(Count("person_id", distinct=True)))
    of_people = dict(
        posts.filter(person__subject__attestations__in=said)
        .values_list("unit_id")
        .annotate(Count("person__subject__attestations", distinct=True))
    )
    of_units = dict(said.filter(subject__in=keys).order_by().values_list("subject_id").annotate(Count("pk")))
    return [
        UnitProgress(
            unit.subject.code,
            unit.subject.name,
            of_people.get(unit.pk, 0) + of_units.get(unit.pk, 0),
            people.get(unit.pk, 0) * each[Kind.INDIVIDUAL] + (each[Kind.COLLECTIVE] if unit.parent_id else 0),
        )
        for unit in units
    ]


def _posts(subjects: list[int], day: date) -> dict[int, list[Post]]:
    posts: dict[int, list[Post]] = defaultdict(list)
    for post in Post.objects.filter(in_force(day), person__in=subjects).select_related("unit__subject"):
        posts[post.person_id].append(post)
    return posts


def _place(post: Post) -> str:
    return f"{post.position}, {post.unit}" if post.position else str(post.unit)


def _case(subject: Subject, posts: list[Post]) -> Case:
    own = [subject.code] if subject.kind == Kind.COLLECTIVE.value else [post.unit.subject.code for post in posts]
    return Case(subject.code, frozenset(own))
