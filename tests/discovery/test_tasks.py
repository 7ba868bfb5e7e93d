"""The signals follow the book: after an import, every day, after a nomination; only whom new rows touch is read."""

from pathlib import Path

import pytest
import time_machine

from lantoa.discovery.actions import prospects
from lantoa.discovery.models import Signal, SignalRun
from lantoa.discovery.tasks import follow_the_book, look_after_tips
from lantoa.domain.stages import ProspectStage
from lantoa.register.models import Post
from lantoa.register.tasks import check_import, take_in_import
from tests import cast as people
from tests.cast import NOW, Cast
from tests.discovery.finding import prospect, refreshed, rising
from tests.register.books.workbooks import Rows, sound
from tests.register.imported import received

RATINGS: Rows = [["CB6", 2022, "HTNV"], ["CB6", 2023, "HTTNV"], ["CB6", 2024, "HTXSNV"]]


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def holding(rule: str) -> list[str]:
    found = Signal.objects.filter(holds=True, rule=rule).order_by("subject__code")
    return list(found.values_list("subject__code", flat=True))


def taken_in(folder: Path) -> None:
    headings = {name: rows[:1] for name, rows in sound().items()}
    headings["Xếp loại"] += RATINGS
    book = received(folder, headings)
    check_import.enqueue(book.pk, None)
    take_in_import.enqueue(book.pk, None, only_good_rows=False)


@pytest.mark.django_db(transaction=True)
def test_an_import_brings_the_signals_up_to_date_by_reading_whom_it_touches(cast: Cast, tmp_path: Path) -> None:
    people.rating(cast.faculty, 2024)
    follow_the_book.enqueue()

    taken_in(tmp_path)

    run = SignalRun.objects.latest("id")
    assert holding("rising") == ["CB6"]
    assert (run.is_whole, run.subjects, run.asked_by) == (False, 5, None)  # CB6, BM, KL, SL and the head of KL


def test_a_day_without_new_rows_asks_for_nothing(cast: Cast) -> None:
    follow_the_book.enqueue()

    assert follow_the_book.enqueue().return_value == 0
    assert SignalRun.objects.count() == 1


def test_while_a_look_is_under_way_no_other_begins(cast: Cast) -> None:
    SignalRun.objects.create(year=2026, asked_at=NOW)

    follow_the_book.enqueue()

    assert SignalRun.objects.count() == 1


def test_a_look_given_up_by_a_killed_worker_is_made_again(cast: Cast) -> None:
    SignalRun.objects.create(year=2026, asked_at="2026-01-15T01:40:00Z")

    follow_the_book.enqueue()

    assert SignalRun.objects.filter(done_at__isnull=False).count() == 1


def test_whoever_is_nominated_needs_no_finding_any_more(cast: Cast, year: int) -> None:
    assert cast.head.person
    follow_the_book.enqueue()
    assert "CB2" in holding("eligible")
    made = prospect(cast.head.person, cast, ProspectStage.READY)

    prospects.move(prospect=made, deed="nominate", by=cast.officer, at=NOW)
    follow_the_book.enqueue()

    assert "CB2" not in holding("eligible")


def test_who_has_left_gives_no_signal_at_the_next_whole_look(cast: Cast) -> None:
    rising(cast.lecturer)
    follow_the_book.enqueue()
    Post.objects.filter(person=cast.lecturer).update(until="2024-06-30")

    SignalRun.objects.all().delete()
    follow_the_book.enqueue()

    assert holding("rising") == []
    assert Signal.objects.get(subject=cast.lecturer.subject, rule="rising").holds is False


def test_the_tips_are_looked_after_every_day(cast: Cast) -> None:
    assert look_after_tips.enqueue().return_value == [0, 0]


def test_a_whole_look_again_changes_nothing_and_finds_what_changed(cast: Cast) -> None:
    rising(cast.lecturer)
    follow_the_book.enqueue()
    before = list(Signal.objects.order_by("pk").values())
    cast.lecturer.subject.ratings.filter(year=2022).delete()  # behind the log's back
    rising(cast.division)

    run = refreshed()

    assert [row["holds"] for row in before if row["rule"] == "rising"] == [True]
    assert (holding("rising"), run.is_whole) == (["BM"], True)
    assert list(Signal.objects.exclude(rule="rising").order_by("pk").values()) == [
        row for row in before if row["rule"] != "rising"
    ]
