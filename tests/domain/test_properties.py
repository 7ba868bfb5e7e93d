"""What must hold for every record book, whatever is in it."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from lantoa import plans
from lantoa.domain.figures import BookFigures
from lantoa.domain.plan import Tier
from lantoa.domain.records import (
    Attestation,
    Award,
    Closing,
    Kind,
    Rating,
    Recognition,
    RecordBook,
    Sanction,
)
from lantoa.domain.screening import screen
from lantoa.domain.verdict import Assessment, Verdict, assess
from tests.domain.books import PERSON_CODES, awards_for, books, closings

PLAN = plans.load()
ROUNDS = [(tier, year) for tier in PLAN.tiers.values() for year in PLAN.years(tier)]
Verdicts: TypeAlias = dict[tuple[str, int, str, str], Verdict]


def assessments(book: RecordBook) -> Iterator[tuple[Tier, int, Assessment]]:
    for tier, year in ROUNDS:
        day = PLAN.window(tier, year).last_day
        for kind in Kind:
            for subject in book.subjects(kind, day):
                yield tier, year, assess(PLAN, tier, year, book, subject)


def verdicts(book: RecordBook) -> Verdicts:
    """Every verdict of every criterion, tier, year and subject; the tier's own under its code."""
    found: Verdicts = {}
    for tier, year, assessment in assessments(book):
        found[tier.code, year, assessment.subject, tier.code] = assessment.verdict
        for finding in assessment.findings:
            found[tier.code, year, assessment.subject, finding.criterion.code] = finding.verdict
    return found


@given(books(), closings())
def test_closing_a_book_never_makes_the_certain_unknown(book: RecordBook, closing: Closing) -> None:
    before, after = verdicts(book), verdicts(replace(book, closings=[*book.closings, closing]))

    lost = [key for key, verdict in before.items() if verdict is not Verdict.UNKNOWN and after[key] is not verdict]
    assert lost == []


@given(books(), st.data())
def test_one_award_more_never_makes_met_not_met(book: RecordBook, data: st.DataObject) -> None:
    award = data.draw(awards_for(data.draw(st.sampled_from([*PERSON_CODES, "A", "B", "A1", "A2"]))))
    before, after = verdicts(book), verdicts(replace(book, awards=[*book.awards, award]))

    assert [key for key, verdict in before.items() if after[key] < verdict] == []


@given(books(), st.randoms(use_true_random=False))
def test_names_and_the_order_of_subjects_change_nothing(book: RecordBook, chance: Random) -> None:
    units, people = list(book.units.values()), list(book.people.values())
    chance.shuffle(units)
    chance.shuffle(people)
    renamed = replace(
        book,
        units={unit.code: replace(unit, name=f"Khoa {unit.code}") for unit in units},
        people={person.code: replace(person, name=f"Bà {person.code}") for person in people},
    )

    assert verdicts(renamed) == verdicts(book)


@given(books())
def test_the_evidence_alone_gives_the_same_verdict(book: RecordBook) -> None:
    for tier, year, assessment in assessments(book):
        for finding in assessment.findings:
            rows = finding.evidence
            alone = replace(
                book,
                ratings=[row for row in rows if isinstance(row, Rating)],
                awards=[row for row in rows if isinstance(row, Award)],
                sanctions=[row for row in rows if isinstance(row, Sanction)],
                recognitions=[row for row in rows if isinstance(row, Recognition)],
                attestations=[row for row in rows if isinstance(row, Attestation)],
            )
            again = assess(PLAN, tier, year, alone, assessment.subject)
            assert [one.verdict for one in again.findings if one.criterion == finding.criterion] == [finding.verdict]


@given(books())
def test_explaining_one_and_screening_all_agree(book: RecordBook) -> None:
    figures = BookFigures(book)
    screenings = {(tier.code, year): screen(PLAN, tier, year, figures) for tier, year in ROUNDS}
    seen = dict.fromkeys(screenings, 0)

    for tier, year, assessment in assessments(book):
        screening, place = screenings[tier.code, year], figures.position[assessment.subject]
        by_criterion = {finding.criterion.code: finding.verdict for finding in assessment.findings}
        screened = {code: Verdict(int(column[place])) for code, column in screening.criteria.items()}
        asked = {code: verdict for code, verdict in screened.items() if code in by_criterion}
        assert (asked, Verdict(int(screening.verdicts[place]))) == (by_criterion, assessment.verdict)
        assert bool(screening.on_hold[place]) == assessment.on_hold
        assert screening.scope[assessment.kind][place]
        seen[tier.code, year] += 1

    assert {key: sum(int(mask.sum()) for mask in one.scope.values()) for key, one in screenings.items()} == seen
