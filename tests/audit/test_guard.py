"""The database refuses to change the event log."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from lantoa.audit import guard
from lantoa.audit.actions import record
from lantoa.audit.models import Event
from tests.cast import NOW


@pytest.fixture
def event(db: None) -> Event:
    guard.put_up(connection)
    event = record(deed="close_book", target="awards 2024", details={}, by=None, at=NOW)
    connection.check_constraints()  # nothing is pending, so that TRUNCATE meets the guard and nothing else
    return event


def test_the_migrations_put_up_the_guard(django_db_setup: list[str]) -> None:
    assert django_db_setup == guard.TRIGGERS


@pytest.mark.parametrize(
    "change",
    [
        lambda event: Event.objects.filter(pk=event.pk).update(deed="other"),
        lambda event: event.delete(),
        lambda event: event.save(),
        lambda event: Event.objects.filter(pk=event.pk)._raw_delete("default"),
    ],
)
def test_an_event_can_be_neither_changed_nor_deleted(event: Event, change: Callable[[Event], object]) -> None:
    with pytest.raises(IntegrityError, match=guard.REFUSAL), transaction.atomic():
        change(event)

    assert Event.objects.get() == event


def test_the_log_cannot_be_emptied_at_once(event: Event) -> None:
    statement = "TRUNCATE lantoa_event" if connection.vendor == "postgresql" else "DELETE FROM lantoa_event"
    with pytest.raises(DatabaseError, match=guard.REFUSAL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert Event.objects.count() == 1


def test_the_guard_can_be_taken_down_to_undo_the_migration(event: Event) -> None:
    guard.take_down(connection)

    assert guard.standing(connection) == []
