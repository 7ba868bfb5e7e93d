"""The accounts that speak for an office, and those that run the rounds."""

from collections.abc import Collection

from django.db.models import Q

from lantoa.accounts.models import RoleGrant
from lantoa.domain.authority import Role


def speakers_for(offices: Collection[str]) -> dict[str, list[int]]:
    """Office -> accounts that may still sign in; the nameless office is the standing secretariat's officers."""
    specialists = Q(role=Role.SPECIALIST.value, office__in=[office for office in offices if office])
    officers = Q(role=Role.OFFICER.value) if "" in offices else Q(pk=None)
    found: dict[str, list[int]] = {office: [] for office in offices}
    grants = RoleGrant.objects.filter(specialists | officers, user__is_active=True).order_by("pk")
    for office, user in grants.values_list("office", "user"):
        found[office].append(user)
    return found
