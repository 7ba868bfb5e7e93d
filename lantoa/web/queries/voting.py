"""What votes of the Council need, of exemplars and of titles: each with its days and who says so."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.domain.plan import Plan
from lantoa.domain.procedure import Threshold


@dataclass(frozen=True, slots=True)
class Need:
    """What a vote on something needs."""

    what: str
    threshold: Threshold
    is_unsure: bool = False


def needs(plan: Plan) -> list[Need]:
    """To sit at all, for the tiers of the edition, and for the titles of the law."""
    procedure, law = plan.procedure, plans.catalogue()
    tiers = [
        Need(plan.tiers[one.tier].name if one.tier else _("Điển hình tiên tiến, mọi bậc"), one)
        for one in procedure.thresholds
    ]
    titles = [Need(law.titles[one.title].name, one.threshold, one.mark == "U") for one in law.thresholds]
    return [Need(_("Họp được khi có mặt"), procedure.quorum), *tiers, *titles]
