"""Screenings of the register, kept until the register changes."""

from datetime import date

from django.core.cache import cache

from lantoa.audit.queries import revision
from lantoa.domain.plan import Plan, Tier
from lantoa.domain.screening import Screening, screen
from lantoa.register.queries.figures import DatabaseFigures

KEPT_FOR = 24 * 60 * 60  # seconds


def screened(plan: Plan, tier: Tier, year: int, as_of: date | None = None) -> Screening:
    """The screening of one tier and year; positions are subject ids. OutsidePlan for a wrong year."""
    day = as_of or plan.window(tier, year).last_day
    key = f"screening:{plan.code}:{tier.code}:{year}:{day.isoformat()}:{revision()}"
    kept: Screening | None = cache.get(key)
    if kept is None:
        kept = screen(plan, tier, year, DatabaseFigures(), day)
        cache.set(key, kept, KEPT_FOR)
    return kept
