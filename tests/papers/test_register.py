"""The registers of papers: a number once, lines in their places, struck and never removed."""

from datetime import date

import pytest

from lantoa.audit.models import Event
from lantoa.papers.actions.register import enter, rewrite, strike
from lantoa.papers.actions.register_refusals import EnteredAlready, StruckAlready, YearFixed
from lantoa.papers.models import RegisterEntry
from lantoa.papers.queries.register import Asked, listed, next_number, whole_year
from lantoa.register.actions.refusals import ChangedMeanwhile, NotAllowed
from tests.cast import Cast
from tests.papers.entering import AT, FACTS, entered


def test_lines_stand_in_the_order_of_entering_each_book_and_year_from_one(cast: Cast) -> None:
    places = [
        entered(cast).place,
        entered(cast, number="06").place,
        entered(cast, dated=date(2025, 12, 31)).place,
        entered(cast, direction="in", number="9", issuer="Bộ Tư pháp", came_on=date(2026, 1, 16)).place,
    ]
    assert places == [1, 2, 1, 1]
    assert [str(one) for one in whole_year("out", 2026)] == ["05/QĐ-CĐL", "06/QĐ-CĐL"]
    assert [event.deed for event in Event.objects.filter(deed="paper_entered")] == ["paper_entered"] * 4


@pytest.mark.parametrize(
    "again", [{}, {"number": "5"}, {"notation": "qđ-cđl"}, {"issuer": "Trường cao đẳng luật Sông Lam"}]
)
def test_a_number_and_notation_of_an_issuer_are_entered_once_a_year(cast: Cast, again: dict[str, str]) -> None:
    first = entered(cast)
    with pytest.raises(EnteredAlready, match=r"Số 05/QĐ-CĐL của .* đã ghi ở dòng 1 \(ngày 15/01/2026\)") as refused:
        entered(cast, **again)
    assert refused.value.entry == first
    assert RegisterEntry.objects.count() == 1


def test_the_same_number_of_another_issuer_year_or_series_is_another_paper(cast: Cast) -> None:
    entered(cast)
    entered(cast, issuer="Bộ Tư pháp")
    entered(cast, notation="BB-HĐTĐKT")
    entered(cast, dated=date(2025, 1, 15))
    assert RegisterEntry.objects.count() == 4


def test_a_struck_line_stays_and_frees_its_number(cast: Cast) -> None:
    first = strike(entry=entered(cast), version=1, reason="Ghi nhầm sổ", by=cast.officer, at=AT)
    second = entered(cast)
    assert [(one.place, one.reason) for one in whole_year("out", 2026)] == [(1, "Ghi nhầm sổ"), (2, "")]
    with pytest.raises(StruckAlready):
        rewrite(entry=first, version=2, facts=FACTS, by=cast.officer, at=AT)
    with pytest.raises(StruckAlready):
        strike(entry=first, version=2, reason="Lần nữa", by=cast.officer, at=AT)
    assert second.place == 2


def test_a_line_is_corrected_with_what_it_said_before_in_the_log(cast: Cast) -> None:
    entry = rewrite(entry=entered(cast), version=1, facts=FACTS | {"copies": 5}, by=cast.officer, at=AT)
    event = Event.objects.get(deed="paper_entry_changed")
    assert (event.details["before"]["copies"], event.details["after"]["copies"], entry.version) == (3, 5, 2)


def test_a_correction_may_not_take_anothers_number_nor_leave_its_year(cast: Cast) -> None:
    entered(cast)
    other = entered(cast, number="06")
    with pytest.raises(EnteredAlready):
        rewrite(entry=other, version=1, facts=FACTS, by=cast.officer, at=AT)
    with pytest.raises(YearFixed, match="sổ năm 2026"):
        rewrite(entry=other, version=1, facts=FACTS | {"dated": date(2025, 1, 1)}, by=cast.officer, at=AT)
    other.refresh_from_db()
    assert (str(other), other.year) == ("06/QĐ-CĐL", 2026)


def test_who_opened_the_line_earlier_does_not_overwrite_what_came_since(cast: Cast) -> None:
    entry = entered(cast)
    rewrite(entry=entry, version=1, facts=FACTS | {"copies": 5}, by=cast.officer, at=AT)
    with pytest.raises(ChangedMeanwhile):
        rewrite(entry=entry, version=1, facts=FACTS | {"copies": 7}, by=cast.officer, at=AT)
    with pytest.raises(ChangedMeanwhile):
        strike(entry=entry, version=1, reason="Nhầm", by=cast.officer, at=AT)
    entry.refresh_from_db()
    assert entry.copies == 5


def test_only_who_keeps_the_register_writes_it(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="ghi sổ văn bản đi, đến"):
        enter(facts=FACTS, by=cast.head, at=AT)
    assert RegisterEntry.objects.count() == 0


def test_the_list_is_searched_without_accents_and_sorted(cast: Cast) -> None:
    entered(cast)
    entered(cast, number="12", subject="Kế hoạch thi đua", dated=date(2026, 1, 2))
    found = [str(one) for one in listed(Asked("out", 2026, words="ke hoach"))]
    by_number = [str(one) for one in listed(Asked("out", 2026, words="12/QD-CDL"))]
    assert (found, by_number) == (["12/QĐ-CĐL"], ["12/QĐ-CĐL"])
    assert [one.number for one in listed(Asked("out", 2026, sort="ngay"))] == ["12", "05"]
    assert [one.number for one in listed(Asked("out", 2026, sort="-ngay"))] == ["05", "12"]


def test_the_next_number_is_of_its_issuer_notation_and_year(cast: Cast) -> None:
    issuer = str(FACTS["issuer"])
    for number in ("05", "9", "12a"):
        entered(cast, number=number)
    strike(entry=entered(cast, number="30"), version=1, reason="Ghi nhầm", by=cast.officer, at=AT)
    entered(cast, number="40", issuer="Hội đồng Thi đua - Khen thưởng")

    asked = [(issuer, "QĐ-CĐL", 2026), (issuer, "QĐ-CĐL", 2027), (issuer, "BB-HĐTĐKT", 2026), (issuer, "", 2026)]

    assert [next_number(*one) for one in asked] == ["10", "01", "01", ""]
