"""Every rule means the same for one subject with its rows and for everybody over figures."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lantoa import plans
from lantoa.domain.calendar import FIRST_YEAR, LAST_YEAR, Window
from lantoa.domain.records import Initiative, Origin, RecordBook
from lantoa.domain.signals import Everybody, SignalCase, awards_read, found_for
from lantoa.domain.signals.figures import BookSignalFigures
from tests.domain.books import PERSON_CODES, YEARS, books

RULES = plans.signal_rules()
EVER = Window(FIRST_YEAR, LAST_YEAR)


def initiatives() -> st.SearchStrategy[list[Initiative]]:
    one = st.builds(Initiative, st.sampled_from(PERSON_CODES), YEARS, st.just("sáng kiến"), st.just(Origin("", 0)))
    return st.lists(one, max_size=6)


@given(books(), initiatives(), st.integers(2022, 2027), st.sets(st.sampled_from(PERSON_CODES)))
def test_both_readers_find_the_same(book: RecordBook, made: list[Initiative], year: int, nominated: set[str]) -> None:
    book, plan = replace(book, initiatives=made), plans.covering(year)
    figures = BookSignalFigures(book)
    everybody = Everybody(figures, year, plan, figures._mask(nominated))

    explained = {
        (code, subject)
        for subject in figures.codes
        for code in found_for(RULES, SignalCase(book, subject, year, plan, subject in nominated))
    }

    at_once = {
        (code, subject)
        for code, rule in RULES.items()
        for subject, holds in zip(figures.codes, rule.holds(everybody), strict=True)
        if holds
    }
    assert at_once == explained


@given(books(), st.integers(2019, 2027))
def test_no_award_matters_but_those_said_to_be_read(book: RecordBook, year: int) -> None:
    plan = plans.covering(year)
    kinds = list(awards_read(RULES.values(), plan))
    read = replace(book, awards=[row for row in book.awards if any(rows.counts(row, EVER) for rows in kinds)])

    for subject in BookSignalFigures(book).codes:
        all_on_file, some = SignalCase(book, subject, year, plan), SignalCase(read, subject, year, plan)
        assert found_for(RULES, some) == found_for(RULES, all_on_file)
