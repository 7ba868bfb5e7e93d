"""A nurture plan of the lecturer, in the stage one asks for."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pytest

from lantoa.discovery.actions import prospects
from lantoa.discovery.models import Prospect
from lantoa.domain.stages import NurtureStage, ProspectStage
from lantoa.nurture.models import Goal, NurturePlan
from tests import cast as school
from tests.cast import NOW, Cast

EDITION = "nganh-tu-phap-2021-2025"
PROSPECT_AT = {
    NurtureStage.READY: ProspectStage.READY,
    NurtureStage.NOMINATED: ProspectStage.NOMINATED,
    NurtureStage.NOT_YET: ProspectStage.CHOSEN,
}
MakePlan: TypeAlias = Callable[..., NurturePlan]


@pytest.fixture
def chosen(cast: Cast) -> Prospect:
    """The lecturer, chosen by the faculty for its nhân tố mới."""
    found = prospects.find(subject=cast.lecturer.subject, grounds="Họp bộ môn 05/01/2026", by=cast.head, at=NOW)
    return prospects.choose(prospect=found, decision="Biên bản họp số 3", by=cast.head, at=NOW)


@pytest.fixture
def make_plan(cast: Cast, chosen: Prospect) -> MakePlan:
    """A plan with one goal, mentored by An of the same division, drafted by the head."""

    def make(stage: NurtureStage = NurtureStage.ACTIVE, **columns: Any) -> NurturePlan:
        values: dict[str, Any] = {
            "unit": cast.division,
            "edition": EDITION,
            "tier": "school-annual",
            "year": 2025,
            "since": date(2026, 1, 1),
            "until": date(2026, 12, 31),
            "mentor": cast.staff.person,
            "made_by": cast.head,
            "made_at": NOW,
        }
        if stage not in (NurtureStage.DRAFT, NurtureStage.WAITING):
            values |= {"approved_by": cast.head, "approved_at": NOW}
        if stage in (NurtureStage.NOMINATED, NurtureStage.NOT_YET):
            values |= {"ended_by": cast.head, "ended_at": NOW, "lessons": "Cần thêm thời gian"}
        plan = NurturePlan.objects.create(prospect=chosen, stage=stage.value, **values | columns)
        Goal.objects.create(plan=plan, criterion="G4", text="Tham gia hoạt động thiện nguyện của khoa")
        Prospect.objects.filter(pk=chosen.pk).update(stage=PROSPECT_AT.get(stage, ProspectStage.NURTURED).value)
        return plan

    return make


@pytest.fixture
def plan(make_plan: MakePlan) -> NurturePlan:
    """The active plan."""
    return make_plan()


@pytest.fixture
def colleague(cast: Cast) -> Any:
    """Somebody else of the division who could be a mentor."""
    return school.person("CB7", "Vũ Thị Lan", cast.division)
