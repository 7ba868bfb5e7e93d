"""Some hundred prospects of a loaded book, a third of them nurtured with a measure overdue, for the pages."""

from datetime import timedelta

from django.utils import timezone

from lantoa.accounts.models import User
from lantoa.discovery.models import Prospect
from lantoa.domain.stages import NurtureStage, ProspectStage
from lantoa.nurture.models import Measure, NurturePlan
from lantoa.register.models import Post

MANY = 300
A_STEP = timedelta(days=4)  # from one finding to the one before: some three years in all
EDITION, TIER = "nganh-tu-phap-2021-2025", "school-annual"


def put_forward(by: User) -> None:
    """Every third is found, chosen, nurtured; once for each database."""
    if Prospect.objects.exists():
        return
    posts = Post.objects.filter(until=None).order_by("pk")
    people = dict(posts.values_list("person_id", "unit_id")[:MANY])
    prospects = [_prospect(number, person, unit, by) for number, (person, unit) in enumerate(people.items())]
    Prospect.objects.bulk_create(prospects)
    plans = [_plan(one, by) for one in prospects if one.stage == ProspectStage.NURTURED.value]
    NurturePlan.objects.bulk_create(plans)
    Measure.objects.bulk_create(
        [Measure(plan=plan, text="Dự giờ đồng nghiệp", starts=plan.since, due=plan.since) for plan in plans]
    )


def _prospect(number: int, person: int, unit: int, by: User) -> Prospect:
    at = timezone.now() - number * A_STEP
    stage = (ProspectStage.FOUND, ProspectStage.CHOSEN, ProspectStage.NURTURED)[number % 3]
    is_chosen = stage is not ProspectStage.FOUND
    return Prospect(
        subject_id=person,
        unit_id=unit,
        origin="meeting",
        grounds="Họp đơn vị",
        tier=TIER,
        merit_day=(at - timedelta(days=number % 90)).date(),
        found_by=by,
        found_at=at,
        stage=stage.value,
        chosen_by=by if is_chosen else None,
        chosen_at=at if is_chosen else None,
        looked_at=at,
    )


def _plan(prospect: Prospect, by: User) -> NurturePlan:
    day = prospect.found_at.date()
    return NurturePlan(
        prospect=prospect,
        unit_id=prospect.unit_id,
        edition=EDITION,
        tier=TIER,
        year=day.year,
        since=day,
        until=day + timedelta(days=365),
        stage=NurtureStage.ACTIVE.value,
        made_by=by,
        made_at=prospect.found_at,
        approved_by=by,
        approved_at=prospect.found_at,
    )
