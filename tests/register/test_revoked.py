"""A revoked recognition stays on file for the trace, and counts for nothing."""

import pytest
from django.db.models import Q

from lantoa import plans
from lantoa.domain.records import Ledger
from lantoa.domain.screening import screen
from lantoa.domain.verdict import Verdict, assess
from lantoa.register.models import Recognition
from lantoa.register.queries.figures import DatabaseFigures
from lantoa.register.queries.many import books_of_many
from lantoa.register.queries.records import book_about, book_of, whole_book
from tests import cast as school
from tests.cast import Cast, signed_in


@pytest.fixture
def revoked(cast: Cast) -> Recognition:
    school.recognition(cast.lecturer, "school-annual", 2024, decision="12/QĐ")
    Recognition.objects.update(revoked=True)
    return Recognition.objects.get()


def verdicts_for_the_sector(cast: Cast) -> tuple[Verdict, Verdict]:
    """Whether the lecturer was recognised at the school: by the book, and by the screening."""
    plan = plans.load()
    tier = plan.tier("sector-annual")
    found = assess(plan, tier, 2024, book_of(cast.lecturer.subject), "CB6")
    [finding] = [one for one in found.findings if one.criterion.code == "MA-1"]
    screened = screen(plan, tier, 2024, DatabaseFigures())
    return finding.verdict, Verdict(screened.criteria["MA-1"][cast.lecturer.pk])


@pytest.mark.usefixtures("revoked")
def test_no_reader_of_verdicts_sees_it(cast: Cast) -> None:
    keys = [cast.lecturer.pk, cast.division.pk]

    books = [whole_book(), book_of(cast.lecturer.subject), *(book for _, book in books_of_many(keys, 10, Q()))]

    assert [book.recognitions for book in books] == [[], [], [], []]


def test_it_no_longer_opens_the_way_to_the_next_tier_and_does_again_once_restored(
    cast: Cast, revoked: Recognition
) -> None:
    school.closing(Ledger.RECOGNITIONS, 2024)

    assert verdicts_for_the_sector(cast) == (Verdict.NOT_MET, Verdict.NOT_MET)
    Recognition.objects.filter(pk=revoked.pk).update(revoked=False)
    assert verdicts_for_the_sector(cast) == (Verdict.MET, Verdict.MET)


@pytest.mark.usefixtures("revoked")
def test_an_import_still_knows_it_and_does_not_bring_it_back(cast: Cast) -> None:
    assert [row.decision for row in book_about([cast.lecturer.pk]).recognitions] == ["12/QĐ"]


@pytest.mark.usefixtures("revoked")
def test_the_list_of_the_record_book_marks_it(cast: Cast) -> None:
    page = signed_in(cast.officer).get("/so/cong-nhan/").content.decode()

    assert "đã thu hồi" in page
