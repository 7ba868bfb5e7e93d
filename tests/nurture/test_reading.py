"""Who sees a nurture plan: the person, the mentor, the head, the officer; and the unit asked to take it over."""

import pytest

from lantoa.domain.authority import Case, Role
from lantoa.nurture.models import NurturePlan, Transfer
from lantoa.nurture.queries.reading import case_of, may_see, visible
from tests import cast as school
from tests.cast import NOW, Cast


def test_the_case_of_a_plan_is_its_subject_its_unit_and_its_mentor(plan: NurturePlan) -> None:
    assert case_of(plan) == Case("CB6", frozenset({"BM"}), "CB5")


def test_a_plan_without_a_mentor_is_nobodys_to_mentor(plan: NurturePlan) -> None:
    plan.mentor = None

    assert case_of(plan) == Case("CB6", frozenset({"BM"}), None)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("officer", True),
        ("head", True),
        ("staff", True),  # the mentor
        ("other_head", False),
        ("deputy", False),
        ("administrator", False),
        ("stranger", False),
    ],
)
def test_a_plan_is_seen_by_those_it_concerns(cast: Cast, plan: NurturePlan, who: str, *, sees: bool) -> None:
    user = getattr(cast, who)

    assert (bool(may_see(user, plan)), visible(user).exists()) == (sees, sees)


def test_the_person_sees_the_own_plan(cast: Cast, plan: NurturePlan) -> None:
    person = school.account("binh", Role.STAFF, of=cast.lecturer)

    assert (bool(may_see(person, plan)), list(visible(person))) == (True, [plan])


def test_the_head_who_is_asked_to_take_a_plan_over_reads_it(cast: Cast, plan: NurturePlan) -> None:
    Transfer.objects.create(plan=plan, source=plan.unit, target=cast.office, asked_by=cast.officer, asked_at=NOW)

    assert (bool(may_see(cast.other_head, plan)), list(visible(cast.other_head))) == (True, [plan])


def test_once_it_was_not_taken_over_the_other_head_reads_it_no_longer(cast: Cast, plan: NurturePlan) -> None:
    both = {"let_go_by": cast.head, "let_go_at": NOW, "taken_by": cast.other_head, "taken_at": NOW}
    Transfer.objects.create(
        plan=plan, source=plan.unit, target=cast.office, asked_by=cast.officer, asked_at=NOW, **both
    )

    assert (bool(may_see(cast.other_head, plan)), visible(cast.other_head).exists()) == (False, False)
