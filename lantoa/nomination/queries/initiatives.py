"""Initiatives on which a dossier rests, and the other dossiers that rest on the same ones."""

from collections.abc import Collection
from dataclasses import dataclass

from lantoa.domain.calendar import Window
from lantoa.domain.vietnamese import fold, tidy
from lantoa.nomination.models import Nomination, UsedInitiative
from lantoa.register.models import Initiative

LONGEST_KEY = 500


@dataclass(frozen=True, slots=True)
class Reuse:
    """One initiative of this dossier with the others that use it."""

    used: UsedInitiative
    others: tuple[Nomination, ...]


def key_of(name: str) -> str:
    """By this the same initiative is known again, however its name is written."""
    return fold(tidy(name))[:LONGEST_KEY]


def on_record(subject: int, window: Window) -> list[Initiative]:
    """The nominee's initiatives of the years that are looked at, one for each name."""
    found = Initiative.objects.filter(person_id=subject, year__in=list(window.years)).order_by("year", "pk")
    return list({key_of(one.name): one for one in found}.values())


def used_elsewhere(keys: Collection[str], but: int) -> dict[str, list[Nomination]]:
    """Living dossiers other than that one which rest on an initiative of those keys; in one query."""
    rows = UsedInitiative.objects.filter(key__in=list(keys)).exclude(nomination=but)
    rows = rows.exclude(nomination__stage="withdrawn").select_related("nomination__subject").order_by("nomination")
    found: dict[str, list[Nomination]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row.nomination)
    return found


def reuses(nomination: Nomination) -> list[Reuse]:
    """The initiatives of the dossier that another one uses too."""
    used = list(nomination.initiatives.all())
    elsewhere = used_elsewhere([one.key for one in used], nomination.pk) if used else {}
    return [Reuse(one, tuple(elsewhere[one.key])) for one in used if one.key in elsewhere]
