"""A hold from the dossier: discipline, inspection or a complaint is looked into; the record book keeps it."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, Role
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.moving import held, insist
from lantoa.nomination.actions.verification.refusals import DueInThePast, HeldAlready, NothingToHold, NotOnesHold
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import holds_on
from lantoa.register.actions import holds
from lantoa.register.models import Hold

N = NominationStage
ON_ITS_WAY = [N.SENT, N.RETURNED, N.VERIFIED, N.POSTED, N.CLEARED, N.POSTPONED, N.RECOMMENDED, N.SUBMITTED]


@transaction.atomic
def put(*, nomination: Nomination, reason: str, until: date | None = None, by: User, at: datetime) -> Hold:
    """The dossier waits from today, whatever its stage; it is not refused. NothingToHold, HeldAlready."""
    nomination, day = held(nomination), localdate(at)
    insist(by, Deed.VERIFY, nomination)
    if nomination.stage not in ON_ITS_WAY:
        raise NothingToHold(nomination)
    if hold := holds_on(nomination.subject_id, day).first():
        raise HeldAlready(hold.reason)
    if until is not None and until < day:
        raise DueInThePast(day)
    return holds.begin(
        subject=nomination.subject,
        reason=written(reason),
        since=day,
        until=until,
        dossier=nomination.pk,
        by=by,
        at=at,
    )


@transaction.atomic
def lift(*, nomination: Nomination, hold: Hold, by: User, at: datetime) -> Hold:
    """The matter is settled: the dossier goes on at once, or tomorrow when the hold began today."""
    nomination, day = held(nomination), localdate(at)
    insist(by, Deed.VERIFY, nomination)
    if hold.subject_id != nomination.subject_id:
        raise holds.NotHolding
    if hold.typed_by_id != by.pk and Role.OFFICER not in actor_of(by).roles:
        raise NotOnesHold
    return holds.end(hold=hold, last_day=max(hold.since, day - timedelta(days=1)), by=by, at=at)
