"""What stands around a plan, alike for all who read it, kept until anything on file changes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.cache import cache
from django.db.models import Q

from lantoa.audit.queries import events, revision
from lantoa.audit.words import deed_in_words
from lantoa.domain.records import RecordBook
from lantoa.nurture.models import NurturePlan
from lantoa.nurture.queries.people import LIVING, headless, lacks_mentor, moved_to, officers
from lantoa.nurture.queries.reading import transfers_of
from lantoa.nurture.queries.recipients import people_of, users
from lantoa.register.models import Unit
from lantoa.register.queries.kept import kept_book

KEPT_FOR = 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class Step:
    """One deed on the plan, in words."""

    at: datetime
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Around:
    """Facts about the plan on a day, and no rights: those are asked of each reader anew."""

    lacks_mentor: bool
    heads: str
    nurtured: frozenset[int]
    moved_to: Unit | None
    headless: frozenset[int]
    steps: tuple[Step, ...]


def around(plan: NurturePlan, day: date) -> tuple[Around, RecordBook]:
    """What is known around the plan, and the book of whom it is about."""
    now = revision()
    key = f"plan:{plan.pk}:{day.isoformat()}:{now}"
    kept: Around | None = cache.get(key)
    if kept is None:
        kept = _gathered(plan, day)
        cache.set(key, kept, KEPT_FOR)
    return kept, kept_book(plan.prospect.subject, now)


def _gathered(plan: NurturePlan, day: date) -> Around:
    people = people_of([plan], [], day)
    heads = people.heading(plan) or officers(day)
    asked = [transfer for transfer in transfers_of(plan) if transfer.is_open]
    return Around(
        lacks_mentor=lacks_mentor(plan, day),
        heads=", ".join(str(user) for user in users(heads)),
        nurtured=frozenset(people.nurtured(plan)),
        moved_to=moved_to(plan, day) if plan.stage in LIVING else None,
        headless=headless(asked[0], day) if asked else frozenset(),
        steps=_history(plan),
    )


def _history(plan: NurturePlan) -> tuple[Step, ...]:
    """What became of the plan as a whole; the work inside it stands in its own sections."""
    whole = Q(deed__startswith="plan_") | Q(deed__startswith="mentor_") | Q(deed__startswith="transfer_")
    found = events(target=f"plan:{plan.pk}").filter(whole).exclude(deed="plan_remarked")
    return tuple(Step(event.at, deed_in_words(event.deed), str(event.by or "")) for event in found)
