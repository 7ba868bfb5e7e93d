"""The Principal's part: never one's own work, never oneself, never unseen; and who hears of it."""

import pytest

from lantoa.accounts.models import RoleGrant
from lantoa.domain.authority import Role
from lantoa.domain.stages import DecisionStage
from lantoa.notice.models import Notice
from lantoa.recognition.actions.decisions import drafting, judging
from lantoa.recognition.actions.decisions.refusals import (
    ChangedMeanwhile,
    NobodyToRecognise,
    NotListed,
    OneselfListed,
    OwnDraft,
)
from lantoa.register.models import Recognition
from tests import cast as school
from tests.cast import NOW
from tests.recognition.decisions.deciding import Desk, line


def test_who_made_or_presented_a_list_neither_approves_it_nor_strikes_anybody(desk: Desk) -> None:
    both = school.account("kiem", Role.OFFICER, Role.PRINCIPAL)
    made = drafting.draft(of=desk.round, nominations=desk.all, by=both, at=NOW)
    desk.present(made)

    with pytest.raises(OwnDraft):
        desk.approve(made, by=both)
    with pytest.raises(OwnDraft):
        judging.strike(item=line(made, desk.lecturer), reason="Bỏ", by=both, at=NOW)


def test_nobody_approves_a_list_with_oneself_on_it(desk: Desk) -> None:
    desk.principal.person = desk.cast.lecturer
    desk.principal.save()
    decision = desk.at(DecisionStage.WITH_PRINCIPAL)

    with pytest.raises(OneselfListed):
        desk.approve(decision)


def test_a_list_of_which_everybody_was_struck_is_not_approved(desk: Desk) -> None:
    decision = desk.at(DecisionStage.WITH_PRINCIPAL, desk.draft(desk.lecturer))
    judging.strike(item=line(decision, desk.lecturer), reason="Chưa đủ", by=desk.principal, at=NOW)

    with pytest.raises(NobodyToRecognise):
        desk.approve(decision)


def test_an_approval_is_taken_back_with_a_return(desk: Desk) -> None:
    decision = desk.send_back(desk.at(DecisionStage.APPROVED))

    assert (decision.stage, decision.note, decision.approved_by) == ("sent_back", "Thiếu căn cứ", None)


def test_who_was_struck_is_not_recognised(desk: Desk) -> None:
    decision = desk.at(DecisionStage.WITH_PRINCIPAL)
    judging.strike(item=line(decision, desk.lecturer), reason="Chưa đủ", by=desk.principal, at=NOW)

    desk.issue(desk.approve(decision))

    assert [row.subject.code for row in Recognition.objects.all()] == ["BM"]


def test_a_name_struck_or_left_out_twice_is_refused(desk: Desk) -> None:
    decision = desk.draft()
    item = line(decision, desk.lecturer)
    drafting.leave_out(item=item, reason="Để sau", by=desk.cast.officer, at=NOW)

    with pytest.raises(NotListed):
        drafting.leave_out(item=item, reason="Để sau", by=desk.cast.officer, at=NOW)
    desk.present(decision)
    with pytest.raises(NotListed):
        judging.strike(item=item, reason="Bỏ", by=desk.principal, at=NOW)


def test_a_list_that_came_back_as_another_one_is_not_approved_unseen(desk: Desk) -> None:
    decision = desk.at(DecisionStage.WITH_PRINCIPAL)
    read = decision.version
    desk.present(desk.send_back(decision))

    with pytest.raises(ChangedMeanwhile):
        desk.approve(decision, seen=read)

    assert desk.approve(decision, seen=read + 2).stage == "approved"


def test_nominee_head_and_maker_hear_of_a_struck_name_and_why(desk: Desk) -> None:
    RoleGrant.objects.create(user=desk.cast.head, role=Role.HEAD.value, unit=desk.cast.division)
    decision = desk.at(DecisionStage.WITH_PRINCIPAL)

    judging.strike(item=line(decision, desk.lecturer), reason="Chưa thuyết phục", by=desk.principal, at=NOW)

    told = Notice.objects.filter(key__contains=":struck:")
    assert {one.user for one in told} == {desk.cast.head, desk.cast.officer}
    assert {one.text for one in told} == {
        "Lê Thanh Bình không có trong danh sách công nhận Hiệu trưởng duyệt. Lý do: Chưa thuyết phục"
    }
