"""Who a signed-in user is to the plan: roles, units under the head's grants, the own record."""

from functools import cache
from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Model

from lantoa.accounts.models import RoleGrant, User
from lantoa.domain import authority
from lantoa.domain.authority import Actor, Deed, Role, Scope

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


def _look_up(user: User) -> Actor:
    rows = User.objects.filter(pk=user.pk).values_list("grants__role", "person__subject__code")
    roles = frozenset(Role(role) for role, _ in rows if role)
    codes = [code for _, code in rows]
    return Actor(roles, _units_under(user) if Role.HEAD in roles else frozenset(), codes[0] if codes else None)


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
