"""The rounds whose papers somebody may look at."""

from lantoa.discovery.queries.tiers import tier_name
from lantoa.domain.authority import Actor, Deed, may, scope
from lantoa.nomination.models import Round
from lantoa.papers.sources import Occasion


def occasions(actor: Actor) -> list[Occasion]:
    """The newest first; those that were never opened only for whoever runs them."""
    if not scope(actor, Deed.SEE_PAPERS):
        return []
    found = Round.objects.order_by("-year", "-pk")
    if not may(actor, Deed.RUN_ROUND):
        found = found.filter(opened_at__isnull=False)
    return [Occasion(one.pk, one.name, one.year, tier_name(one.tier)) for one in found]
