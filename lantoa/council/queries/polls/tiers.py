"""Which lower tiers the Council may recommend instead."""

from lantoa import plans
from lantoa.domain.plan import Tier
from lantoa.domain.records import Kind
from lantoa.nomination.models import Nomination


def lower_tiers(nomination: Nomination) -> list[Tier]:
    """The tiers before the nomination's own in the plan edition that units nominate for, of its kind."""
    plan = plans.load(nomination.edition)
    earlier = list(plan.tiers)[: list(plan.tiers).index(nomination.tier)]
    return [
        plan.tiers[code]
        for code in earlier
        if not plan.procedure.path(code).proposed_from and Kind(nomination.subject.kind) in plan.tiers[code].subjects
    ]
