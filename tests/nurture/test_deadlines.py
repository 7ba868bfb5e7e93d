"""What plans expect of heads by when: approval, conclusion, a new mentor, an answer to a transfer."""

from datetime import date

import pytest
from django.conf import settings
from pytest_django import DjangoAssertNumQueries

from lantoa.domain.stages import NurtureStage
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.nurture.queries.deadlines import plans
from tests.cast import NOW, Cast
from tests.nurture.conftest import MakePlan

DAY = NOW.date()


def test_a_plan_that_waits_is_the_heads_within_five_working_days(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.WAITING, sent_by=cast.staff, sent_at=NOW)

    found = [(one.user, one.due, one.text, one.address) for one in plans(DAY, None)]
    assert found == [
        (cast.head.pk, date(2026, 1, 22), "duyệt kế hoạch bồi dưỡng Lê Thanh Bình", f"/boi-duong/{plan.pk}/")
    ]
    assert list(plans(DAY, cast.other_head.pk)) == []


def test_a_plan_in_force_is_concluded_at_its_end(cast: Cast, plan: NurturePlan) -> None:
    assert [(one.user, one.due) for one in plans(DAY, cast.head.pk)] == [(cast.head.pk, date(2026, 12, 31))]


@pytest.mark.parametrize(
    "stage", [NurtureStage.DRAFT, NurtureStage.READY, NurtureStage.NOMINATED, NurtureStage.NOT_YET]
)
def test_other_stages_have_no_day(make_plan: MakePlan, stage: NurtureStage) -> None:
    make_plan(stage)

    assert list(plans(DAY, None)) == []


def test_a_plan_about_the_head_is_the_officers_where_nobody_else_heads(cast: Cast, plan: NurturePlan) -> None:
    assert cast.head.person
    plan.prospect.subject = cast.head.person.subject
    plan.prospect.save()

    assert [one.user for one in plans(DAY, None)] == [cast.officer.pk]


def test_a_transfer_is_waited_for_from_those_who_have_not_agreed(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.READY)
    made = Transfer.objects.create(plan=plan, source=cast.division, target=cast.office, asked_at=NOW)
    assert [(one.user, one.due) for one in plans(DAY, None)] == [
        (cast.head.pk, date(2026, 1, 29)),
        (cast.other_head.pk, date(2026, 1, 29)),
    ]
    Transfer.objects.filter(pk=made.pk).update(let_go_by=cast.head, let_go_at=NOW)
    assert [one.user for one in plans(DAY, None)] == [cast.other_head.pk]
    assert list(plans(DAY, cast.head.pk)) == []


def test_with_nothing_open_one_question_is_enough(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert list(plans(DAY, None)) == []


def test_the_notice_room_hears_of_plans() -> None:
    assert "lantoa.nurture.queries.deadlines.plans" in settings.DEADLINE_PROVIDERS
