"""Whom the deeds since the last run touch, read from the event log: subjects, or everybody."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from lantoa.audit.models import Event
from lantoa.register.models import (
    Attestation,
    Award,
    Hold,
    Initiative,
    Person,
    Post,
    Rating,
    Recognition,
    Sanction,
    Subject,
    Unit,
)
from lantoa.register.queries.tree import lines_of

TYPED = ("row_added", "row_changed", "row_deleted")
SAID, IMPORTED = "attested", "import_taken_in"
EVERYWHERE = ("books_closed", "book_reopened", "import_undone")
MOVED = "prospect_moved"  # who is nominated needs no finding
BOOK_DEEDS = (*TYPED, SAID, IMPORTED, MOVED, *EVERYWHERE)
CODES = ("subject", "person", "code", "unit", "parent")  # fields of a row that name a subject
MOST = 3_000  # beyond that, reading everybody at once is quicker

ABOUT: list[tuple[Any, str]] = [
    (Person, "subject_id"),
    (Unit, "subject_id"),
    (Post, "person_id"),
    (Rating, "subject_id"),
    (Award, "subject_id"),
    (Sanction, "person_id"),
    (Initiative, "person_id"),
    (Recognition, "subject_id"),
    (Attestation, "subject_id"),
    (Hold, "subject_id"),
]


def last_deed() -> int:
    """The last event that changed the book, 0 for none."""
    return Event.objects.filter(deed__in=BOOK_DEEDS).order_by("-id").values_list("id", flat=True).first() or 0


def touched(since: int) -> set[int] | None:
    """Ids of the subjects whose signals may be others now; None when that may be anybody."""
    events = Event.objects.filter(id__gt=since, deed__in=BOOK_DEEDS)
    if events.filter(deed__in=EVERYWHERE).exists():
        return None
    ids: set[int] = set()
    codes: set[str] = set()
    for deed, target, details in events.values_list("deed", "target", "details"):
        if deed == IMPORTED:
            ids |= _imported(int(target.split()[-1]))
        elif deed == MOVED:
            codes.add(details["subject"])
        else:
            codes |= set(_codes(details))
    ids |= set(Subject.objects.filter(code__in=codes).values_list("pk", flat=True))
    return None if len(ids) > MOST else ids | _around(ids)


def _codes(details: dict[str, Any]) -> Iterator[str]:
    """Codes of every subject that an event names: of the row before and after, of those attested."""
    rows = [details.get("before"), details.get("after"), *details.get("said", [])]
    for row in rows:
        yield from (str(row[field]) for field in CODES if row and row.get(field))


def _imported(book: int) -> set[int]:
    return {
        key for model, column in ABOUT for key in model.objects.filter(imported=book).values_list(column, flat=True)
    }


def _around(ids: set[int]) -> set[int]:
    """The units of those people with all above them, and whoever heads such a unit: their criteria read its rows."""
    units = Subject.objects.filter(Q(pk__in=ids) | Q(unit__posts__person__in=ids), unit__isnull=False)
    lines = set(lines_of(list(units.values_list("code", flat=True).distinct())).values_list("pk", flat=True))
    heads = Post.objects.filter(is_head=True, unit__in=lines).values_list("person_id", flat=True)
    return lines | set(heads)
