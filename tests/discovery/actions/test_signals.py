"""Signals come with the records and go with them; what people said about them stays."""

from datetime import UTC, datetime

import pytest

from lantoa.audit.models import Event
from lantoa.discovery.actions import runs, signals
from lantoa.discovery.actions.refusals import NoLongerHolds, NoReason
from lantoa.discovery.models import Signal, SignalRun
from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Ledger, Origin
from lantoa.domain.records import Rating as RatingRecord
from lantoa.domain.stages import MOVES, SignalStage, WrongStage, moved
from lantoa.register.actions import closings, rows
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as stage
from tests.cast import NOW, Cast

YEAR = 2024
PAIRS = [(one, deed) for one in SignalStage for deed in MOVES[SignalStage]]


def refresh(at: datetime = NOW) -> SignalRun:
    run = runs.ask(year=YEAR, by=None, at=at)
    assert run
    return runs.carry_out(run=run, at=at)


def rising(cast: Cast) -> None:
    for year, grade in ((2022, "HTNV"), (2023, "HTTNV"), (2024, "HTXSNV")):
        stage.rating(cast.lecturer, year, grade)


def holding() -> list[tuple[str, str]]:
    found = Signal.objects.filter(holds=True).order_by("subject__code", "rule")
    return list(found.values_list("subject__code", "rule"))


@pytest.fixture
def signal(cast: Cast) -> Signal:
    rising(cast)
    refresh()
    return Signal.objects.select_related("subject").get()


def test_the_first_run_looks_at_everybody(cast: Cast) -> None:
    rising(cast)

    run = refresh()

    assert holding() == [("CB6", "rising")]
    assert (run.is_whole, run.subjects, run.appeared, run.gone) == (True, 9, 1, 0)


def test_a_signal_keeps_its_rows_in_words_and_its_day_of_merit(signal: Signal) -> None:
    assert [words for _, _, words in signal.rows] == [
        "Xếp loại năm 2022: Hoàn thành nhiệm vụ",
        "Xếp loại năm 2023: Hoàn thành tốt nhiệm vụ",
        "Xếp loại năm 2024: Hoàn thành xuất sắc nhiệm vụ",
    ]
    assert (str(signal.merit_day), signal.found_at) == ("2024-12-31", NOW)


def test_a_second_run_finds_nothing_new(signal: Signal) -> None:
    run = refresh()

    assert (run.is_whole, run.subjects, run.appeared, run.gone) == (False, 0, 0, 0)


def test_a_typed_row_brings_the_subjects_it_touches_up_to_date(cast: Cast, signal: Signal) -> None:
    for year, grade in ((2022, "COMPLETED"), (2023, "GOOD"), (2024, "EXCELLENT")):
        record = RatingRecord("CB5", year, grade, Origin("Xếp loại", 0))
        rows.add(record=record, by=cast.officer, at=NOW)

    run = refresh()

    assert holding() == [("CB5", "rising"), ("CB6", "rising")]
    assert (run.is_whole, run.appeared) == (False, 1)
    assert run.subjects < 9


def test_a_signal_that_no_longer_holds_stays_on_file_with_its_judgement(cast: Cast, signal: Signal) -> None:
    signals.keep(signal=signal, reason="Xứng đáng", by=cast.head, at=NOW)
    rating = cast.lecturer.subject.ratings.get(year=2024)
    rows.delete(row=rating, by=cast.officer, at=NOW)

    run = refresh()

    signal.refresh_from_db()
    assert (run.gone, signal.holds, signal.stage, signal.reason) == (1, False, "kept", "Xứng đáng")


def test_a_signal_that_comes_back_is_the_same_one(cast: Cast, signal: Signal) -> None:
    signals.dismiss(signal=signal, reason="Vừa chuyển việc", by=cast.head, at=NOW)
    rating = cast.lecturer.subject.ratings.get(year=2024)
    rows.delete(row=rating, by=cast.officer, at=NOW)
    refresh()
    rows.add(record=RatingRecord("CB6", 2024, "EXCELLENT", Origin("Xếp loại", 0)), by=cast.officer, at=NOW)

    refresh(datetime(2026, 2, 1, tzinfo=UTC))

    found = Signal.objects.get()
    assert (found.pk, found.holds, found.stage, found.found_at) == (signal.pk, True, "dismissed", NOW)


def test_closing_a_book_may_touch_anybody(cast: Cast, signal: Signal) -> None:
    closings.close(books={(Ledger.AWARDS, 2024)}, unit=None, closed=PartialDate(2025, 1, 31), by=cast.officer, at=NOW)

    assert refresh().is_whole is True


def test_a_run_under_way_is_not_asked_for_twice(cast: Cast) -> None:
    runs.ask(year=YEAR, by=cast.officer, at=NOW)

    assert runs.ask(year=YEAR, by=cast.head, at=NOW) is None


def test_a_run_writes_one_event(cast: Cast) -> None:
    rising(cast)

    refresh()

    (event,) = Event.objects.all()
    assert (event.deed, event.target, event.details) == (
        "signals_recomputed",
        "signals:2024",
        {"subjects": 9, "appeared": 1, "gone": 0, "whole": True},
    )


@pytest.mark.parametrize(("before", "deed"), PAIRS)
def test_every_stage_of_a_signal_against_every_deed(cast: Cast, signal: Signal, before: SignalStage, deed: str) -> None:
    judged = {} if before is SignalStage.NEW else {"judged_by": cast.officer, "judged_at": NOW, "reason": "trước"}
    Signal.objects.update(stage=before.value, **judged)
    events = Event.objects.count()
    act = {"keep": signals.keep, "dismiss": signals.dismiss}[deed]

    if before in MOVES[SignalStage][deed].sources:
        act(signal=signal, reason="sau", by=cast.head, at=NOW)
        signal.refresh_from_db()
        assert (signal.stage, signal.reason) == (moved(before, deed), "sau")
        assert Event.objects.count() == events + 1
    else:
        with pytest.raises(WrongStage):
            act(signal=signal, reason="sau", by=cast.head, at=NOW)
        signal.refresh_from_db()
        assert (signal.stage, signal.reason, Event.objects.count()) == (before.value, "trước", events)


def test_dismissing_needs_a_reason(cast: Cast, signal: Signal) -> None:
    with pytest.raises(NoReason):
        signals.dismiss(signal=signal, reason="  ", by=cast.head, at=NOW)


def test_the_head_of_another_unit_judges_nothing_here(cast: Cast, signal: Signal) -> None:
    with pytest.raises(NotAllowed, match="trong phạm vi đơn vị mình phụ trách"):
        signals.keep(signal=signal, by=cast.other_head, at=NOW)


def test_nobody_judges_a_signal_about_oneself(cast: Cast, signal: Signal) -> None:
    Signal.objects.update(subject=cast.head.person_id)

    with pytest.raises(NotAllowed, match="Tín hiệu về chính bạn"):
        signals.keep(signal=signal, by=cast.head, at=NOW)


def test_a_signal_that_no_longer_holds_is_judged_by_nobody(cast: Cast, signal: Signal) -> None:
    Signal.objects.update(holds=False)

    with pytest.raises(NoLongerHolds):
        signals.keep(signal=signal, by=cast.head, at=NOW)
