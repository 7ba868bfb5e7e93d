"""Asking for the signals anew, and doing it: the long part reads only, then one transaction writes."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.discovery.actions.signals import store
from lantoa.discovery.models import SignalRun
from lantoa.discovery.queries.signals.computing import computed_for, computed_for_all
from lantoa.discovery.queries.signals.counting import holding, looks_of, year_to_look_at
from lantoa.discovery.queries.signals.touched import last_deed, touched


@transaction.atomic
def ask(*, year: int, by: User | None, at: datetime) -> SignalRun | None:
    """A new run to be done in the background; None while another one of the year is under way."""
    if looks_of(year, at).under_way is not None:
        return None
    return SignalRun.objects.create(year=year, asked_by=by, asked_at=at)


def ask_if_behind(*, by: User | None, at: datetime) -> SignalRun | None:
    """A new run for the year to look at, when the book has changed since the last one; None when it has not."""
    year = year_to_look_at(localdate(at))
    looks = looks_of(year, at)
    if looks.under_way is not None or (looks.done is not None and looks.done.event >= last_deed()):
        return None
    return ask(year=year, by=by, at=at)


def carry_out(*, run: SignalRun, whole: bool = False, at: datetime) -> SignalRun:
    """Look at everybody the first time or when asked to, later only at those whom new rows touch."""
    event = last_deed()
    before = SignalRun.objects.filter(year=run.year, done_at__isnull=False).order_by("-id").first()
    ids = None if before is None else touched(before.event)
    if whole or ids is None:
        found, ids = computed_for_all(run.year, holding(run.year), ids), None
    else:
        found = computed_for(run.year, ids)
    return store(run=run, computed=found, ids=ids, event=event, at=at)
