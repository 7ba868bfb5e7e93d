"""What the work inside plans expects of whom by when, for the notice room: measures, remedies, looks at both."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.quarters import Quarter, quarters
from lantoa.domain.stages import MeasureStage, NurtureStage, ShortcomingStage
from lantoa.notice.queries.deadlines import Deadline
from lantoa.nurture.models import Measure, NurturePlan, QuarterReview, Shortcoming
from lantoa.nurture.queries.people import officers
from lantoa.nurture.queries.reading import plans_with_names, visible
from lantoa.nurture.queries.recipients import People, people_of
from lantoa.nurture.queries.rights import GOING

AHEAD = timedelta(days=31)  # what is due later is on the list of everything to do
TO_CONFIRM = timedelta(days=7)
BEFORE_THE_END = timedelta(days=14)  # of a quarter, its review is asked for
WITH_PLAN = ("plan__prospect__subject", "plan__unit__subject")


def work(day: date, user: int | None) -> Iterator[Deadline]:
    """Measures to do, remedies to record and to confirm, quarters to review; ten queries or fewer."""
    found = _Found(day, user)
    for part in (_measures, _remedies, _confirmations, _reviews):
        yield from (one for one in part(found) if user in (None, one.user))


@dataclass
class _Found:
    """What is open as of the day in the plans that the user may see, and the people it leads to."""

    day: date
    user: int | None

    @cached_property
    def measures(self) -> list[Measure]:
        """Those of one's own too, whose plan one need not see."""
        found = Measure.objects.filter(plan__stage__in=GOING, stage=MeasureStage.PLANNED.value)
        own = Q(owner__account=self.user) if self.user is not None else Q()
        near = found.filter(self.seen | own, due__lte=self.day + AHEAD)
        return list(near.select_related(*WITH_PLAN).order_by("due", "pk"))

    @cached_property
    def shortcomings(self) -> list[Shortcoming]:
        near = Q(stage=ShortcomingStage.OPEN.value, due__lte=self.day + AHEAD)
        waiting = Q(stage=ShortcomingStage.REMEDIED.value)
        found = Shortcoming.objects.filter(self.seen, near | waiting, plan__stage__in=GOING)
        return list(found.select_related(*WITH_PLAN).order_by("due", "pk"))

    @cached_property
    def unreviewed(self) -> list[tuple[NurturePlan, Quarter]]:
        plans = plans_with_names().filter(stage=NurtureStage.ACTIVE.value)
        if self.user is not None:
            plans = plans.filter(pk__in=self.plans)
        asked = [(plan, quarter) for plan in plans.order_by("pk") for quarter in _asked(plan, self.day)]
        known = QuarterReview.objects.filter(plan__in={plan.pk for plan, _quarter in asked}) if asked else []
        done = {(one.plan_id, Quarter(one.year, one.quarter)) for one in known}
        return [(plan, quarter) for plan, quarter in asked if (plan.pk, quarter) not in done]

    @cached_property
    def people(self) -> People:
        rows: list[Measure | Shortcoming] = [*self.measures, *self.shortcomings]
        plans = [*(one.plan for one in rows), *(plan for plan, _quarter in self.unreviewed)]
        owners = [one.owner_id for one in self.measures]
        return people_of(plans, owners, self.day) if plans else People({}, {})

    @cached_property
    def officers(self) -> list[int]:
        return officers(self.day)

    @cached_property
    def plans(self) -> QuerySet[NurturePlan, Any]:
        """Those the user may see, as a subquery."""
        plans = NurturePlan.objects.all() if self.user is None else visible(User.objects.get(pk=self.user))
        return plans.values("pk")

    @property
    def seen(self) -> Q:
        return Q() if self.user is None else Q(plan__in=self.plans)


def _measures(found: _Found) -> Iterator[Deadline]:
    """Their owners' and the mentors'; without either, the heads'."""
    for one in found.measures:
        text = _("làm «%(what)s» (bồi dưỡng %(name)s)") % _said(one.plan, one.text)
        owners, mentors = found.people.of(one.owner_id), found.people.mentor(one.plan)
        for receiver in _each(owners or mentors or found.people.heading(one.plan), mentors):
            page = reverse("nurture_task", args=[one.pk]) if receiver in owners else _page(one.plan, "measures")
            yield Deadline(f"measure:{one.pk}", receiver, one.due, text, page)


def _remedies(found: _Found) -> Iterator[Deadline]:
    """The person's; without an account, the mentor's or the heads' to see to."""
    for one in found.shortcomings:
        if one.stage == ShortcomingStage.OPEN.value:
            text = _("khắc phục «%(what)s» (bồi dưỡng %(name)s)") % _said(one.plan, one.text)
            people = found.people
            receivers = people.nurtured(one.plan) or people.mentor(one.plan) or people.heading(one.plan)
            yield from _for(receivers, f"remedy:{one.pk}:{one.version}", one.due, text, _page(one.plan, "shortcomings"))


def _confirmations(found: _Found) -> Iterator[Deadline]:
    """Those of a head who did not record the remedy; where there is none, the officers'."""
    for one in found.shortcomings:
        if one.remedied_at is not None and one.stage == ShortcomingStage.REMEDIED.value:
            heads = [receiver for receiver in found.people.heading(one.plan) if receiver != one.remedied_by_id]
            receivers = heads or [receiver for receiver in found.officers if receiver != one.remedied_by_id]
            due = localdate(one.remedied_at) + TO_CONFIRM
            text = _("xác nhận đã khắc phục «%(what)s» (bồi dưỡng %(name)s)") % _said(one.plan, one.text)
            yield from _for(receivers, f"confirm:{one.pk}:{one.version}", due, text, _page(one.plan, "shortcomings"))


def _reviews(found: _Found) -> Iterator[Deadline]:
    """Quarters that nobody has looked at: the mentor's and the heads'."""
    for plan, quarter in found.unreviewed:
        text = _("đánh giá %(what)s kế hoạch bồi dưỡng %(name)s") % _said(plan, str(quarter))
        receivers = _each(found.people.mentor(plan), found.people.heading(plan))
        key = f"review:{plan.pk}:{quarter.year}-{quarter.number}"
        yield from _for(receivers, key, quarter.due, text, _page(plan, "reviews"))


def _asked(plan: NurturePlan, day: date) -> Iterator[Quarter]:
    """From the quarter in which the plan came into force to the one that ends now; its last day is the plan's."""
    since = max(plan.since, localdate(plan.approved_at)) if plan.approved_at else plan.since
    for quarter in quarters(since, min(day, plan.until)):
        if since <= quarter.last_day - BEFORE_THE_END <= day:
            yield quarter


def _for(receivers: Iterable[int], key: str, due: date, text: str, address: str) -> Iterator[Deadline]:
    return (Deadline(key, receiver, due, text, address) for receiver in receivers)


def _each(*groups: Sequence[int]) -> list[int]:
    """Each account once, in order."""
    return list(dict.fromkeys(receiver for group in groups for receiver in group))


def _said(plan: NurturePlan, what: str) -> dict[str, str]:
    return {"what": what if len(what) <= 120 else f"{what[:119]}…", "name": plan.prospect.subject.name}


def _page(plan: NurturePlan, part: str) -> str:
    return f"{reverse('nurture_plan', args=[plan.pk])}#{part}"
