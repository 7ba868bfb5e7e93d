"""Units of a movement, and who answers for a unit."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from lantoa.accounts.models import RoleGrant, User
from lantoa.accounts.queries import scope_of
from lantoa.discovery.queries.tips.owners import working
from lantoa.domain.authority import Deed, Role
from lantoa.register.models import Unit
from lantoa.register.queries.figures import in_force
from lantoa.register.queries.tree import subtrees_of


def units_under(unit: Unit, day: date) -> QuerySet[Unit]:
    """The units under it on the day, however far down, without itself."""
    under = subtrees_of([], unit.pk).filter(in_force(day)).exclude(pk=unit.pk)
    return under.select_related("subject").order_by("subject__sort_key")


def units_of(user: User, deed: Deed) -> QuerySet[Unit]:
    """The units for which the user may do that deed; the whole school first."""
    scope = scope_of(user, deed)
    is_root = ExpressionWrapper(Q(parent=None), BooleanField())
    units = Unit.objects.select_related("subject").alias(is_root=is_root).order_by("-is_root", "subject__sort_key")
    return units if scope.everything else units.filter(subject__code__in=scope.units)


def heads_of(units: Collection[int], day: date) -> dict[int, list[int]]:
    """Unit -> accounts that answer for it: its own heads, or those of the nearest unit above that has any."""
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    grants = RoleGrant.objects.filter(role=Role.HEAD.value, user__in=working(day)).order_by("pk")
    heads: dict[int | None, list[int]] = {}
    for unit, user in grants.values_list("unit_id", "user_id"):
        heads.setdefault(unit, []).append(user)
    return {unit: _nearest(unit, parents, heads) for unit in units}


def _nearest(unit: int, parents: Mapping[int, int | None], heads: dict[int | None, list[int]]) -> list[int]:
    place: int | None = unit
    while place is not None and place not in heads:
        place = parents.get(place)
    return heads.get(place, []) if place is not None else []
