"""Every deed of the work against every stage: of the plan, of a measure, of a shortcoming; and who may do it."""

from collections.abc import Callable
from typing import Any

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.domain.authority import Role
from lantoa.domain.stages import MOVES, MeasureStage, NurtureStage, ShortcomingStage, WrongStage
from lantoa.nurture.actions.work import measures, shortcomings
from lantoa.nurture.actions.work.refusals import NotGoing
from lantoa.nurture.models import Measure, NurturePlan, Shortcoming
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nurture.conftest import MakePlan
from tests.nurture.working import DEEDS, DUE, everything, furnish, measure, shortcoming, task

MEASURE: dict[str, Callable[[Measure, Cast], Any]] = {
    "edit": lambda made, cast: measures.edit(
        measure=made, task=task(cast.lecturer, "Rõ hơn"), version=made.version, by=cast.head, at=NOW
    ),
    "finish": lambda made, cast: measures.finish(measure=made, by=cast.head, at=NOW),
    "drop": lambda made, cast: measures.drop(measure=made, reason="Không cần nữa", by=cast.head, at=NOW),
    "reopen": lambda made, cast: measures.reopen(measure=made, by=cast.head, at=NOW),
}
SHORTCOMING: dict[str, Callable[[Shortcoming, Cast], Any]] = {
    "edit": lambda made, cast: shortcomings.edit(
        shortcoming=made, text="Rõ hơn", remedy="Rõ hơn", due=DUE, version=made.version, by=cast.head, at=NOW
    ),
    "remedy": lambda made, cast: shortcomings.remedy(shortcoming=made, evidence="Ảnh", by=cast.officer, at=NOW),
    "confirm": lambda made, cast: shortcomings.confirm(shortcoming=made, by=cast.head, at=NOW),
    "reopen": lambda made, cast: shortcomings.reopen(shortcoming=made, reason="Chưa rõ", by=cast.head, at=NOW),
}
ENDED = {"nominated", "not_yet"}
MAY_DO_ALL = ["head", "staff", "officer"]  # staff is the mentor
OWN_WORK = ["finish", "remedy", "note"]  # what the person nurtured does


def target(stages: Any, deed: str, stage: Any) -> Any:
    """Where the deed leads from the stage; nothing where it is not for it. Editing is for the first stage only."""
    if deed == "edit":
        return stage if stage is next(iter(stages)) else None
    move = MOVES[stages][deed]
    return move.target if stage in move.sources else None


@pytest.mark.parametrize("stage", NurtureStage)
@pytest.mark.parametrize("deed", DEEDS)
def test_work_is_recorded_in_an_approved_plan_that_has_not_ended(
    stage: NurtureStage, deed: str, cast: Cast, plan: NurturePlan
) -> None:
    furnish(plan, cast)
    ended = {"ended_by": cast.head, "ended_at": NOW, "lessons": "x"} if stage.value in ENDED else {}
    NurturePlan.objects.update(stage=stage.value, **ended)
    before, events = everything(), Event.objects.count()

    if stage in (NurtureStage.ACTIVE, NurtureStage.READY):
        DEEDS[deed](plan, cast.head, cast)
        assert Event.objects.count() == events + 1
    else:
        with pytest.raises(NotGoing, match="bước"):
            DEEDS[deed](plan, cast.head, cast)
        assert everything() == before


@pytest.mark.parametrize("stage", MeasureStage)
@pytest.mark.parametrize("deed", MEASURE)
def test_a_measure_is_moved_from_its_stages_only(stage: MeasureStage, deed: str, cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast, stage)
    before, events = everything(), Event.objects.count()

    if led := target(MeasureStage, deed, stage):
        MEASURE[deed](made, cast)
        assert (Measure.objects.get().stage, Event.objects.count()) == (led, events + 1)
    else:
        with pytest.raises(WrongStage, match="hiện đang ở bước"):
            MEASURE[deed](made, cast)
        assert everything() == before


@pytest.mark.parametrize("stage", ShortcomingStage)
@pytest.mark.parametrize("deed", SHORTCOMING)
def test_a_shortcoming_is_moved_from_its_stages_only(
    stage: ShortcomingStage, deed: str, cast: Cast, plan: NurturePlan
) -> None:
    made = shortcoming(plan, cast, stage)
    before, events = everything(), Event.objects.count()

    if led := target(ShortcomingStage, deed, stage):
        SHORTCOMING[deed](made, cast)
        assert (Shortcoming.objects.get().stage, Event.objects.count()) == (led, events + 1)
    else:
        with pytest.raises(WrongStage, match="hiện đang ở bước"):
            SHORTCOMING[deed](made, cast)
        assert everything() == before


@pytest.mark.parametrize("who", ["officer", "head", "staff", "other_head", "deputy", "administrator", "stranger"])
@pytest.mark.parametrize("deed", DEEDS)
def test_the_work_is_run_by_head_mentor_and_officer(who: str, deed: str, cast: Cast, plan: NurturePlan) -> None:
    furnish(plan, cast)
    before = everything()

    assert is_done(deed, plan, getattr(cast, who), cast) is (who in MAY_DO_ALL)
    assert (everything() == before) is (who not in MAY_DO_ALL)


@pytest.mark.parametrize("deed", DEEDS)
def test_the_person_finishes_remedies_notes_and_adds_and_leaves_the_rest_to_others(
    deed: str, cast: Cast, plan: NurturePlan
) -> None:
    person = school.account("binh", Role.STAFF, of=cast.lecturer)
    furnish(plan, cast)

    assert is_done(deed, plan, person, cast) is (deed in [*OWN_WORK, "add"])


@pytest.mark.parametrize("deed", DEEDS)
def test_a_person_who_heads_the_unit_does_not_run_the_own_plan(deed: str, cast: Cast, make_plan: MakePlan) -> None:
    plan = make_plan()
    furnish(plan, cast)
    cast.head.person = None
    cast.head.save()
    User.objects.filter(pk=cast.head.pk).update(person=cast.lecturer)
    herself = User.objects.get(pk=cast.head.pk)

    assert is_done(deed, plan, herself, cast) is (deed in [*OWN_WORK, "add"])


def is_done(deed: str, plan: NurturePlan, by: User, cast: Cast) -> bool:
    try:
        DEEDS[deed](plan, by, cast)
    except NotAllowed:
        return False
    return True
