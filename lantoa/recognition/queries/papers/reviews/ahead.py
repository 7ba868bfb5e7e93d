"""What is to be done next: what is still going on, and what the plan asks."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lantoa import plans
from lantoa.discovery.models import Prospect
from lantoa.discovery.queries.prospects.listing import LIVING
from lantoa.domain.stages import NominationStage
from lantoa.recognition.queries.papers.reviews.exemplars import sent
from lantoa.recognition.queries.papers.reviews.period import Period, number

WAITING = tuple(
    stage.value
    for stage in (
        NominationStage.SENT,
        NominationStage.RETURNED,
        NominationStage.VERIFIED,
        NominationStage.POSTED,
        NominationStage.CLEARED,
        NominationStage.POSTPONED,
    )
)
STEPS = "II.1."  # of the plan: finding, nurturing, spreading, reviewing, choosing
REVIEWS = ("R2", "R3")  # interim and final review: milestones say when


def ahead(period: Period) -> Iterator[str]:
    """Inside the plan's period what it goes on asking; at its end the plan that follows."""
    if many := Prospect.objects.filter(stage__in=LIVING).count():
        yield _("Tiếp tục bồi dưỡng %s nhân tố mới hiện đang theo dõi.") % number(many)
    if many := sent(period).filter(stage__in=WAITING).count():
        yield _("Xét tiếp %s hồ sơ đề cử hiện đang chờ.") % number(many)
    coming = [one for one in period.plan.milestones if one.due and one.due > period.window.last_day]
    yield from (f"{one.name} ({one.due:%d/%m/%Y})." for one in coming)
    following = plans.covering(period.window.last_year + 1)
    if following is not None and following is not period.plan:
        yield _("Triển khai %s.") % following.name
    asked = (following or period.plan).obligations
    yield from (one.text for one in asked if one.clause.startswith(STEPS) and one.code not in REVIEWS)
