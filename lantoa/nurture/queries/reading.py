"""Whose a nurture plan is: the case that decides who may read, write and approve it."""

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of, scope_of
from lantoa.domain.authority import Allowed, Case, Deed, Refused, may
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.register.models import Unit

WITH_NAMES = ("prospect__subject", "unit__subject", "mentor__subject", "made_by", "approved_by", "ended_by")
SIDES = ("source__subject", "target__subject", "let_go_by", "taken_by", "refused_by")
OPEN_TRANSFER = (Q(let_go_at=None) | Q(taken_at=None)) & Q(refused_at=None)


def plans_with_names() -> QuerySet[NurturePlan]:
    return NurturePlan.objects.select_related(*WITH_NAMES)


def case_of(plan: NurturePlan) -> Case:
    """The person or unit nurtured, the unit that holds the plan, and the mentor; no query on a plan with names."""
    mentor = plan.mentor.subject.code if plan.mentor else None
    return Case(plan.prospect.subject.code, frozenset([plan.unit.subject.code]), mentor)


def may_see(user: User, plan: NurturePlan) -> Allowed | Refused:
    """As `may` of SEE_NURTURE; the unit that is asked to take the plan over reads it before it answers."""
    case = case_of(plan)
    answer = may(actor_of(user), Deed.SEE_NURTURE, case)
    if answer:
        return answer
    targets = {transfer.target.subject.code for transfer in transfers_of(plan) if transfer.is_open}
    return may(actor_of(user), Deed.SEE_NURTURE, Case(case.subject, case.units | targets, case.mentor))


def transfers_of(plan: NurturePlan) -> list[Transfer]:
    """All that were ever asked for, with names, the first one first; read once for that plan object."""
    read = Transfer.objects.select_related(*SIDES).order_by("pk")
    prefetch_related_objects([plan], Prefetch("transfers", read))
    return list(plan.transfers.all())


def visible(user: User) -> QuerySet[NurturePlan]:
    """The plans that the user may see: one's own, those one mentors, those of the own units, or all."""
    reach = scope_of(user, Deed.SEE_NURTURE)
    if reach.everything:
        return NurturePlan.objects.all()
    units = Unit.objects.filter(subject__code__in=reach.units).values("pk")
    asked = Transfer.objects.filter(OPEN_TRANSFER, target__in=units).values("plan")
    found = Q(unit__in=units) | Q(prospect__subject__in=units) | Q(pk__in=asked)
    if reach.person is not None:
        found |= Q(prospect__subject__code=reach.person)
    if reach.mentor is not None:
        found |= Q(mentor__subject__code=reach.mentor)
    return NurturePlan.objects.filter(found)
