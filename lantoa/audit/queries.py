"""Reading the event log: its chain of hashes, checked from the first event to the last."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils import timezone

from lantoa.audit.models import Event

NOTHING_BEFORE = "0" * 64


class NotExact(TypeError):
    """A value of an event's details that JSON would not give back as it was."""

    def __init__(self, value: object) -> None:
        super().__init__(f"{value!r}: chỉ nhận chữ, số nguyên, đúng/sai, danh sách, bảng.")


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check of the log found: how many events hold, the hash of the last, and the first broken event."""

    length: int
    last_hash: str
    broken: Event | None = None


def events(
    *, deed: str = "", by: int | None = None, target: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[Event]:
    """Events, newest first; the days are included, in the school's own time."""
    found = Event.objects.select_related("by").order_by("-id")
    if deed:
        found = found.filter(deed=deed)
    if by:
        found = found.filter(by=by)
    if target:
        found = found.filter(target=target)
    if since:
        found = found.filter(at__gte=_midnight(since))
    if until:
        found = found.filter(at__lt=_midnight(until + timedelta(days=1)))
    return found


def revision() -> int:
    """Grows with every deed on file: what was read stays true as long as this stays the same."""
    return Event.objects.order_by("-id").values_list("id", flat=True).first() or 0


def deeds_done() -> list[str]:
    """Every kind of deed that is in the log."""
    return sorted(Event.objects.order_by().values_list("deed", flat=True).distinct())


def doers() -> list[tuple[int, str]]:
    """Number and name of everybody who did something."""
    people = get_user_model().objects.filter(pk__in=Event.objects.order_by().values("by").distinct())
    return [(person.pk, str(person)) for person in people.order_by("first_name", "username")]


def verify_chain() -> Chain:
    """Check every event against its own hash and the one before it."""
    length, last_hash = 0, NOTHING_BEFORE
    for event in Event.objects.order_by("id").iterator(chunk_size=2000):
        if event.previous_hash != last_hash or event.hash != hash_of(event):
            return Chain(length, last_hash, event)
        length, last_hash = length + 1, event.hash
    return Chain(length, last_hash)


def hash_of(event: Event) -> str:
    """SHA-256 over the event's canonical JSON: sorted keys, UTC, the hash before it included."""
    content = {
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": event.by_id,
        "deed": event.deed,
        "target": event.target,
        "details": _exact(event.details),
        "previous": event.previous_hash,
    }
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _exact(value: Any) -> Any:
    """The value, if both databases give it back unchanged; NotExact otherwise."""
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: _exact(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(inner) for inner in value]
    if value is None or isinstance(value, str | int):
        return value
    raise NotExact(value)
