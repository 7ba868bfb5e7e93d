"""What depends on a row: the rows of other sheets that name it, and accounts that lean on it."""

from typing import Any

from django.db.models import PROTECT, Q
from django.utils.translation import gettext as _

from lantoa.accounts.models import RoleGrant, User
from lantoa.register.models import Person, Unit
from lantoa.register.models.columns import Recorded
from lantoa.register.queries.lists import LISTINGS


def dependants_of(row: Recorded) -> list[tuple[str, int]]:
    """What would be left without the row, and how many of it."""
    if not isinstance(row, Unit | Person):
        return _protecting(row)
    counts: list[tuple[str, int]] = [
        (_("dòng ở sổ %(sheet)s") % {"sheet": listing.name}, _count(listing.model, listing.about, row.pk))
        for listing in LISTINGS
        if listing.model not in (Unit, Person)
    ]
    if isinstance(row, Unit):
        counts.append((_("đơn vị cấp dưới"), row.children.count()))
        counts.append((_("vai trò trưởng đơn vị"), RoleGrant.objects.filter(unit=row).count()))
    else:
        counts.append((_("tài khoản đăng nhập"), User.objects.filter(person=row).count()))
    return [(noun, count) for noun, count in counts if count]


def _count(model: Any, columns: tuple[str, ...], pk: int) -> int:
    condition = Q()
    for column in columns:
        condition |= Q(**{column: pk})
    return int(model._default_manager.filter(condition).count())


def _protecting(row: Recorded) -> list[tuple[str, int]]:
    """Rows of other rooms that must not lose this one: a decision that made it, a reward that brought it."""
    found: list[tuple[str, int]] = []
    for relation in row._meta.related_objects:
        if relation.on_delete is PROTECT:
            count = _count(relation.related_model, (relation.field.name,), row.pk)
            found.append((str(relation.related_model._meta.verbose_name), count))
    return [(noun, count) for noun, count in found if count]
