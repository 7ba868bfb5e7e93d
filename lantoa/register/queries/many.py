"""The rows of thousands of subjects as books of the core, some people at a time."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from django.db.models import Q
from django.db.models.expressions import RawSQL

from lantoa.domain.records import Kind, RecordBook
from lantoa.register.models import (
    Attestation,
    Award,
    Closing,
    Hold,
    Initiative,
    Person,
    Post,
    Rating,
    Recognition,
    Sanction,
    Unit,
)
from lantoa.register.queries.records import (
    batched,
    read_attestations,
    read_awards,
    read_closings,
    read_holds,
    read_initiatives,
    read_people,
    read_posts,
    read_ratings,
    read_recognitions,
    read_sanctions,
    read_units,
)


def books_of_many(ids: Collection[int], at_a_time: int, counted: Q) -> Iterator[tuple[list[int], RecordBook]]:
    """What the verdicts of many subjects need, so many people at a time; what bears on units is read once.

    `counted` says which awards are read at all.
    """
    units = frozenset(Unit.objects.values_list("pk", flat=True))
    of_units = _book_of_units(counted)
    yield sorted(units.intersection(ids)), of_units
    for some in batched(sorted(set(ids) - units), at_a_time):
        yield some, _with_people(of_units, some, counted)


def _book_of_units(counted: Q) -> RecordBook:
    """All that bears on units: their rows, and every sanction with the posts that say against which unit it counts."""
    about = Q(subject__kind=Kind.COLLECTIVE.value)
    return RecordBook(
        units=read_units(Unit.objects.order_by("subject_id")),
        posts=read_posts(Post.objects.filter(person_id__in=Sanction.objects.values("person_id")).order_by("id")),
        ratings=read_ratings(Rating.objects.filter(about).order_by("id")),
        awards=read_awards(Award.objects.filter(about, counted).order_by("id")),
        sanctions=read_sanctions(Sanction.objects.order_by("id")),
        recognitions=read_recognitions(Recognition.objects.filter(about, revoked=False).order_by("id")),
        attestations=read_attestations(Attestation.objects.filter(about, stands=True).order_by("id")),
        holds=read_holds(Hold.objects.filter(about).order_by("id")),
        closings=read_closings(Closing.objects.order_by("id")),
    )


def _with_people(book: RecordBook, ids: list[int], counted: Q) -> RecordBook:
    """The same with the rows of those people; their sanctions are there, and so are the posts of the sanctioned."""
    listed = _listed(ids)
    own, theirs = Q(subject__in=listed), Q(person__in=listed)
    posts = Post.objects.filter(theirs).exclude(person_id__in=Sanction.objects.values("person_id"))
    return replace(
        book,
        people=read_people(Person.objects.filter(own)),
        posts=book.posts + read_posts(posts.order_by("id")),
        ratings=book.ratings + read_ratings(Rating.objects.filter(own).order_by("id")),
        awards=book.awards + read_awards(Award.objects.filter(own, counted).order_by("id")),
        initiatives=read_initiatives(Initiative.objects.filter(theirs).order_by("id")),
        recognitions=book.recognitions
        + read_recognitions(Recognition.objects.filter(own, revoked=False).order_by("id")),
        attestations=book.attestations + read_attestations(Attestation.objects.filter(own, stands=True).order_by("id")),
        holds=book.holds + read_holds(Hold.objects.filter(own).order_by("id")),
    )


def _listed(ids: Collection[int]) -> RawSQL:
    """The ids as one piece of the statement: as parameters each would cost more than the row it finds."""
    return RawSQL(", ".join(map(str, map(int, ids))), ())  # noqa: S611 - numbers only
