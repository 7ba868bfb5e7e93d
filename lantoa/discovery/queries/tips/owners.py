"""Whose a tip is: the head of the subject's unit, else an officer; never the one it is about."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from lantoa.accounts.models import RoleGrant, User
from lantoa.accounts.queries import actor_of
from lantoa.discovery.models import Tip
from lantoa.domain.authority import Case, Deed, Role, may
from lantoa.domain.records import Kind
from lantoa.domain.stages import TipStage
from lantoa.register.models import Post, Subject, Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.subjects import case_of
from lantoa.register.queries.tree import lines_of

OPEN = (TipStage.RECEIVED.value, TipStage.IN_HAND.value)


def case_of_tip(tip: Tip, day: date) -> Case:
    """The subject with the units of today and the one the tip came to; nobody for a stranger."""
    unit = frozenset([tip.unit.subject.code] if tip.unit else [])
    if tip.subject is None:
        return Case(units=unit)
    case = case_of(tip.subject, day)
    return Case(case.subject, case.units | unit) if case.units else case


def may_handle(user: User, tip: Tip, day: date) -> bool:
    return bool(may(actor_of(user), Deed.HANDLE_TIP, case_of_tip(tip, day)))


def unit_of(subject: Subject, day: date) -> Unit | None:
    """Where the subject works today, heading it if anywhere; the unit above a unit."""
    if subject.kind == Kind.COLLECTIVE.value:
        return Unit.objects.select_related("subject").filter(children=subject.pk).first()
    posts = Post.objects.filter(in_force(day), person_id=subject.pk).select_related("unit__subject")
    post = posts.order_by("-is_head", "-since", "pk").first()
    return post.unit if post else None


def has_left(subject: Subject, day: date) -> bool:
    """A person all of whose posts have ended; a unit that was closed."""
    if subject.kind == Kind.COLLECTIVE.value:
        return not Unit.objects.filter(in_force(day), pk=subject.pk).exists()
    return not Post.objects.filter(in_force(day), person_id=subject.pk).exists()


def owner_for(subject: Subject | None, unit: Unit | None, tipster: User | None, day: date) -> User | None:
    """The nearest head above who is neither the subject nor the tipster, below the school itself; else an officer."""
    heads = _heads_above(unit, day) if subject else []
    others = [user for user in heads if _is_other(user, subject, tipster)]
    return others[0] if others else officer_for(subject, tipster, day)


def officer_for(subject: Subject | None, tipster: User | None, day: date) -> User | None:
    """The officer with the fewest open tips, if possible not the one who sent it."""
    load = Count("tips_in_hand", filter=Q(tips_in_hand__stage__in=OPEN))
    officers = working(day).filter(grants__role=Role.OFFICER.value).annotate(load=load).order_by("load", "pk")
    able = [user for user in officers if _is_other(user, subject, None)]
    return next((user for user in able if user != tipster), able[0] if able else None)


def working(day: date) -> QuerySet[User]:
    """Accounts of those who may sign in and, when they have a record, still work here."""
    posts = Post.objects.filter(person=OuterRef("person"))
    return User.objects.filter(Q(person=None) | Exists(posts.filter(in_force(day))) | ~Exists(posts), is_active=True)


def orphaned(day: date) -> Q:
    """Open tips without an owner who could handle any: they are the officers' until they are given a new one."""
    able = working(day).filter(grants__role__in=[Role.OFFICER.value, Role.HEAD.value])
    return Q(stage__in=OPEN) & (Q(owner=None) | ~Q(owner__in=able.values("pk")))


def handlers(tip: Tip, day: date) -> list[User]:
    """Who may take the tip over, heads first; what `may` says of each, in one query for all."""
    case = case_of_tip(tip, day)
    line = lines_of(case.units | {code for code in [case.subject] if code}).values("pk")
    officers = RoleGrant.objects.filter(role=Role.OFFICER.value).values("user")
    heads = RoleGrant.objects.filter(role=Role.HEAD.value, unit__in=line).values("user")
    able = working(day).filter(Q(pk__in=officers) | Q(pk__in=heads)).exclude(pk=tip.owner_id or 0)
    if tip.subject_id is not None:
        able = able.filter(Q(person=None) | ~Q(person=tip.subject_id))
    is_officer = Exists(officers.filter(user=OuterRef("pk")))
    return list(able.annotate(is_officer=is_officer).order_by("is_officer", "first_name", "pk"))


def today() -> date:
    return localdate()


def _heads_above(unit: Unit | None, day: date) -> list[User]:
    """Heads by grant, of the unit first, then of those above it; without the root."""
    if unit is None:
        return []
    line = {row.pk: row for row in lines_of([], unit.pk)}
    grants = RoleGrant.objects.filter(role=Role.HEAD.value, unit__in=line, user__in=working(day)).select_related("user")
    by_unit: dict[int, list[User]] = {}
    for grant in grants.order_by("pk"):
        by_unit.setdefault(grant.unit_id or 0, []).append(grant.user)
    found: list[User] = []
    place: Unit | None = line.get(unit.pk)
    while place is not None and place.parent_id is not None:
        found += by_unit.get(place.pk, [])
        place = line.get(place.parent_id)
    return found


def _is_other(user: User, subject: Subject | None, tipster: User | None) -> bool:
    return user != tipster and (subject is None or user.person_id != subject.pk)
