"""Verdicts are reckoned anew before the issue: what has changed since the sending is answered, or stops it."""

from datetime import date, timedelta

import pytest

from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.records import Ledger
from lantoa.domain.stages import DecisionStage, WrongStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.recognition.actions.decisions import drafting, reckoning
from lantoa.recognition.actions.decisions.refusals import OneselfListed, SomebodyWaits, Unanswered
from lantoa.recognition.models import Decision, Difference, TakenNumber
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Hold, Rating, Recognition
from tests import cast as school
from tests.cast import NOW
from tests.recognition.decisions.deciding import Desk, line


def answered(desk: Desk, decision: Decision, *differences: Difference, text: str = "Đã xem, vẫn đề nghị") -> int:
    keys = [one.pk for one in differences]
    return reckoning.answer(decision=decision, differences=keys, text=text, by=desk.cast.officer, at=NOW)


def test_nothing_changed_nothing_to_answer(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)

    assert desk.reckon(decision) == []
    assert desk.issue(decision).stage == "issued"


def test_every_change_of_anybody_on_the_list_is_found(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.rating(desk.cast.lecturer, 2025, "HTTNV")
    school.attestation(desk.cast.division, "G1", 2025)

    found = desk.reckon(decision)

    said = {(one.item.name, one.criterion, one.before["verdict"], one.now["verdict"]) for one in found}
    assert said == {
        ("Lê Thanh Bình", "G2", "unknown", "not_met"),
        ("Bộ môn Luật Dân sự", "G1", "unknown", "met"),
    }


def test_an_unanswered_change_stops_the_issue_and_no_number_is_spent(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.rating(desk.cast.lecturer, 2025, "HTTNV")

    with pytest.raises(Unanswered) as refusal:
        desk.issue(decision)

    assert str(refusal.value).startswith("Có 1 khác biệt so với khi gửi hồ sơ chưa được giải trình (Lê Thanh Bình).")
    assert (TakenNumber.objects.count(), Recognition.objects.count(), Difference.objects.count()) == (0, 0, 0)


def test_an_answered_change_lets_it_pass_with_the_answer_on_file(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.rating(desk.cast.lecturer, 2025, "HTTNV")

    count = answered(desk, decision, *desk.reckon(decision))
    desk.issue(decision)

    [kept] = Difference.objects.all()
    assert (count, kept.answer, kept.answered_by) == (1, "Đã xem, vẫn đề nghị", desk.cast.officer)


def test_what_changes_again_after_the_answer_is_asked_again(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.rating(desk.cast.lecturer, 2025, "HTTNV")
    answered(desk, decision, *desk.reckon(decision))
    Rating.objects.update(grade="EXCELLENT")

    with pytest.raises(Unanswered):
        desk.issue(decision)

    [again] = desk.reckon(decision)
    assert (again.answer, again.now["verdict"], Difference.objects.filter(stands=False).count()) == ("", "met", 1)


def test_what_became_again_as_it_was_needs_no_answer(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    wrong = school.rating(desk.cast.lecturer, 2025, "HTTNV")
    desk.reckon(decision)
    wrong.delete()

    assert desk.issue(decision).stage == "issued"
    assert not Difference.objects.filter(stands=True).exists()


def test_changes_of_who_was_left_out_stop_nobody(desk: Desk) -> None:
    decision = desk.draft()
    school.rating(desk.cast.lecturer, 2025, "HTTNV")
    desk.reckon(decision)
    drafting.leave_out(item=line(decision, desk.lecturer), reason="Chờ xem", by=desk.cast.officer, at=NOW)

    assert desk.issue(desk.approve(desk.present(decision))).stage == "issued"


def test_a_closed_book_that_turns_silence_into_an_answer_is_a_change(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.closing(Ledger.RATINGS, 2025)

    assert {(one.criterion, one.now["verdict"]) for one in desk.reckon(decision)} >= {("G2", "not_met")}


def test_who_is_on_hold_waits_and_so_does_the_decision(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.hold(desk.cast.lecturer, "10/1/2026")

    with pytest.raises(SomebodyWaits) as refusal:
        desk.issue(decision)

    assert str(refusal.value).startswith("Đang tạm hoãn: Lê Thanh Bình.")
    assert TakenNumber.objects.count() == 0


def test_once_the_hold_has_ended_its_trace_is_answered_and_the_decision_issued(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.hold(desk.cast.lecturer, "10/1/2026")
    answered(desk, decision, *desk.reckon(decision))
    Hold.objects.update(until=date(2026, 1, 14))

    found = desk.reckon(decision)
    answered(desk, decision, *found)

    assert desk.issue(decision).stage == "issued"
    assert OnHold.__doc__


@pytest.mark.parametrize("stage", list(DecisionStage))
def test_it_is_reckoned_until_the_decision_is_over(desk: Desk, stage: DecisionStage) -> None:
    decision = desk.at(stage)

    if stage in reckoning.OPEN:
        assert desk.reckon(decision) == []
    else:
        with pytest.raises(WrongStage):
            desk.reckon(decision)


def test_an_answer_needs_words(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.rating(desk.cast.lecturer, 2025, "HTTNV")
    found = desk.reckon(decision)

    with pytest.raises(NoReason):
        answered(desk, decision, *found, text="  ")


def test_nobody_answers_for_oneself(desk: Desk) -> None:
    decision = desk.at(DecisionStage.APPROVED)
    school.rating(desk.cast.lecturer, 2025, "HTTNV")
    found = desk.reckon(decision)
    desk.cast.officer.person = None
    desk.cast.officer.save()
    desk.clerk.person = desk.cast.lecturer
    desk.clerk.save()

    with pytest.raises(OneselfListed):
        reckoning.answer(
            decision=decision, differences=[one.pk for one in found], text="Vẫn được", by=desk.clerk, at=NOW
        )


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_those_who_do_not_work_on_decisions_neither_reckon_nor_answer(desk: Desk, who: str) -> None:
    decision = desk.at(DecisionStage.APPROVED)

    with pytest.raises(NotAllowed):
        desk.reckon(decision, by=getattr(desk.cast, who))


def test_a_difference_of_another_decision_is_not_answered_with_this_one(desk: Desk) -> None:
    one, other = desk.draft(desk.lecturer), desk.draft(desk.division)
    school.rating(desk.cast.lecturer, 2025, "HTTNV")
    found = desk.reckon(one, at=NOW + timedelta(minutes=1))

    assert answered(desk, other, *found) == 0
    assert Difference.objects.get().answer == ""
