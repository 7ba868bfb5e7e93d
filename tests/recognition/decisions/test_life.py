"""A decision from the draft to the issue: who does what, in which stage, and what it leaves behind."""

from collections.abc import Callable
from typing import Any

import pytest

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.domain.authority import Role
from lantoa.domain.stages import MOVES, DecisionStage, NominationStage, WrongStage
from lantoa.nomination.models import Nomination
from lantoa.notice.models import Notice
from lantoa.recognition.actions.decisions import drafting, judging
from lantoa.recognition.actions.decisions.refusals import (
    ChangedMeanwhile,
    ListedAlready,
    MinisterDecides,
    NobodyToRecognise,
    NotListed,
    NotRecommended,
    OneselfListed,
    OwnDraft,
)
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Award, Recognition
from tests import cast as school
from tests.cast import NOW, Cast
from tests.recognition.decisions.deciding import TODAY, Desk, line, make_round, recommended

ARROWS = ["present", "send_back", "approve", "issue", "drop"]
TO_EDIT = (DecisionStage.DRAFT, DecisionStage.SENT_BACK)


def state() -> tuple[object, ...]:
    """Everything that a refused deed must leave as it was."""
    return (
        list(Decision.objects.order_by("pk").values()),
        list(DecisionItem.objects.order_by("pk").values()),
        list(Nomination.objects.order_by("pk").values_list("stage", "version")),
        Recognition.objects.count(),
        Award.objects.count(),
        Event.objects.count(),
    )


@pytest.mark.parametrize("arrow", ARROWS)
@pytest.mark.parametrize("stage", list(DecisionStage))
def test_every_arrow_from_every_stage(desk: Desk, stage: DecisionStage, arrow: str) -> None:
    decision, move = desk.at(stage), MOVES[DecisionStage][arrow]
    before = state()

    if stage in move.sources:
        assert getattr(desk, arrow)(decision).stage == move.target.value
    else:
        with pytest.raises(WrongStage):
            getattr(desk, arrow)(decision)
        assert state() == before


def edits(desk: Desk, decision: Decision) -> dict[str, Callable[[], object]]:
    who: dict[str, Any] = {"by": desk.cast.officer, "at": NOW}
    item = line(decision, desk.lecturer)
    return {
        "rewrite": lambda: drafting.rewrite(
            decision=decision, title="Về việc khác", basis="", seen=decision.version, **who
        ),
        "leave_out": lambda: drafting.leave_out(item=item, reason="Để sau", **who),
        "gather": lambda: drafting.gather(decision=decision, nominations=[late(desk).pk], **who),
    }


def late(desk: Desk) -> Nomination:
    """One whom the Council has recommended later."""
    found = Nomination.objects.filter(subject=desk.cast.faculty.subject).first()
    return found or recommended(desk.cast, desk.round, desk.cast.faculty, desk.cast.faculty)


@pytest.mark.parametrize("edit", ["rewrite", "leave_out", "gather"])
@pytest.mark.parametrize("stage", list(DecisionStage))
def test_a_list_is_changed_by_its_makers_only_while_it_is_a_draft(desk: Desk, stage: DecisionStage, edit: str) -> None:
    late(desk)
    decision = desk.at(stage)
    before = state()

    if stage in TO_EDIT:
        edits(desk, decision)[edit]()
        assert state() != before
    else:
        with pytest.raises(WrongStage):
            edits(desk, decision)[edit]()
        assert state() == before


@pytest.mark.parametrize("stage", list(DecisionStage))
def test_a_name_is_struck_only_while_the_list_is_with_the_principal(desk: Desk, stage: DecisionStage) -> None:
    decision = desk.at(stage)
    before = state()

    if stage is DecisionStage.WITH_PRINCIPAL:
        judging.strike(item=line(decision, desk.lecturer), reason="Chưa thuyết phục", by=desk.principal, at=NOW)
        desk.lecturer.refresh_from_db()
        assert (desk.lecturer.stage, desk.lecturer.reason) == (NominationStage.STRUCK.value, "Chưa thuyết phục")
    else:
        with pytest.raises(WrongStage):
            judging.strike(item=line(decision, desk.lecturer), reason="Chưa", by=desk.principal, at=NOW)
        assert state() == before


MAY = {
    "present": {"officer"},
    "send_back": {"principal"},
    "approve": {"principal"},
    "issue": {"clerk"},
    "drop": {"officer"},
}
FROM = {
    "present": DecisionStage.DRAFT,
    "send_back": DecisionStage.WITH_PRINCIPAL,
    "approve": DecisionStage.WITH_PRINCIPAL,
    "issue": DecisionStage.APPROVED,
    "drop": DecisionStage.DRAFT,
}


def accounts(desk: Desk) -> dict[str, User]:
    cast = desk.cast
    names = ["officer", "head", "staff", "administrator", "stranger"]
    return {name: getattr(cast, name) for name in names} | {"principal": desk.principal, "clerk": desk.clerk}


@pytest.mark.parametrize("who", ["officer", "head", "staff", "administrator", "stranger", "principal", "clerk"])
@pytest.mark.parametrize("arrow", ARROWS)
def test_each_arrow_is_for_one_role(desk: Desk, arrow: str, who: str) -> None:
    decision, user = desk.at(FROM[arrow]), accounts(desk)[who]
    before = state()

    if who in MAY[arrow]:
        getattr(desk, arrow)(decision, by=user)
    else:
        with pytest.raises(NotAllowed):
            getattr(desk, arrow)(decision, by=user)
        assert state() == before


def test_the_draft_lists_those_recommended_with_collectives_first(desk: Desk) -> None:
    decision = desk.draft()

    assert list(decision.items.order_by("pk").values_list("name", "unit_name")) == [
        ("Bộ môn Luật Dân sự", ""),
        ("Lê Thanh Bình", "Bộ môn Luật Dân sự"),
    ]
    assert decision.title == "Về việc công nhận điển hình tiên tiến của Trường hằng năm, năm 2025"


@pytest.mark.parametrize("stage", [one for one in NominationStage if one is not NominationStage.RECOMMENDED])
def test_nobody_is_listed_whom_the_council_has_not_recommended(desk: Desk, stage: NominationStage) -> None:
    Nomination.objects.filter(pk=desk.lecturer.pk).update(stage=stage.value, reason="Vì lý do ấy")

    with pytest.raises(NotRecommended):
        desk.draft()

    assert not Decision.objects.exists()


def test_a_list_without_anybody_is_refused(desk: Desk) -> None:
    with pytest.raises(NobodyToRecognise):
        drafting.draft(of=desk.round, nominations=[], by=desk.cast.officer, at=NOW)


def test_a_nominee_of_another_round_is_not_found(desk: Desk, cast: Cast) -> None:
    other = make_round(cast, year=2024)

    with pytest.raises(NobodyToRecognise):
        drafting.draft(of=other, nominations=desk.all, by=cast.officer, at=NOW)


def test_a_tier_of_the_sector_is_the_ministers_to_decide(desk: Desk, cast: Cast) -> None:
    sector = make_round(cast, "sector-annual")
    one = recommended(cast, sector, cast.lecturer, cast.division)

    with pytest.raises(MinisterDecides):
        drafting.draft(of=sector, nominations=[one.pk], by=cast.officer, at=NOW)


def test_nobody_stands_on_two_lists_at_once(desk: Desk) -> None:
    desk.draft()

    with pytest.raises(ListedAlready):
        desk.draft(desk.lecturer)


def test_who_was_left_out_joins_another_list_or_the_same_again(desk: Desk) -> None:
    decision = desk.draft()
    drafting.leave_out(item=line(decision, desk.lecturer), reason="Chờ kết luận", by=desk.cast.officer, at=NOW)

    other = desk.draft(desk.lecturer)
    desk.drop(other)
    drafting.gather(decision=decision, nominations=[desk.lecturer.pk], by=desk.cast.officer, at=NOW)

    assert list(decision.items.order_by("pk").values_list("name", "state")) == [
        ("Bộ môn Luật Dân sự", "listed"),
        ("Lê Thanh Bình", "listed"),
    ]


def test_a_dropped_draft_sets_everybody_free(desk: Desk) -> None:
    dropped = desk.at(DecisionStage.DROPPED)

    again = desk.draft()

    assert set(dropped.items.values_list("state", flat=True)) == {"left_out"}
    assert again.items.count() == 2


def test_two_people_on_one_draft_do_not_overwrite_each_other(desk: Desk) -> None:
    decision = desk.draft()
    drafting.rewrite(decision=decision, title="Bản một", basis="", seen=1, by=desk.cast.officer, at=NOW)

    with pytest.raises(ChangedMeanwhile) as conflict:
        drafting.rewrite(decision=decision, title="Bản hai", basis="", seen=1, by=desk.cast.officer, at=NOW)

    assert conflict.value.decision.title == "Bản một"


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


def test_an_issued_decision_is_on_file_at_once(desk: Desk) -> None:
    decision = desk.at(DecisionStage.ISSUED)

    assert (decision.reference, decision.decided_on, decision.effective_on) == ("1/QĐ-ĐHTT", TODAY, TODAY)
    rows = Recognition.objects.order_by("subject__code").values_list(
        "subject__code", "tier", "year", "decision", "decided", "typed_by"
    )
    assert list(rows) == [(code, "school-annual", 2025, "1/QĐ-ĐHTT", TODAY, desk.clerk.pk) for code in ("BM", "CB6")]
    assert set(Nomination.objects.values_list("stage", flat=True)) == {"recognised"}
    assert set(decision.items.values_list("recognition", flat=True)) == set(
        Recognition.objects.values_list("pk", flat=True)
    )


def test_who_was_struck_is_not_recognised(desk: Desk) -> None:
    decision = desk.at(DecisionStage.WITH_PRINCIPAL)
    judging.strike(item=line(decision, desk.lecturer), reason="Chưa đủ", by=desk.principal, at=NOW)

    desk.issue(desk.approve(decision))

    assert [row.subject.code for row in Recognition.objects.all()] == ["BM"]


def test_every_deed_leaves_one_event_of_the_decision(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED)

    assert list(Event.objects.order_by("id").values_list("deed", flat=True)) == [
        "decision_drafted",
        "decision_presented",
        "decision_approved",
        "nomination_recognised",
        "nomination_recognised",
        "decision_issued",
    ]


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


def test_those_whom_it_is_about_hear_of_an_issued_decision(desk: Desk) -> None:
    desk.cast.stranger.person = desk.cast.lecturer
    desk.cast.stranger.save()

    desk.at(DecisionStage.ISSUED)

    told = Notice.objects.filter(key__endswith=":issued")
    assert {one.user for one in told} == {desk.cast.stranger, desk.cast.officer}
