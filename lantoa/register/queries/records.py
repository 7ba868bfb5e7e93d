"""Rows of the database as records of the core: the whole book, or what one subject's verdicts need."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from django.db.models import F, Q, QuerySet

from lantoa.domain import records
from lantoa.domain.records import AwardStatus, Kind, Ledger, Level, Origin, RecordBook
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
    Subject,
    Unit,
)
from lantoa.register.queries.dates import surely_written, written
from lantoa.register.queries.judgements import ATTESTATIONS, RATINGS, RECOGNITIONS, judgements
from lantoa.register.queries.tree import lines_of, subtrees_of

UNITS, PEOPLE, POSTS, AWARDS = "Đơn vị", "Cán bộ", "Công tác", "Khen thưởng"
SANCTIONS, INITIATIVES, HOLDS, CLOSINGS = "Kỷ luật", "Sáng kiến", "Tạm hoãn", "Chốt sổ"

Key = TypeVar("Key")


def whole_book() -> RecordBook:
    """Every row on file, in the order in which it was recorded."""
    return RecordBook(
        units=read_units(Unit.objects.order_by("subject_id")),
        people=read_people(Person.objects.order_by("subject_id")),
        posts=read_posts(Post.objects.order_by("id")),
        ratings=read_ratings(Rating.objects.order_by("id")),
        awards=read_awards(Award.objects.order_by("id")),
        sanctions=read_sanctions(Sanction.objects.order_by("id")),
        initiatives=read_initiatives(Initiative.objects.order_by("id")),
        recognitions=read_recognitions(Recognition.objects.filter(revoked=False).order_by("id")),
        attestations=read_attestations(Attestation.objects.order_by("id")),
        holds=read_holds(Hold.objects.order_by("id")),
        closings=read_closings(Closing.objects.order_by("id")),
    )


def book_of(subject: Subject) -> RecordBook:
    """What the verdicts of one subject need: its rows, those of units it headed, and the books that bear on them."""
    is_person = subject.kind == Kind.INDIVIDUAL
    own_posts = read_posts(Post.objects.filter(person_id=subject.pk).order_by("id")) if is_person else []
    headed = {post.unit for post in own_posts if post.is_head}
    about = Q(subject__code__in=[subject.code, *headed])
    sanctions = read_sanctions(_sanctions_that_bear(subject, headed).order_by("id"))
    posts = own_posts + (_posts_of({row.person for row in sanctions} - {subject.code}) if sanctions else [])
    units = read_units(
        lines_of({post.unit for post in posts} | {row.unit for row in sanctions if row.unit}, subject.pk)
    )
    ratings, recognitions, attestations = judgements(about)
    return RecordBook(
        units=units,
        people=read_people(Person.objects.filter(subject_id=subject.pk)) if is_person else {},
        posts=posts,
        ratings=ratings,
        awards=read_awards(Award.objects.filter(about).order_by("id")),
        sanctions=sanctions,
        initiatives=read_initiatives(Initiative.objects.filter(person_id=subject.pk).order_by("id"))
        if is_person
        else [],
        recognitions=recognitions,
        attestations=attestations,
        holds=read_holds(Hold.objects.filter(about).order_by("id")),
        closings=read_closings(
            Closing.objects.filter(Q(unit=None) | Q(unit__subject__code__in=list(units))).order_by("id")
        ),
    )


def _sanctions_that_bear(subject: Subject, headed: Collection[str]) -> QuerySet[Sanction]:
    """The subject's own sanctions, and those that may count against the unit, or the units headed.

    A union of three: with OR between them both databases would look at every sanction and every post.
    """
    own = Sanction.objects.filter(person_id=subject.pk)
    if subject.kind == Kind.INDIVIDUAL and not headed:
        return own
    units = subtrees_of(headed, subject.pk).values("pk")
    of_a_violation_there = Sanction.objects.filter(unit__in=units)
    of_its_people_then = Sanction.objects.filter(
        Q(person__posts__until=None) | Q(person__posts__until__gte=F("effective")),
        person__posts__unit__in=units,
        person__posts__since__lte=F("effective"),
    )
    all_of_them = own.values("pk").union(of_a_violation_there.values("pk"), of_its_people_then.values("pk"))
    return Sanction.objects.filter(pk__in=all_of_them)


def _posts_of(people: Collection[str]) -> list[records.Post]:
    """Posts of the people sanctioned: where they worked decides against which unit a sanction counts."""
    return read_posts(Post.objects.filter(person__subject__code__in=people).order_by("id"))


def book_about(keys: Collection[int]) -> RecordBook:
    """Every row about those subjects, and all units and closed books: what an import is held against.

    Revoked recognitions too: an older workbook does not bring them back.
    """
    book = RecordBook(
        units=read_units(Unit.objects.order_by("subject_id")), closings=read_closings(Closing.objects.all())
    )
    for some in batched(keys):
        own, persons = Q(subject__in=some), Q(person__in=some)
        book.people.update(read_people(Person.objects.filter(own)))
        book.posts.extend(read_posts(Post.objects.filter(persons)))
        book.ratings.extend(read_ratings(Rating.objects.filter(own)))
        book.awards.extend(read_awards(Award.objects.filter(own)))
        book.sanctions.extend(read_sanctions(Sanction.objects.filter(persons)))
        book.initiatives.extend(read_initiatives(Initiative.objects.filter(persons)))
        book.recognitions.extend(read_recognitions(Recognition.objects.filter(own)))
        book.attestations.extend(read_attestations(Attestation.objects.filter(own)))
        book.holds.extend(read_holds(Hold.objects.filter(own)))
    return book


def batched(keys: Iterable[Key], size: int = 900) -> Iterator[list[Key]]:
    """The keys in lists short enough for one statement on either database."""
    left = iter(keys)
    while some := list(islice(left, size)):
        yield some


def read_units(rows: QuerySet[Unit]) -> dict[str, records.Unit]:
    columns = rows.values_list(
        "subject_id",
        "subject__code",
        "subject__name",
        "parent__subject__code",
        "since",
        "since_precision",
        "until",
        "until_precision",
    )
    return {
        code: records.Unit(code, name, parent, written(since, from_), written(until, to), Origin(UNITS, key))
        for key, code, name, parent, since, from_, until, to in columns
    }


def read_people(rows: QuerySet[Person]) -> dict[str, records.Person]:
    columns = rows.values_list(
        "subject_id", "subject__code", "subject__name", "sex", "born", "born_precision", "employment"
    )
    return {
        code: records.Person(code, name, Origin(PEOPLE, key), sex, written(born, precision), employment)
        for key, code, name, sex, born, precision, employment in columns
    }


def read_posts(rows: QuerySet[Post]) -> list[records.Post]:
    columns = rows.values_list(
        "id",
        "person__subject__code",
        "unit__subject__code",
        "position",
        "is_head",
        "since",
        "since_precision",
        "until",
        "until_precision",
    )
    return [
        records.Post(person, unit, position, head, written(since, from_), written(until, to), Origin(POSTS, key))
        for key, person, unit, position, head, since, from_, until, to in columns
    ]


def read_ratings(rows: QuerySet[Rating]) -> list[records.Rating]:
    columns = rows.values_list("id", "subject__code", "year", "grade")
    return [records.Rating(subject, year, grade, Origin(RATINGS, key)) for key, subject, year, grade in columns]


def read_awards(rows: QuerySet[Award]) -> list[records.Award]:
    columns = rows.values_list(
        "id",
        "subject__code",
        "year",
        "text",
        "title",
        "level",
        "status",
        "decision",
        "decided",
        "decided_precision",
        "issuer",
    )
    return [
        records.Award(
            subject,
            year,
            text,
            title,
            Level(level),
            AwardStatus(status),
            Origin(AWARDS, key),
            decision,
            written(decided, precision),
            issuer,
        )
        for key, subject, year, text, title, level, status, decision, decided, precision, issuer in columns
    ]


def read_sanctions(rows: QuerySet[Sanction]) -> list[records.Sanction]:
    columns = rows.values_list(
        "id",
        "person__subject__code",
        "form",
        "effective",
        "effective_precision",
        "unit__subject__code",
        "decision",
        "cancelled",
    )
    return [
        records.Sanction(
            person, form, surely_written(day, precision), Origin(SANCTIONS, key), unit, decision, cancelled
        )
        for key, person, form, day, precision, unit, decision, cancelled in columns
    ]


def read_initiatives(rows: QuerySet[Initiative]) -> list[records.Initiative]:
    columns = rows.values_list("id", "person__subject__code", "year", "name", "level", "decision")
    return [
        records.Initiative(person, year, name, Origin(INITIATIVES, key), level, decision)
        for key, person, year, name, level, decision in columns
    ]


def read_recognitions(rows: QuerySet[Recognition]) -> list[records.Recognition]:
    columns = rows.values_list("id", "subject__code", "tier", "year", "decision", "decided", "decided_precision")
    return [
        records.Recognition(subject, tier, year, Origin(RECOGNITIONS, key), decision, written(decided, precision))
        for key, subject, tier, year, decision, decided, precision in columns
    ]


def read_attestations(rows: QuerySet[Attestation]) -> list[records.Attestation]:
    columns = rows.values_list("id", "subject__code", "criterion", "year", "passed", "grounds", "by")
    return [
        records.Attestation(subject, criterion, year, passed, Origin(ATTESTATIONS, key), grounds, by)
        for key, subject, criterion, year, passed, grounds, by in columns
    ]


def read_holds(rows: QuerySet[Hold]) -> list[records.Hold]:
    columns = rows.values_list("id", "subject__code", "reason", "since", "since_precision", "until", "until_precision")
    return [
        records.Hold(subject, reason, surely_written(since, from_), written(until, to), Origin(HOLDS, key))
        for key, subject, reason, since, from_, until, to in columns
    ]


def read_closings(rows: QuerySet[Closing]) -> list[records.Closing]:
    columns = rows.values_list("id", "ledger", "year", "unit__subject__code", "closed", "closed_precision")
    return [
        records.Closing(Ledger(ledger), year, unit, surely_written(closed, precision), Origin(CLOSINGS, key))
        for key, ledger, year, unit, closed, precision in columns
    ]
