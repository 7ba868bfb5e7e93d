"""What is due from whom: gathered from the rooms above, which name their providers in the settings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.conf import settings
from django.core.cache import cache
from django.utils.module_loading import import_string

from lantoa.audit.queries import revision

KEPT_FOR = 60 * 60  # seconds


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing to be done by one user: `key` stays the same as long as it is the same thing."""

    key: str
    user: int
    due: date
    text: str
    address: str

    def days_left(self, day: date) -> int:
        return (self.due - day).days


Provider: TypeAlias = Callable[[date, int | None], Iterable[Deadline]]  # as of a day; of one user, or of everybody


def deadlines(day: date, user: int | None = None) -> list[Deadline]:
    """Everything open as of the day, of one user or of everybody; what is due first comes first."""
    key = f"deadlines:{day.isoformat()}:{user}:{revision()}"
    kept: list[Deadline] | None = cache.get(key)
    if kept is None:
        kept = _gathered(day, user)
        cache.set(key, kept, KEPT_FOR)
    return kept


def _gathered(day: date, user: int | None) -> list[Deadline]:
    providers: list[Provider] = [import_string(path) for path in settings.DEADLINE_PROVIDERS]
    found = [deadline for provider in providers for deadline in provider(day, user)]
    return sorted(found, key=lambda one: (one.due, one.key, one.user))
