"""Who is told of a decision: those who hold a role, and those whom it is about."""

from collections.abc import Collection

from lantoa.accounts.models import User
from lantoa.domain.authority import Role


def holders(role: Role) -> list[User]:
    return list(User.objects.filter(is_active=True, grants__role=role.value).distinct().order_by("pk"))


def accounts_of(subjects: Collection[int]) -> list[User]:
    """The accounts of people, and of those who head units, among the subjects."""
    of_people = User.objects.filter(is_active=True, person__in=subjects)
    of_heads = User.objects.filter(is_active=True, grants__role=Role.HEAD.value, grants__unit__in=subjects)
    return list(of_people.union(of_heads).order_by("pk"))
