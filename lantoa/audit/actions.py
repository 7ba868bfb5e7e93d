"""Writing an event: hash-chained to the one before it, inside the transaction of the deed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import connection, transaction

from lantoa.audit.models import Event
from lantoa.audit.queries import NOTHING_BEFORE, hash_of

LOCK = 0x1A_07_0A  # any number of our own: one writer of the chain at a time


@transaction.atomic
def record(*, deed: str, target: str, details: dict[str, Any], by: AbstractUser | None, at: datetime) -> Event:
    """Append one event; `details` hold only what JSON keeps exactly (texts, whole numbers, yes/no, lists, tables).

    Call it last in the deed's transaction: on PostgreSQL nobody else can write an event until that ends.
    """
    _wait_for_turn()
    event = _event(deed, target, details, by, at, _last_hash())
    event.save(force_insert=True)
    return event


@transaction.atomic
def record_all(
    *, deed: str, about: Iterable[tuple[str, dict[str, Any]]], by: AbstractUser | None, at: datetime
) -> list[Event]:
    """One event for each target with its details, in their order, when a deed is done to thousands at once."""
    _wait_for_turn()
    hash_before, found = _last_hash(), []
    for target, details in about:
        event = _event(deed, target, details, by, at, hash_before)
        hash_before = event.hash
        found.append(event)
    return Event.objects.bulk_create(found, batch_size=500)


def _event(
    deed: str, target: str, details: dict[str, Any], by: AbstractUser | None, at: datetime, hash_before: str
) -> Event:
    event = Event(
        at=at,
        by_id=by.pk if by else None,
        deed=deed,
        target=target,
        details=details,
        previous_hash=hash_before,
    )
    event.hash = hash_of(event)
    return event


def _last_hash() -> str:
    last = Event.objects.order_by("-id").first()
    return last.hash if last else NOTHING_BEFORE


def _wait_for_turn() -> None:
    """SQLite needs none: its transactions are immediate, so there is one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
