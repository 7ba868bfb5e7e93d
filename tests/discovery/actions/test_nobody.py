"""A unit that put nobody forward says why, once a year, while it is still fresh."""

import pytest

from lantoa.discovery.actions import nobody, prospects
from lantoa.discovery.actions.refusals import HasPutForward, NoReason, NotThisYear, SaidAlready
from lantoa.discovery.models import NobodyPutForward
from lantoa.discovery.queries.prospects.forward import units_of, years_of
from lantoa.domain.authority import Scope
from lantoa.register.actions.refusals import NotAllowed
from tests.cast import NOW, Cast

REASON = "Đơn vị mới thành lập, đang ổn định tổ chức"


def test_the_reason_is_kept_with_who_said_it(cast: Cast) -> None:
    nobody.say_nobody(unit=cast.faculty, year=2025, reason=f" {REASON} ", by=cast.head, at=NOW)

    said = NobodyPutForward.objects.get()
    assert (said.unit, said.year, said.reason, said.said_by) == (cast.faculty, 2025, REASON, cast.head)


def test_it_is_said_once_a_year(cast: Cast) -> None:
    nobody.say_nobody(unit=cast.faculty, year=2025, reason=REASON, by=cast.head, at=NOW)

    with pytest.raises(SaidAlready, match="đã được khoa ghi ngày 15/01/2026"):
        nobody.say_nobody(unit=cast.faculty, year=2025, reason="Khác", by=cast.officer, at=NOW)


@pytest.mark.parametrize("year", [2024, 2027])
def test_a_year_long_past_or_to_come_is_refused(cast: Cast, year: int) -> None:
    with pytest.raises(NotThisYear, match="2025 hoặc 2026"):
        nobody.say_nobody(unit=cast.faculty, year=year, reason=REASON, by=cast.head, at=NOW)


def test_a_unit_that_chose_somebody_has_nothing_to_explain(cast: Cast) -> None:
    found = prospects.find(subject=cast.lecturer.subject, grounds="Họp", by=cast.head, at=NOW)
    prospects.choose(prospect=found, decision="Biên bản", by=cast.head, at=NOW)

    with pytest.raises(HasPutForward):
        nobody.say_nobody(unit=cast.faculty, year=2026, reason=REASON, by=cast.head, at=NOW)


def test_it_is_the_own_unit_that_says_so_with_words(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        nobody.say_nobody(unit=cast.faculty, year=2025, reason=REASON, by=cast.other_head, at=NOW)
    with pytest.raises(NoReason):
        nobody.say_nobody(unit=cast.faculty, year=2025, reason="", by=cast.head, at=NOW)


def test_two_silent_years_are_seen(cast: Cast) -> None:
    found = prospects.find(subject=cast.lecturer.subject, grounds="Họp", by=cast.head, at=NOW)
    prospects.choose(prospect=found, decision="Biên bản", by=cast.head, at=NOW)
    units = units_of(Scope(everything=True), NOW.date())

    seen = years_of(units, [2025, 2026])

    assert {one.unit.subject.code: one.is_silent for one in seen} == {"BM": False, "KL": False, "PDT": True}
