"""Events carry the hash of the one before them; a check names the first that does not hold."""

from datetime import timedelta, timezone
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from lantoa.audit.actions import record
from lantoa.audit.models import Event
from lantoa.audit.queries import NOTHING_BEFORE, Chain, NotExact, hash_of, verify_chain
from lantoa.command.administrator import verify_audit
from lantoa.command.line import Refused
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def written(number: int, **changes: Any) -> Event:
    event = {"deed": "close_book", "target": f"awards {number}", "details": {"năm": number}, "by": None, "at": NOW}
    return record(**event | changes)


def test_an_empty_log_holds() -> None:
    assert verify_chain() == Chain(0, NOTHING_BEFORE)


def test_each_event_carries_the_hash_of_the_one_before() -> None:
    first, second = written(1), written(2)

    assert [first.previous_hash, second.previous_hash] == [NOTHING_BEFORE, first.hash]


def test_a_log_as_it_was_written_holds(cast: Cast) -> None:
    written(1, by=cast.officer)
    last = written(2, details={"tệp": "Sổ 2024.xlsx", "dòng": [1, 2, {"đạt": True, "ghi chú": None}]})

    assert verify_chain() == Chain(2, last.hash)


def test_the_hour_may_be_given_in_any_time_zone() -> None:
    event = written(1, at=NOW.astimezone(timezone(timedelta(hours=7))))

    assert hash_of(Event.objects.get()) == event.hash


@pytest.mark.parametrize(
    "change",
    [{"deed": "other"}, {"target": "awards 9"}, {"details": {"năm": 9}}, {"at": NOW + timedelta(seconds=1)}],
)
def test_a_changed_event_is_named(change: dict[str, Any]) -> None:
    events = [written(number) for number in range(4)]
    Event.objects.filter(pk=events[2].pk).update(**change)

    assert verify_chain() == Chain(2, events[1].hash, events[2])


def test_a_missing_event_breaks_the_one_after_it() -> None:
    events = [written(number) for number in range(3)]
    events[1].delete()

    assert verify_chain().broken == events[2]


def test_an_event_whose_deed_fails_is_not_written() -> None:
    with transaction.atomic():
        written(1)
        transaction.set_rollback(True)

    assert verify_chain().length == 0


@pytest.mark.parametrize("value", [1.5, NOW, {1: "một"}, {"tập": {1, 2}}, [b"\x00"]])
def test_details_that_json_does_not_give_back_are_refused(value: object) -> None:
    with pytest.raises(NotExact):
        written(1, details={"value": value})


plain = (
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(st.characters(exclude_categories=["Cs", "Cc"]))
)
nested = st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(st.text("abcđ"), inner), max_leaves=8)


@given(details=st.dictionaries(st.text("abcđ"), nested))
def test_whatever_details_were_written_the_hash_is_found_again(details: dict[str, Any]) -> None:
    with transaction.atomic():
        event = written(1, details=details)
        again = Event.objects.get(pk=event.pk)
        transaction.set_rollback(True)

    assert hash_of(again) == event.hash


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_make_one_chain() -> None:
    everybody = Barrier(4)

    def write(writer: int) -> None:
        everybody.wait()
        for number in range(5):
            written(writer * 10 + number)
        connection.close()

    writers = [Thread(target=write, args=[writer]) for writer in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert verify_chain().length == 20


def test_the_command_names_the_length_and_the_last_hash(capsys: pytest.CaptureFixture[str]) -> None:
    last = written(1)

    verify_audit([])

    assert capsys.readouterr().out == f"Nhật ký nguyên vẹn: 1 sự kiện, mã băm cuối {last.hash}.\n"


def test_the_command_fails_on_a_broken_log() -> None:
    event = written(1)
    Event.objects.update(target="awards 9")

    with pytest.raises(Refused, match=f"Sự kiện số {event.pk} không còn như khi được ghi"):
        verify_audit([])
