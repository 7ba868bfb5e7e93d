"""A goal speaks with its own words, or with those of its criterion."""

import pytest
from django.db import IntegrityError

from lantoa import plans
from lantoa.nurture.models import Goal, Measure, NurturePlan
from tests.cast import Cast, signed_in


def test_a_goal_without_words_of_its_own_is_its_criterion_as_the_plan_edition_words_it(plan: NurturePlan) -> None:
    goal = Goal.objects.create(plan=plan, criterion="SA-I1")

    assert str(goal) == plans.load(plan.edition).criteria["SA-I1"].text


def test_a_goal_with_words_of_its_own_says_those(plan: NurturePlan) -> None:
    assert str(plan.goals.get()) == "Tham gia hoạt động thiện nguyện của khoa"


def test_a_criterion_that_the_edition_does_not_have_shows_its_code(plan: NurturePlan) -> None:
    assert str(Goal(plan=plan, criterion="X9")) == "X9"


def test_a_goal_says_something(plan: NurturePlan) -> None:
    with pytest.raises(IntegrityError, match="goal_says_something"):
        Goal.objects.create(plan=plan)


def test_a_measure_names_the_criterion_that_its_goal_is(cast: Cast, plan: NurturePlan) -> None:
    goal = Goal.objects.create(plan=plan, criterion="SA-I1")
    Measure.objects.create(plan=plan, goal=goal, text="Viết sáng kiến", starts=plan.since, due=plan.until)

    page = signed_in(cast.head).get(f"/boi-duong/{plan.pk}/bien-phap/").content.decode()

    assert "Đủ điều kiện xét tặng danh hiệu Chiến sĩ thi đua cơ sở trở lên." in page
