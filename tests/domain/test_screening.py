"""Screening over arrays: the parts of an expression that the shipped plan does not use."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lantoa.domain.calendar import Window
from lantoa.domain.checks import (
    AllOf,
    AnyOf,
    Attested,
    Case,
    Check,
    EachUnitHeaded,
    HeadedOn,
    NoneOf,
    Not,
    RatingIs,
    SanctionRows,
)
from lantoa.domain.figures import BookFigures
from lantoa.domain.records import Kind, RecordBook
from lantoa.domain.screening import Evaluator
from lantoa.domain.verdict import Verdict, explain
from tests.domain.books import LAW, books

WINDOW, DAY = Window(2024, 2024), date(2024, 12, 31)
LEAVES: st.SearchStrategy[Check] = st.sampled_from(
    [
        Attested("G1"),
        Attested("G3"),
        RatingIs("EXCELLENT", "Hoàn thành xuất sắc nhiệm vụ"),
        NoneOf(SanctionRows("kỷ luật", frozenset(LAW.sanctions))),
        EachUnitHeaded(Attested("G1"), HeadedOn.REFERENCE_DATE),
        EachUnitHeaded(NoneOf(SanctionRows("kỷ luật", frozenset(LAW.sanctions))), HeadedOn.EVERY_YEAR_END),
    ]
)
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=5,
)


@given(books(), EXPRESSIONS)
def test_any_expression_means_the_same_to_both_readers(book: RecordBook, check: Check) -> None:
    figures = BookFigures(book)
    screened = Evaluator(figures, DAY).evaluate(check, WINDOW)

    for code in figures.codes:
        kind = Kind.COLLECTIVE if code in book.units else Kind.INDIVIDUAL
        explained = explain(check, Case(book, code, kind, WINDOW, DAY)).verdict
        assert Verdict(int(screened[figures.position[code]])) == explained
