"""The look at a plan each quarter: once, in a quarter that has begun and that the plan has a day in."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.quarters import Quarter
from lantoa.nurture.actions.work.holding import held, insist, look_at, tell, write_event
from lantoa.nurture.actions.work.refusals import BeforeThePlan, QuarterAhead, ReviewedAlready, written
from lantoa.nurture.models import NurturePlan, QuarterReview
from lantoa.nurture.queries.recipients import people_of


@transaction.atomic
def review(*, plan: NurturePlan, quarter: Quarter, text: str, by: User, at: datetime) -> QuarterReview:
    """How the quarter went, by the head or the mentor. Refusals: NotAllowed, WorkRefused."""
    plan, rights = held(plan, by)
    insist(plan, rights.write)
    words = written(text)
    if quarter.first_day > localdate(at):
        raise QuarterAhead(quarter)
    if quarter.last_day < plan.since:
        raise BeforeThePlan(quarter)
    known = plan.reviews.filter(year=quarter.year, quarter=quarter.number).select_related("written_by").first()
    if known is not None:
        raise ReviewedAlready(known)
    made = QuarterReview.objects.create(
        plan=plan, year=quarter.year, quarter=quarter.number, text=words, written_by=by, written_at=at
    )
    look_at(plan, at)
    said = _("Kế hoạch bồi dưỡng %(name)s vừa được đánh giá %(quarter)s.")
    ids = people_of([plan], [], localdate(at)).nurtured(plan)
    tell(ids=ids, plan=plan, key=f"review:{made.pk}", words=said, about={"quarter": str(quarter)}, by=by, at=at)
    write_event(
        deed="quarter_reviewed",
        plan=plan,
        details={"year": quarter.year, "quarter": quarter.number, "what": words},
        by=by,
        at=at,
    )
    return made
