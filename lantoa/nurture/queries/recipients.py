"""Accounts of those a plan concerns, as long as they work here: person, mentor, heads, the owner of a measure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from lantoa.accounts.models import User
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.discovery.queries.tips.owners import working
from lantoa.domain.records import Kind
from lantoa.nurture.models import NurturePlan


@dataclass(frozen=True, slots=True)
class People:
    """Whom to tell of a set of plans: account of a person, accounts that head a unit."""

    accounts: Mapping[int, int]
    heads: Mapping[int, list[int]]

    def of(self, person: int | None) -> list[int]:
        """The account of a person who still works here and may sign in; nobody otherwise."""
        return [self.accounts[person]] if person is not None and person in self.accounts else []

    def mentor(self, plan: NurturePlan) -> list[int]:
        return self.of(plan.mentor_id)

    def heading(self, plan: NurturePlan) -> list[int]:
        """Who answers for the unit that holds the plan; not the person nurtured."""
        own = self.accounts.get(plan.prospect.subject_id)
        return [user for user in self.heads.get(plan.unit_id, []) if user != own]

    def nurtured(self, plan: NurturePlan) -> list[int]:
        """The person, or for a unit its heads."""
        if plan.prospect.subject.kind == Kind.COLLECTIVE.value:
            return list(self.heads.get(plan.prospect.subject_id, []))
        return self.of(plan.prospect.subject_id)


def people_of(plans: Collection[NurturePlan], owners: Collection[int | None], day: date) -> People:
    """Everybody the plans and the owners of their measures may lead to, in three queries for all."""
    persons = {plan.mentor_id for plan in plans} | {plan.prospect.subject_id for plan in plans} | set(owners)
    known = working(day).filter(person__in=[person for person in persons if person])
    accounts = dict(known.values_list("person__pk", "pk"))
    units = {plan.unit_id for plan in plans}
    units |= {plan.prospect.subject_id for plan in plans if plan.prospect.subject.kind == Kind.COLLECTIVE.value}
    return People(accounts, heads_of(units, day) if units else {})


def users(ids: Collection[int]) -> list[User]:
    return list(User.objects.filter(pk__in=ids).order_by("pk"))
