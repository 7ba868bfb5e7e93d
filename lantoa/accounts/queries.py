"""Who a signed-in user is to the plan: roles, units under the head's grants, the own record."""

from datetime import datetime
from functools import cache
from typing import TypeAlias

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import F, Model, Prefetch, QuerySet

from lantoa.accounts.demo import USER_NAMES
from lantoa.accounts.models import RoleGrant, User
from lantoa.domain import authority
from lantoa.domain.authority import Actor, Deed, Role, Scope
from lantoa.domain.vietnamese import fold, tidy

AnyUser: TypeAlias = User | AnonymousUser

UNITS_UNDER = """
    WITH RECURSIVE under (id) AS (
        SELECT granted.unit_id FROM {grant} granted WHERE granted.user_id = %s AND granted.role = 'head'
        UNION
        SELECT unit.subject_id FROM {unit} unit JOIN under ON unit.parent_id = under.id
    )
    SELECT subject.code FROM {subject} subject JOIN under ON subject.id = under.id
"""


def actor_of(user: AnyUser) -> Actor:
    """The actor of a user, looked up once for that user object, which lives as long as a request."""
    if not isinstance(user, User) or not user.is_active:
        return Actor(frozenset())
    known: dict[str, Actor] = vars(user)
    if "actor" not in known:
        known["actor"] = _look_up(user)
    return known["actor"]


def scope_of(user: AnyUser, deed: Deed) -> Scope:
    """How far that deed of the user reaches, for lists that show only what may be seen."""
    return authority.scope(actor_of(user), deed)


SORTS = {"ten": "sort_key", "dang_nhap": "username", "gan_nhat": "last_login"}


def accounts(
    *, words: str = "", role: Role | None = None, is_active: bool | None = None, sort: str = "ten"
) -> QuerySet[User]:
    """Accounts whose user name, name or e-mail holds all the words (without accents), with their grants."""
    grants = RoleGrant.objects.select_related("unit__subject").order_by("pk")
    found = User.objects.prefetch_related(Prefetch("grants", grants)).select_related("person__subject")
    for word in fold(words).split():
        found = found.filter(search_key__contains=word)
    if role:
        found = found.filter(grants__role=role.value).distinct()
    if is_active is not None:
        found = found.filter(is_active=is_active)
    column = F(SORTS.get(sort.removeprefix("-"), "sort_key"))
    order = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_first=True)
    return found.order_by(order, "username")


def grants_of(user: User) -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(user=user).select_related("unit__subject").order_by("pk")


def is_locked(user: User, *, now: datetime) -> bool:
    """Whether the user may just now not sign in from one address or another, for too many failures."""
    failures = AccessAttempt.objects.filter(username=user.username, attempt_time__gte=now - settings.AXES_COOLOFF_TIME)
    return bool(failures.filter(failures_since_start__gte=settings.AXES_FAILURE_LIMIT).exists())


def demo_accounts() -> QuerySet[User]:
    """Accounts for show, one of every role, whose password everybody knows."""
    found = User.objects.filter(is_demo=True, is_active=True, username__in=USER_NAMES.values())
    return found.prefetch_related(Prefetch("grants", RoleGrant.objects.order_by("pk"))).order_by("pk")


def unit_by_code(code: str) -> Model | None:
    return _by_code(_model_behind(RoleGrant, "unit"), code)


def person_by_code(code: str) -> Model | None:
    return _by_code(_model_behind(User, "person"), code)


def some_units(limit: int = 300) -> list[tuple[str, str]]:
    """Code and name of units, to choose from while typing."""
    units = _model_behind(RoleGrant, "unit")._default_manager.order_by("subject__sort_key")
    return list(units.values_list("subject__code", "subject__name")[:limit])


def _by_code(model: type[Model], code: str) -> Model | None:
    return model._default_manager.select_related("subject").filter(subject__code__iexact=tidy(code)).first()


def _look_up(user: User) -> Actor:
    rows = User.objects.filter(pk=user.pk).values_list("grants__role", "grants__office", "person__subject__code")
    roles = frozenset(Role(role) for role, _office, _code in rows if role)
    codes = [code for _role, _office, code in rows]
    return Actor(
        roles,
        units=_units_under(user) if Role.HEAD in roles else frozenset(),
        person=codes[0] if codes else None,
        offices=frozenset(office for _role, office, _code in rows if office),
    )


def _units_under(user: User) -> frozenset[str]:
    """Codes of the units of the head's grants and of all units under them; a loop in the tree ends."""
    with connection.cursor() as cursor:
        cursor.execute(_units_under_sql(), [user.pk])
        return frozenset(code for (code,) in cursor.fetchall())


@cache
def _units_under_sql() -> str:
    """The tables' names come from the models, so that this room need not know the register."""
    unit = _model_behind(RoleGrant, "unit")
    subject = _model_behind(unit, "subject")
    return UNITS_UNDER.format(grant=_table(RoleGrant), unit=_table(unit), subject=_table(subject))


def _table(model: type[Model]) -> str:
    return str(model._meta.db_table)


def _model_behind(model: type[Model], field: str) -> type[Model]:
    related = model._meta.get_field(field).related_model
    if not isinstance(related, type):
        raise TypeError(field)
    return related
