"""A nurture plan from draft to nomination or "not yet": every stage against every deed, and what each leaves behind."""

from datetime import date
from typing import Any

import pytest

from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.discovery.models import Prospect
from lantoa.domain.nurture import Aim, GoalText
from lantoa.domain.plan import OutsidePlan
from lantoa.domain.stages import MOVES, NurtureStage, ProspectStage, WrongStage, moved
from lantoa.notice.models import Notice
from lantoa.nurture.actions import ending, plans
from lantoa.nurture.actions.refusals import (
    ChangedMeanwhile,
    DaysOutOfOrder,
    MentorHasLeft,
    MentorIsOneself,
    NoGoals,
    NoMentor,
    OwnDraft,
    WasApproved,
)
from lantoa.nurture.models import Goal, NurturePlan
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Post
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nurture.conftest import EDITION, MakePlan
from tests.nurture.deeds import deed, terms

PAIRS = [(stage, name) for stage in NurtureStage for name in MOVES[NurtureStage]]
PROSPECT_AFTER = {
    "declare_ready": ProspectStage.READY,
    "nominate": ProspectStage.NOMINATED,
    "close": ProspectStage.CHOSEN,
}


@pytest.mark.parametrize(("stage", "name"), PAIRS)
def test_every_stage_of_a_plan_against_every_deed(
    cast: Cast, make_plan: MakePlan, stage: NurtureStage, name: str
) -> None:
    plan = make_plan(stage)
    before = (stage.value, Prospect.objects.get().stage, Event.objects.count())

    if stage in MOVES[NurtureStage][name].sources:
        deed(name, plan, cast)
        follows = PROSPECT_AFTER.get(name, ProspectStage(before[1]))
        assert (NurturePlan.objects.get().stage, Prospect.objects.get().stage) == (moved(stage, name), follows)
        assert Event.objects.filter(target=f"plan:{plan.pk}").count() == 1
    else:
        with pytest.raises(WrongStage):
            deed(name, plan, cast)
        assert (NurturePlan.objects.get().stage, Prospect.objects.get().stage, Event.objects.count()) == before


@pytest.mark.parametrize("stage", [stage for stage in NurtureStage if stage is not NurtureStage.DRAFT])
@pytest.mark.parametrize("name", ["rewrite", "discard"])
def test_only_a_draft_is_written_anew_or_thrown_away(
    cast: Cast, make_plan: MakePlan, stage: NurtureStage, name: str
) -> None:
    plan = make_plan(stage)

    with pytest.raises(WrongStage, match="Chỉ sửa, xoá bản nháp được khi đang ở bước «bản nháp»"):
        deed(name, plan, cast)

    assert NurturePlan.objects.get().stage == stage.value


def test_a_plan_starts_from_a_chosen_prospect_which_is_nurtured_from_now_on(cast: Cast, chosen: Prospect) -> None:
    plan = plans.draft(prospect=chosen, terms=terms(cast), by=cast.head, at=NOW)

    chosen.refresh_from_db()
    assert (plan.unit, plan.stage, chosen.stage, plan.made_by) == (cast.division, "draft", "nurtured", cast.head)
    assert [(goal.criterion, goal.text) for goal in plan.goals.all()] == [("G4", ""), ("", "Thi giảng viên giỏi")]


def test_a_prospect_has_one_plan_at_a_time(cast: Cast, chosen: Prospect, plan: NurturePlan) -> None:
    with pytest.raises(WrongStage, match="hiện đang ở bước «đang bồi dưỡng»"):
        plans.draft(prospect=chosen, terms=terms(cast), by=cast.head, at=NOW)

    assert NurturePlan.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"since": date(2026, 5, 1), "until": date(2026, 4, 30)}, DaysOutOfOrder),
        ({"aim": Aim(EDITION, "school-annual", 2031)}, OutsidePlan),
        ({"aim": Aim(EDITION, "no-tier", 2025)}, OutsidePlan),
    ],
)
def test_terms_that_cannot_be_are_refused(
    cast: Cast, chosen: Prospect, wrong: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        plans.draft(prospect=chosen, terms=terms(cast, **wrong), by=cast.head, at=NOW)

    assert (NurturePlan.objects.count(), Prospect.objects.get().stage) == (0, "chosen")


def test_nobody_is_ones_own_mentor(cast: Cast, chosen: Prospect) -> None:
    with pytest.raises(MentorIsOneself):
        plans.draft(prospect=chosen, terms=terms(cast, mentor=cast.lecturer), by=cast.head, at=NOW)


def test_who_has_left_mentors_nobody(cast: Cast, chosen: Prospect) -> None:
    Post.objects.filter(person=cast.staff.person).update(until="2025-12-31")

    with pytest.raises(MentorHasLeft, match="Nguyễn Văn An hiện không còn công tác"):
        plans.draft(prospect=chosen, terms=terms(cast), by=cast.head, at=NOW)


def test_whose_account_is_closed_mentors_nobody(cast: Cast, chosen: Prospect) -> None:
    cast.staff.is_active = False
    cast.staff.save()

    with pytest.raises(MentorHasLeft):
        plans.draft(prospect=chosen, terms=terms(cast), by=cast.head, at=NOW)


@pytest.mark.parametrize("who", ["other_head", "staff", "deputy", "administrator", "stranger"])
def test_a_plan_is_started_by_the_own_head_or_the_officer(cast: Cast, chosen: Prospect, who: str) -> None:
    with pytest.raises(NotAllowed):
        plans.draft(prospect=chosen, terms=terms(cast), by=getattr(cast, who), at=NOW)


def test_two_on_one_draft_do_not_overwrite_each_other(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    first = terms(cast, goals=(GoalText("", "Bản của chuyên viên"),))
    plans.rewrite(plan=plan, terms=first, seen=1, by=cast.officer, at=NOW)

    with pytest.raises(ChangedMeanwhile) as conflict:
        plans.rewrite(plan=plan, terms=terms(cast), seen=1, by=cast.head, at=NOW)

    assert [goal.text for goal in conflict.value.plan.goals.all()] == ["Bản của chuyên viên"]


def test_a_goal_that_stays_is_the_same_row(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    kept = plan.goals.get()
    goals = (GoalText("G4", "Lời mới", kept.pk), GoalText("", "Thêm"), GoalText("", "Của kế hoạch khác", kept.pk + 99))

    plans.rewrite(plan=plan, terms=terms(cast, goals=goals), seen=1, by=cast.head, at=NOW)

    assert list(plan.goals.values_list("text", flat=True)) == ["Lời mới", "Thêm", "Của kế hoạch khác"]
    assert Goal.objects.get(pk=kept.pk).text == "Lời mới"


def test_a_draft_thrown_away_leaves_a_chosen_prospect(cast: Cast, make_plan: MakePlan) -> None:
    deed("discard", make_plan(NurtureStage.DRAFT), cast)

    assert (NurturePlan.objects.count(), Prospect.objects.get().stage) == (0, "chosen")


def test_a_draft_that_was_once_in_force_is_not_thrown_away(cast: Cast, plan: NurturePlan) -> None:
    deed("change", plan, cast)
    deed("return", plan, cast)

    with pytest.raises(WasApproved):
        deed("discard", plan, cast)


@pytest.mark.parametrize("name", ["send", "approve"])
def test_a_plan_without_goals_or_mentor_goes_nowhere(cast: Cast, make_plan: MakePlan, name: str) -> None:
    plan = make_plan(NurtureStage.DRAFT if name == "send" else NurtureStage.WAITING)
    NurturePlan.objects.update(mentor=None)
    with pytest.raises(NoMentor):
        deed(name, plan, cast)
    plan.goals.all().delete()
    with pytest.raises(NoGoals):
        deed(name, plan, cast)


def test_a_plan_whose_mentor_has_left_is_not_approved(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.WAITING)
    Post.objects.filter(person=cast.staff.person).update(until="2025-12-31")

    with pytest.raises(MentorHasLeft):
        deed("approve", plan, cast)


def test_a_draft_may_wait_for_its_mentor(cast: Cast, chosen: Prospect) -> None:
    plan = plans.draft(prospect=chosen, terms=terms(cast, mentor=None), by=cast.head, at=NOW)

    assert (plan.mentor, str(plan)) == (None, "Lê Thanh Bình 2025")


def test_the_head_hears_of_a_plan_that_waits(cast: Cast, make_plan: MakePlan) -> None:
    deed("send", make_plan(NurtureStage.DRAFT), cast, cast.staff)

    notice = Notice.objects.get()
    assert (notice.user, notice.text, notice.due) == (
        cast.head,
        "Kế hoạch bồi dưỡng Lê Thanh Bình chờ bạn duyệt.",
        date(2026, 1, 22),
    )


def test_who_sent_it_without_heading_the_unit_does_not_approve_it(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    deed("send", plan, cast, cast.officer)

    with pytest.raises(OwnDraft):
        deed("approve", plan, cast, cast.officer)
    deed("approve", plan, cast, cast.head)

    assert NurturePlan.objects.get().approved_by == cast.head


def test_a_head_who_sent_it_signs_it_too(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    deed("send", plan, cast)
    deed("approve", plan, cast)

    assert NurturePlan.objects.get().stage == "active"


def test_a_mentor_sends_but_does_not_approve(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.DRAFT)
    deed("send", plan, cast, cast.staff)

    with pytest.raises(NotAllowed):
        deed("approve", plan, cast, cast.staff)


def test_a_head_decides_nothing_in_the_own_plan(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.WAITING)
    assert cast.head.person
    Prospect.objects.update(subject=cast.head.person.subject)

    with pytest.raises(NotAllowed, match="trưởng đơn vị cấp trên hoặc chuyên viên"):
        deed("approve", plan, cast)


def test_what_was_approved_is_kept_beside_a_change(cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan(NurtureStage.WAITING)
    deed("approve", plan, cast)
    deed("change", plan, cast, cast.staff)

    now = NurturePlan.objects.get()
    assert (now.stage, now.change_reason, now.sent_by) == ("waiting", "Đổi mục tiêu", cast.staff)
    assert now.approved_terms["goals"] == ["Tham gia hoạt động thiện nguyện của khoa"]


def test_a_change_of_what_somebody_else_changed_is_refused(cast: Cast, plan: NurturePlan) -> None:
    with pytest.raises(ChangedMeanwhile):
        plans.change(plan=plan, terms=terms(cast), reason="Đổi", seen=7, by=cast.head, at=NOW)

    assert NurturePlan.objects.get().stage == "active"


@pytest.mark.parametrize("name", ["declare_ready", "close", "return", "change"])
def test_every_conclusion_says_why(cast: Cast, make_plan: MakePlan, name: str) -> None:
    plan = make_plan(NurtureStage.WAITING if name == "return" else NurtureStage.ACTIVE)
    user: dict[str, Any] = {"plan": plan, "by": cast.head, "at": NOW}

    with pytest.raises(NoReason):
        {
            "declare_ready": lambda: ending.declare_ready(conclusion=" ", **user),
            "close": lambda: ending.close(lessons="\n", **user),
            "return": lambda: plans.take_to_draft(reason="", **user),
            "change": lambda: plans.change(terms=terms(cast), reason=" ", seen=1, **user),
        }[name]()


def test_the_machines_verdict_is_frozen_beside_the_units_conclusion(cast: Cast, plan: NurturePlan) -> None:
    deed("declare_ready", plan, cast)
    school.attestation(cast.lecturer, "G4", 2025)

    now = NurturePlan.objects.get()
    of_g4 = next(one for one in now.machine_facts["findings"] if one["criterion"] == "G4")
    assert (now.readiness, now.machine_verdict, of_g4["verdict"]) == ("Đã đủ vững", "unknown", "unknown")


def test_the_person_and_the_mentor_hear_that_the_plan_is_in_force(cast: Cast, make_plan: MakePlan) -> None:
    person = school.account("binh", of=cast.lecturer)
    deed("approve", make_plan(NurtureStage.WAITING), cast)

    assert set(Notice.objects.values_list("user", flat=True)) == {person.pk, cast.staff.pk, cast.head.pk}


def test_after_not_yet_another_plan_may_begin(cast: Cast, chosen: Prospect, plan: NurturePlan) -> None:
    deed("close", plan, cast)
    chosen.refresh_from_db()

    plans.draft(prospect=chosen, terms=terms(cast), by=cast.head, at=NOW)

    assert sorted(NurturePlan.objects.values_list("stage", flat=True)) == ["draft", "not_yet"]
