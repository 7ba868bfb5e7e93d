"""What the work inside plans expects of whom by when, for the notice room: measures, remedies, looks at both."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.discovery.queries.tips.owners import working
from lantoa.domain.authority import Role
from lantoa.domain.quarters import Quarter, quarters
from lantoa.domain.stages import MeasureStage, NurtureStage, ShortcomingStage
from lantoa.notice.queries.deadlines import Deadline
from lantoa.nurture.models import Measure, NurturePlan, QuarterReview, Shortcoming
from lantoa.nurture.queries.reading import plans_with_names, visible
from lantoa.nurture.queries.recipients import People, people_of
from lantoa.nurture.queries.rights import GOING

AHEAD = timedelta(days=31)  # what is due later is on the list of everything to do
TO_CONFIRM = timedelta(days=7)
BEFORE_THE_END = timedelta(days=14)  # of a quarter, its review is asked for
WITH_PLAN = ("plan__prospect__subject", "plan__unit__subject")


def measures(day: date, user: int | None) -> Iterator[Deadline]:
    """Measures still to be done: their owners' and the mentors'; without either, the heads'."""
    found = Measure.objects.filter(plan__stage__in=GOING, stage=MeasureStage.PLANNED.value, due__lte=day + AHEAD)
    if user is not None:
        found = found.filter(Q(owner__account=user) | Q(plan__mentor__account=user) | _seen_by(user))
    open_ones = list(found.select_related(*WITH_PLAN).order_by("due", "pk"))
    people = _people([one.plan for one in open_ones], [one.owner_id for one in open_ones], day)
    for one in open_ones:
        text = _("làm «%(what)s» (bồi dưỡng %(name)s)") % _said(one.plan, one.text)
        owners, mentors = people.of(one.owner_id), people.mentor(one.plan)
        for receiver in _each(owners or mentors or people.heading(one.plan), mentors):
            page = reverse("nurture_task", args=[one.pk]) if receiver in owners else _page(one.plan, "measures")
            if user in (None, receiver):
                yield Deadline(f"measure:{one.pk}", receiver, one.due, text, page)


def remedies(day: date, user: int | None) -> Iterator[Deadline]:
    """Shortcomings to be remedied by the person; without an account, the mentor's or the heads' to see to."""
    found = Shortcoming.objects.filter(plan__stage__in=GOING, stage=ShortcomingStage.OPEN.value, due__lte=day + AHEAD)
    for one, people in _with_people(found, day, user):
        text = _("khắc phục «%(what)s» (bồi dưỡng %(name)s)") % _said(one.plan, one.text)
        receivers = people.nurtured(one.plan) or people.mentor(one.plan) or people.heading(one.plan)
        yield from _for(
            receivers, user, f"remedy:{one.pk}:{one.version}", one.due, text, _page(one.plan, "shortcomings")
        )


def confirmations(day: date, user: int | None) -> Iterator[Deadline]:
    """Remedies to be looked at by a head who did not record them; where there is none, by the officers."""
    found = Shortcoming.objects.filter(plan__stage__in=GOING, stage=ShortcomingStage.REMEDIED.value)
    waiting = list(_with_people(found, day, user))
    officers = _officers(day) if waiting else []
    for one, people in waiting:
        others = [receiver for receiver in people.heading(one.plan) if receiver != one.remedied_by_id]
        receivers = others or [receiver for receiver in officers if receiver != one.remedied_by_id]
        due = localdate(one.remedied_at) + TO_CONFIRM
        text = _("xác nhận đã khắc phục «%(what)s» (bồi dưỡng %(name)s)") % _said(one.plan, one.text)
        yield from _for(receivers, user, f"confirm:{one.pk}:{one.version}", due, text, _page(one.plan, "shortcomings"))


def reviews(day: date, user: int | None) -> Iterator[Deadline]:
    """Quarters of plans in force that nobody has looked at: the mentor's and the heads'."""
    found = plans_with_names().filter(stage=NurtureStage.ACTIVE.value)
    if user is not None:
        found = found.filter(pk__in=visible(User.objects.get(pk=user)).values("pk"))
    plans = list(found.order_by("pk"))
    done = {
        (plan, Quarter(year, number))
        for plan, year, number in QuarterReview.objects.filter(plan__in=plans).values_list("plan", "year", "quarter")
    }
    people = _people(plans, [], day)
    for plan in plans:
        for quarter in _asked(plan, day):
            if (plan.pk, quarter) not in done:
                text = _("đánh giá %(what)s kế hoạch bồi dưỡng %(name)s") % _said(plan, str(quarter))
                receivers = _each(people.mentor(plan), people.heading(plan))
                key = f"review:{plan.pk}:{quarter.year}-{quarter.number}"
                yield from _for(receivers, user, key, quarter.due, text, _page(plan, "reviews"))


def _asked(plan: NurturePlan, day: date) -> Iterator[Quarter]:
    """From the quarter in which the plan came into force to the one that ends now; its last day is the plan's."""
    since = max(plan.since, localdate(plan.approved_at)) if plan.approved_at else plan.since
    for quarter in quarters(since, min(day, plan.until)):
        if quarter.last_day - BEFORE_THE_END <= day and since <= quarter.last_day - BEFORE_THE_END:
            yield quarter


def _with_people(found: QuerySet[Shortcoming], day: date, user: int | None) -> Iterator[tuple[Shortcoming, People]]:
    if user is not None:
        found = found.filter(_seen_by(user))
    open_ones = list(found.select_related(*WITH_PLAN).order_by("due", "pk"))
    people = _people([one.plan for one in open_ones], [], day)
    for one in open_ones:
        yield one, people


def _people(plans: Collection[NurturePlan], owners: Collection[int | None], day: date) -> People:
    return people_of(plans, owners, day) if plans else People({}, {})


def _seen_by(user: int) -> Q:
    """Of plans that the user may see: nobody else is asked for anything in them but owners of measures."""
    return Q(plan__in=visible(User.objects.get(pk=user)).values("pk"))


def _officers(day: date) -> list[int]:
    found = working(day).filter(grants__role=Role.OFFICER.value)
    return list(found.order_by("pk").values_list("pk", flat=True).distinct())


def _for(
    receivers: Iterable[int], user: int | None, key: str, due: date, text: str, address: str
) -> Iterator[Deadline]:
    for receiver in receivers:
        if user in (None, receiver):
            yield Deadline(key, receiver, due, text, address)


def _each(*groups: Sequence[int]) -> list[int]:
    """Each account once, in order."""
    return list(dict.fromkeys(receiver for group in groups for receiver in group))


def _said(plan: NurturePlan, what: str) -> dict[str, str]:
    return {"what": what if len(what) <= 120 else f"{what[:119]}…", "name": plan.prospect.subject.name}


def _page(plan: NurturePlan, part: str) -> str:
    return f"{reverse('nurture_plan', args=[plan.pk])}#{part}"
