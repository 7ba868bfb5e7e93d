"""Numbers of decisions: one series a year, taken one at a time, none lost but with a reason."""

from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.audit.actions import record
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed
from lantoa.recognition.actions.decisions.holding import insist
from lantoa.recognition.actions.decisions.refusals import SeriesHasBegun
from lantoa.recognition.models import NumberSeries, TakenNumber


def take(*, year: int, by: User, at: datetime) -> TakenNumber:
    """The next number of the year, in the transaction of whoever needs it: undone with it, so that no gap is left.

    The row of the series is held until then: whoever needs a number meanwhile waits.
    """
    series = held_series(year, at)
    series.last += 1
    series.save(update_fields=["last"])
    return TakenNumber.objects.create(series=series, number=series.last, taken_by=by, taken_at=at)


def held_series(year: int, at: datetime) -> NumberSeries:
    """The series of the year, which begins with the form of the year before; held until the transaction ends."""
    if not NumberSeries.objects.filter(pk=year).exists():
        before = NumberSeries.objects.filter(year__lt=year).order_by("-year").first()
        facts = {"opened_at": at} | ({"suffix": before.suffix} if before else {})
        NumberSeries.objects.get_or_create(year=year, defaults=facts)
    return NumberSeries.objects.select_for_update().get(pk=year)


@transaction.atomic
def set_series(*, year: int, suffix: str, first: int, by: User, at: datetime) -> NumberSeries:
    """How the numbers of a year are written and with which one they begin, before the first; SeriesHasBegun."""
    insist(by, Deed.ISSUE_DECISION)
    series = held_series(year, at)
    if series.taken.exists():
        raise SeriesHasBegun
    series.suffix, series.first, series.last = written(suffix), first, first - 1
    series.save()
    details = {"suffix": series.suffix, "first": first}
    record(deed="number_series_set", target=f"series:{year}", details=details, by=by, at=at)
    return series


@transaction.atomic
def annul_next(*, year: int, reason: str, by: User, at: datetime) -> TakenNumber:
    """Take the next number out of use: another paper bears it, or it was spoilt; the reason stands in the series."""
    insist(by, Deed.ISSUE_DECISION)
    words = written(reason)
    taken = take(year=year, by=by, at=at)
    taken.reason, taken.annulled_by, taken.annulled_at = words, by, at
    taken.save(update_fields=["reason", "annulled_by", "annulled_at"])
    details = {"number": taken.number, "reason": words}
    record(deed="number_annulled", target=f"series:{year}", details=details, by=by, at=at)
    return taken
