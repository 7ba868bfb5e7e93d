"""A hold from the dossier: discipline, inspection or a complaint is looked into; the record book keeps it."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.actions.refusals import written
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.domain.authority import Deed, Role
from lantoa.domain.stages import NominationStage
from lantoa.nomination.actions.moving import held, insist
from lantoa.nomination.actions.verification.refusals import DueInThePast, HeldAlready, NothingToHold, NotOnesHold
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import holds_on
from lantoa.notice.actions import tell
from lantoa.register.actions import holds
from lantoa.register.models import Hold

LOOK_BACK = timedelta(days=30)  # the worker may have been asleep for some days; nobody is told twice
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


def tell_lifted(*, at: datetime) -> int:
    """Tell who waits for a dossier that its hold has ended, each once; how many dossiers go on.

    The daily task calls it.
    """
    day = localdate(at)
    ended = Hold.objects.filter(until__lt=day, until__gte=day - LOOK_BACK, subject__nominations__stage__in=ON_ITS_WAY)
    last = {hold.subject_id: hold for hold in ended.order_by("until", "pk")}
    still = set(
        Hold.objects.filter(Q(until=None) | Q(until__gte=day), since__lte=day).values_list("subject", flat=True)
    )
    found = Nomination.objects.filter(stage__in=ON_ITS_WAY, subject__in=set(last) - still).select_related("subject")
    waiting = list(found.order_by("pk"))
    heads = heads_of({one.unit_id for one in waiting}, day) if waiting else {}
    for one in waiting:
        _tell_lifted(one, last[one.subject_id], heads[one.unit_id], at)
    return len(waiting)


def _tell_lifted(nomination: Nomination, hold: Hold, heads: list[int], at: datetime) -> None:
    told = Q(pk__in=heads) | Q(pk=nomination.sent_by_id) | Q(pk=hold.typed_by_id)
    words = _("Tạm dừng của hồ sơ đề cử %(name)s đã kết thúc (%(reason)s). Hồ sơ đi tiếp từ bước «%(stage)s».")
    said = {"name": nomination.subject.name, "reason": hold.reason, "stage": nomination.get_stage_display()}
    tell(
        users=User.objects.filter(told).exclude(person=nomination.subject_id),
        key=f"hold:{hold.pk}:lifted:{nomination.pk}",
        text=words % said,
        address=reverse("nomination", args=[nomination.pk]),
        at=at,
    )
