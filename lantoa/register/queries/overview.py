"""The record book at a glance: how many rows each sheet holds, since when, and which books are closed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Value

from lantoa.domain.records import Ledger
from lantoa.register.models import Closing
from lantoa.register.queries.lists import LISTINGS, Listing


@dataclass(frozen=True, slots=True)
class SheetState:
    """A sheet: its rows, and when one was last written."""

    listing: Listing
    rows: int
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class BookState:
    """A book of a year: closed for the whole organisation, or for so many units."""

    ledger: Ledger
    year: int
    is_closed: bool
    units: int


def sheets(listings: tuple[Listing, ...] = LISTINGS) -> list[SheetState]:
    """Every sheet of the book, in the book's order, in one query."""
    counted = [
        listing.model._default_manager.order_by()
        .values(slug=Value(listing.slug))
        .annotate(rows=Count("pk"), latest=Max("recorded_at"))
        for listing in listings
    ]
    found = {row["slug"]: row for row in counted[0].union(*counted[1:], all=True)}
    nothing: dict[str, Any] = {"rows": 0, "latest": None}
    return [
        SheetState(listing, state["rows"], state["latest"])
        for listing in listings
        if (state := found.get(listing.slug, nothing))
    ]


def books(years: list[int]) -> list[tuple[Ledger, list[BookState]]]:
    """Every ledger with its years: what is closed."""
    closings: dict[tuple[str, int], list[int | None]] = {}
    for ledger, year, unit in Closing.objects.filter(year__in=years).values_list("ledger", "year", "unit_id"):
        closings.setdefault((ledger, year), []).append(unit)
    return [(ledger, [_state(ledger, year, closings.get((ledger, year), [])) for year in years]) for ledger in Ledger]


def _state(ledger: Ledger, year: int, units: list[int | None]) -> BookState:
    return BookState(ledger, year, None in units, sum(unit is not None for unit in units))
