"""The rows that one subject's verdicts need: few queries, and the same answers as the whole book."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa import plans
from lantoa.domain.records import Kind, Ledger, Level, RecordBook
from lantoa.domain.verdict import Assessment, assess
from lantoa.register.models import Subject
from lantoa.register.queries.records import book_of, whole_book
from tests import cast as school
from tests.cast import Cast


def assessments(book: RecordBook, code: str) -> list[Assessment]:
    plan = plans.load()
    kind = Kind.COLLECTIVE if code in book.units else Kind.INDIVIDUAL
    tiers = [tier for tier in plan.tiers.values() if kind in tier.subjects]
    return [assess(plan, tier, year, book, code) for tier in tiers for year in plan.years(tier)]


def a_full_book(cast: Cast) -> None:
    """Something of everything, and whatever crosses from one subject to another."""
    for who in (cast.lecturer, cast.division, cast.faculty):
        school.rating(who, 2023)
        school.award(who, 2023, "Bằng khen", level=Level.MINISTRY, decided="5/2/2024")
        school.recognition(who, "school-annual", 2023, decided="2024")
        school.attestation(who, "G1", 2023, passed=False)
        school.attestation(who, "G1", 2023)
        school.hold(who, "12/2025")
    school.award(cast.division, 2022, "TTLĐXS")
    school.initiative(cast.lecturer, 2023)
    school.sanction(cast.lecturer, "5/3/2023")
    school.sanction(cast.deputy.person or cast.lecturer, "3/2024", at=cast.division)
    school.post(cast.lecturer, cast.office, since="1/1/2024", until="31/12/2024", is_head=True)
    school.closing(Ledger.SANCTIONS, 2024, of=cast.faculty)
    school.closing(Ledger.AWARDS, 2023)


def test_a_subject_alone_gets_the_answers_of_the_whole_book(cast: Cast) -> None:
    a_full_book(cast)
    whole = whole_book()

    for subject in Subject.objects.all():
        assert assessments(book_of(subject), subject.code) == assessments(whole, subject.code)


def test_a_subject_takes_few_queries_whatever_there_is_of_it(cast: Cast) -> None:
    nothing_yet = [queries_for(cast.lecturer.subject), queries_for(cast.division.subject)]

    a_full_book(cast)

    assert nothing_yet == [9, 6]
    assert [queries_for(cast.lecturer.subject), queries_for(cast.division.subject)] == [10, 7]


def queries_for(subject: Subject) -> int:
    with CaptureQueriesContext(connection) as captured:
        book_of(subject)
    return len(captured)
