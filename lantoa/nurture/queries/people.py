"""The people around a plan: who may mentor, whose mentor has left, who answers for it, where its person works now."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.queries.movements.units import heads_of
from lantoa.discovery.queries.tips.owners import working
from lantoa.domain.authority import Role
from lantoa.domain.records import Kind
from lantoa.domain.stages import NurtureStage
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.nurture.queries.recipients import people_of
from lantoa.register.models import Person, Post, Unit
from lantoa.register.queries.figures import in_force

DAYS_TO_FIND_A_MENTOR = 10  # working days
DAYS_TO_AGREE = 10
MENTORED = (NurtureStage.WAITING.value, NurtureStage.ACTIVE.value, NurtureStage.READY.value)
LIVING = (
    NurtureStage.DRAFT.value,
    NurtureStage.WAITING.value,
    NurtureStage.ACTIVE.value,
    NurtureStage.READY.value,
)


def can_mentor(person: Person, day: date) -> bool:
    """Still in a post, and not with a closed account."""
    return not Person.objects.filter(_gone("pk", day), pk=person.pk).exists()


def mentor_missing(day: date) -> Q:
    """Plans without a mentor, or whose mentor works here no longer or may no longer sign in."""
    return Q(mentor=None) | _gone("mentor", day)


def _gone(person: str, day: date) -> Q:
    """The person in that column works here no longer or may no longer sign in."""
    posts = Post.objects.filter(in_force(day), person=OuterRef(person))
    accounts = User.objects.filter(person=OuterRef(person))
    return Q(~Exists(posts)) | Q(Exists(accounts) & ~Exists(accounts.filter(is_active=True)))


def lacks_mentor(plan: NurturePlan, day: date) -> bool:
    return plan.mentor is None or not can_mentor(plan.mentor, day)


def answering(plans: Collection[NurturePlan], day: date) -> dict[int, list[int]]:
    """Plan -> accounts that answer for it: who heads its unit, never the person nurtured; else the officers."""
    people = people_of(plans, [], day)
    found = {plan.pk: people.heading(plan) for plan in plans}
    if all(found.values()):
        return found
    instead = officers(day)
    return {plan: heads or instead for plan, heads in found.items()}


def officers(day: date) -> list[int]:
    """Accounts of the officers who work here."""
    found = working(day).filter(grants__role=Role.OFFICER.value)
    return list(found.order_by("pk").values_list("pk", flat=True).distinct())


def moved_to(plan: NurturePlan, day: date) -> Unit | None:
    """The unit in which the person works today, when that is no longer the one that holds the plan."""
    subject = plan.prospect.subject
    if subject.kind == Kind.COLLECTIVE.value:
        return None
    posts = list(
        Post.objects.filter(in_force(day), person_id=subject.pk).select_related("unit__subject").order_by("since", "pk")
    )
    if not posts or any(post.unit_id == plan.unit_id for post in posts):
        return None
    return posts[-1].unit


def signs_for(user: User, unit: Unit, free: Collection[int]) -> bool:
    """Whether the user speaks for the unit: its head or one above; an officer only where nobody heads it (`free`)."""
    actor = actor_of(user)
    return unit.subject.code in actor.units or (Role.OFFICER in actor.roles and unit.pk in free)


def headless(transfer: Transfer, day: date) -> frozenset[int]:
    """The units of the transfer that nobody heads, nor any above them."""
    found = heads_of([transfer.source_id, transfer.target_id], day)
    return frozenset(unit for unit, heads in found.items() if not heads)


def signers(transfer: Transfer, day: date) -> list[int]:
    """Accounts of those who head either unit of the transfer, without the person who moves."""
    found = heads_of([transfer.source_id, transfer.target_id], day)
    able = User.objects.filter(pk__in={user for heads in found.values() for user in heads})
    return list(able.exclude(person=transfer.plan.prospect.subject_id).order_by("pk").values_list("pk", flat=True))


def moving(day: date) -> list[NurturePlan]:
    """Living plans of people who have a post, but none in the unit that holds the plan."""
    posts = Post.objects.filter(in_force(day), person_id=OuterRef("prospect__subject"))
    found = NurturePlan.objects.filter(Exists(posts), ~Exists(posts.filter(unit=OuterRef("unit"))), stage__in=LIVING)
    return list(found.select_related("prospect__subject", "unit__subject").order_by("pk"))
