"""A unit that put nobody forward in a year says why."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.audit.actions import record as write_event
from lantoa.discovery.actions.refusals import HasPutForward, NotThisYear, SaidAlready, insist, written
from lantoa.discovery.models import NobodyPutForward
from lantoa.discovery.queries.prospects.forward import put_forward_in
from lantoa.domain.authority import Deed
from lantoa.register.models import Unit


@transaction.atomic
def say_nobody(*, unit: Unit, year: int, reason: str, by: User, at: datetime) -> NobodyPutForward:
    """For this year or the one before. NotAllowed, NotThisYear, HasPutForward, SaidAlready, NoReason."""
    unit = Unit.objects.select_for_update(of=("self",)).select_related("subject").get(pk=unit.pk)
    insist(by, Deed.SAY_NOBODY, unit.subject, localdate(at))
    this_year = localdate(at).year
    if year not in (years := (this_year - 1, this_year)):
        raise NotThisYear(years)
    if put_forward_in(unit, year):
        raise HasPutForward(year)
    if before := NobodyPutForward.objects.filter(unit=unit, year=year).select_related("said_by").first():
        raise SaidAlready(before)
    said = NobodyPutForward.objects.create(unit=unit, year=year, reason=written(reason), said_by=by, said_at=at)
    details = {"unit": unit.subject.code, "year": year, "reason": said.reason}
    write_event(deed="nobody_put_forward", target=f"unit:{unit.subject.code}", details=details, by=by, at=at)
    return said
