"""Accounts of those whom a nomination concerns, as long as they work here: the nominee, who heads the unit."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from lantoa.accounts.models import User
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.discovery.queries.tips.owners import working
from lantoa.domain.records import Kind
from lantoa.nomination.models import Nomination


def unit_heads(nomination: Nomination, day: date) -> list[int]:
    """Who answers for the unit that nominates."""
    return heads_of([nomination.unit_id], day).get(nomination.unit_id, [])


def nominees(nominations: Collection[Nomination], day: date) -> dict[int, list[int]]:
    """Nomination -> accounts of the nominee; of a collective those who head it."""
    collectives = [one.subject_id for one in nominations if one.subject.kind == Kind.COLLECTIVE.value]
    heads = heads_of(collectives, day) if collectives else {}
    persons = [one.subject_id for one in nominations if one.subject.kind == Kind.INDIVIDUAL.value]
    own: dict[int, list[int]] = {}
    for person, account in working(day).filter(person__in=persons).values_list("person__pk", "pk"):
        own.setdefault(person, []).append(account)
    return {one.pk: own.get(one.subject_id, heads.get(one.subject_id, [])) for one in nominations}


def accounts_of(ids: Iterable[int]) -> QuerySet[User]:
    return User.objects.filter(pk__in=list(ids)).order_by("pk")
