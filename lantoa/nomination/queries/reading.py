"""Which nominations a user may read, and what a deed about one is asked of."""

from datetime import date

from django.db.models import Q, QuerySet

from lantoa.accounts.models import User
from lantoa.accounts.queries import scope_of
from lantoa.domain.authority import Case, Deed
from lantoa.nomination.models import Nomination
from lantoa.register.models import Hold, Unit

WITH_NAMES = ("subject", "unit__subject", "round", "made_by", "written_by")


def case_of(nomination: Nomination) -> Case:
    return Case(nomination.subject.code, frozenset([nomination.unit.subject.code]))


def readable(user: User, deed: Deed = Deed.SEE_NOMINATION) -> QuerySet[Nomination]:
    """The nominations that the deed of the user reaches, one's own among them when one may read it."""
    reach = scope_of(user, deed)
    if reach.everything:
        return Nomination.objects.all()
    units = Unit.objects.filter(subject__code__in=reach.units).values("pk")
    own = Q(subject=user.person_id) if reach.person is not None else Q(pk=None)
    return Nomination.objects.filter(Q(unit__in=units) | Q(subject__in=units) | own)


def holds_on(subject: int, day: date) -> QuerySet[Hold]:
    """What holds the subject on the day: waiting, not refused (NĐ 152/2025 art. 4)."""
    return Hold.objects.filter(Q(until=None) | Q(until__gte=day), subject=subject, since__lte=day).order_by("since")
