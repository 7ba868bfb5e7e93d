"""Where papers get their contents: each room above names its sources in the settings, one for a kind of paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

from django.conf import settings
from django.db.models import Q
from django.utils.module_loading import import_string

from lantoa.domain.authority import Actor, Allowed, Deed, Refused, scope
from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.kinds import PaperKind

NOTHING = Q(pk__in=())


class NotReady(ValueError):
    """The paper cannot be made yet; the message says what is missing and what to do."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What one paper can be made of, as a row that is picked from; `key` stays the same, and so does `file_name`.

    `file_name` has folders and no ending: `2024/SA/CN/012_nguyen-van-an_bao-cao`. `place` orders the things of a
    kind within a round. `missing` says why the paper cannot be made now; empty when it can.
    """

    key: str
    words: str
    day: date
    file_name: str
    unit: str = ""
    round: int | None = None
    place: int = 0
    missing: str = ""


def of_own_units(actor: Actor) -> Q:
    """Papers about the actor's units; those about no unit are for who sees everything."""
    reached = scope(actor, Deed.SEE_PAPERS)
    return Q() if reached.everything else Q(unit__subject__code__in=reached.units)


def all_or_none(may: Callable[[Actor, str], Allowed | Refused]) -> Callable[[Actor], Q]:
    """For kinds whose papers are all for the same people, whatever the paper is about."""

    def among(actor: Actor) -> Q:
        return Q() if may(actor, "") else NOTHING

    return among


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of paper: what it can be made of, what it then says, and who may have it.

    `things` lists what the actor may have, of one round or of all; `find` gives one by its key, or None; `contents`
    raises NotReady. Reading a thousand things costs as many queries as reading one. `among` says of all papers of
    the kind what `may` says of one, as a filter of the list.
    """

    kind: PaperKind
    sheet: type[Contents]
    things: Callable[[Actor, int | None], Iterable[Thing]]
    find: Callable[[str], Thing | None]
    contents: Callable[[str, date], Contents]
    may: Callable[[Actor, str], Allowed | Refused]
    among: Callable[[Actor], Q] = of_own_units


@dataclass(frozen=True, slots=True)
class Occasion:
    """A round as the pages of papers name it."""

    id: int
    name: str
    year: int
    tier: str


Occasions: TypeAlias = Callable[[Actor], list[Occasion]]


@cache
def sources() -> dict[PaperKind, Source]:
    """Every source by its kind, in the order of the procedure."""
    found: list[Source] = [import_string(path) for path in settings.PAPER_SOURCES]
    by_kind = {source.kind: source for source in found}
    return {kind: by_kind[kind] for kind in PaperKind if kind in by_kind}


def occasions(actor: Actor) -> list[Occasion]:
    """The rounds whose papers the actor may look at, the newest first."""
    provider: Occasions = import_string(settings.PAPER_OCCASIONS)
    return provider(actor)
