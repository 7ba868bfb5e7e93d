"""Which nominations a user may read, and what a deed about one is asked of."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.domain.authority import Actor, Allowed, Case, Deed, Refused, Role, may
from lantoa.nomination.models import Nomination
from lantoa.register.models import Hold, Unit

READ_ALL = {Role.OFFICER, Role.MEMBER, Role.CHAIR, Role.PRINCIPAL, Role.MINISTRY}
WITH_NAMES = ("subject", "unit__subject", "round", "made_by", "written_by", "sent_by")


def case_of(nomination: Nomination) -> Case:
    return Case(nomination.subject.code, frozenset([nomination.unit.subject.code]))


def readable(user: User, deed: Deed = Deed.SEE_NOMINATION) -> QuerySet[Nomination]:
    """The nominations that the deed of the user reaches, one's own among them when one may read it.

    What has never been sent is the unit's draft: only who may nominate there and the nominee read it.
    """
    reach, writes = scope_of(user, deed), scope_of(user, Deed.NOMINATE)
    if reach.everything and writes.everything:
        return Nomination.objects.all()
    units = Unit.objects.filter(subject__code__in=reach.units).values("pk")
    found = Q(unit__in=units) | Q(subject__in=units)
    if reach.person is not None:
        found |= Q(subject=user.person_id)
    if reach.everything:
        found |= Q(sent_at__isnull=False)
    return Nomination.objects.filter(found)


def may_read(user: User, nomination: Nomination) -> Allowed | Refused:
    """As `may` of SEE_NOMINATION; a draft is read by who may write it, and by the nominee."""
    actor, case = actor_of(user), case_of(nomination)
    answer = may(actor, Deed.SEE_NOMINATION, case)
    if not answer or nomination.sent_at is not None or actor.person == case.subject:
        return answer
    if scope_of(user, Deed.NOMINATE).covers(case) or scope_of(user, Deed.SEE_NOMINATION).units & case.units:
        return answer
    return Refused(_("Hồ sơ này còn là bản nháp của đơn vị; bạn xem được khi đơn vị đã gửi."))


def criteria_read(nomination: Nomination, actor: Actor) -> frozenset[str] | None:
    """The criteria that a specialist's offices verify; None for who reads all: unit, nominee, officer, Council."""
    case = case_of(nomination)
    if actor.roles & READ_ALL or actor.person == case.subject or actor.units & {*case.units, case.subject}:
        return None
    offices = plans.load(nomination.edition).procedure.offices
    return frozenset(code for office in actor.offices & {*offices} for code in offices[office].criteria)


def holds_on(subject: int, day: date) -> QuerySet[Hold]:
    """What holds the subject on the day: waiting, not refused (NĐ 152/2025 art. 4)."""
    return Hold.objects.filter(Q(until=None) | Q(until__gte=day), subject=subject, since__lte=day).order_by("since")
