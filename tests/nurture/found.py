"""Prospects for the tests of the overview: found, chosen, nurtured on given days, straight into the database."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.timezone import get_current_timezone, make_aware

from lantoa.discovery.models import Prospect
from lantoa.domain.stages import MeasureStage, NurtureStage, ProspectStage
from lantoa.nurture.models import Measure, NurturePlan
from lantoa.register.models import Person, Unit
from tests.cast import Cast

EDITION = "nganh-tu-phap-2021-2025"


def at(day: date) -> datetime:
    """Nine in the morning of that day at the school."""
    return make_aware(datetime.combine(day, time(9)), get_current_timezone())


def prospect(
    cast: Cast,
    who: Person,
    unit: Unit,
    found: date,
    *,
    stage: ProspectStage = ProspectStage.FOUND,
    chosen: date | None = None,
    looked: date | None = None,
    tier: str = "school-annual",
    merit: date | None = None,
) -> Prospect:
    is_chosen = chosen or stage not in (ProspectStage.FOUND, ProspectStage.SET_ASIDE)
    chosen_at = at(chosen or found) if is_chosen else None
    return Prospect.objects.create(
        subject=who.subject,
        unit=unit,
        origin="meeting",
        grounds="Họp bộ môn",
        tier=tier,
        merit_day=merit,
        found_by=cast.head,
        found_at=at(found),
        stage=stage.value,
        chosen_by=cast.head if is_chosen else None,
        chosen_at=chosen_at,
        looked_at=at(looked or found),
        reason="Chuyển công tác" if stage is ProspectStage.SET_ASIDE else "",
    )


def plan(
    cast: Cast,
    of: Prospect,
    approved: date,
    *,
    stage: NurtureStage = NurtureStage.ACTIVE,
    ended: date | None = None,
    **columns: Any,
) -> NurturePlan:
    return NurturePlan.objects.create(
        prospect=of,
        unit=of.unit,
        edition=EDITION,
        tier="school-annual",
        year=approved.year,
        since=approved,
        until=approved + timedelta(days=365),
        stage=stage.value,
        made_by=cast.head,
        made_at=at(approved),
        approved_by=cast.head,
        approved_at=at(approved),
        ended_by=cast.head if ended else None,
        ended_at=at(ended) if ended else None,
        **columns,
    )


def measure(of: NurturePlan, due: date, *, is_done: bool = False) -> Measure:
    ended = {"ended_by": of.made_by, "ended_at": at(due)} if is_done else {}
    stage = MeasureStage.DONE if is_done else MeasureStage.PLANNED
    return Measure.objects.create(
        plan=of, text="Dự giờ đồng nghiệp", starts=due - timedelta(days=30), due=due, stage=stage.value, **ended
    )
