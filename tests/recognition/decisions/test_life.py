"""A decision from the draft to the issue: who does what, in which stage, and what it leaves behind."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.domain.stages import MOVES, DecisionStage, NominationStage, WrongStage
from lantoa.nomination.models import Nomination
from lantoa.notice.models import Notice
from lantoa.papers.attachments import check
from lantoa.recognition.actions.decisions import drafting, issuing, judging
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Award, Recognition
from tests.cast import NOW
from tests.recognition.decisions.deciding import TODAY, Desk, line, recommended

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


MAY_EDIT = {"rewrite": "officer", "leave_out": "officer", "gather": "officer", "strike": "principal"}


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


def test_an_issued_decision_is_on_file_at_once(desk: Desk) -> None:
    decision = desk.at(DecisionStage.ISSUED)

    assert (decision.reference, decision.decided_on, decision.effective_on) == ("01/QĐ-ĐHTT", TODAY, TODAY)
    rows = Recognition.objects.order_by("subject__code").values_list(
        "subject__code", "tier", "year", "decision", "decided", "typed_by"
    )
    assert list(rows) == [(code, "school-annual", 2025, "01/QĐ-ĐHTT", TODAY, desk.clerk.pk) for code in ("BM", "CB6")]
    assert set(Nomination.objects.values_list("stage", flat=True)) == {"recognised"}
    assert set(decision.items.values_list("recognition", flat=True)) == set(
        Recognition.objects.values_list("pk", flat=True)
    )


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


def test_those_whom_it_is_about_hear_of_an_issued_decision(desk: Desk) -> None:
    desk.cast.stranger.person = desk.cast.lecturer
    desk.cast.stranger.save()

    desk.at(DecisionStage.ISSUED)

    told = Notice.objects.filter(key__endswith=":issued")
    assert {one.user for one in told} == {desk.cast.stranger, desk.cast.officer}


@pytest.mark.parametrize("who", ["officer", "head", "staff", "administrator", "stranger", "principal", "clerk"])
@pytest.mark.parametrize("edit", MAY_EDIT)
def test_each_change_of_a_list_is_for_one_role(desk: Desk, edit: str, who: str) -> None:
    user, given = accounts(desk)[who], late(desk)
    decision = desk.at(DecisionStage.WITH_PRINCIPAL if edit == "strike" else DecisionStage.DRAFT)
    item = line(decision, desk.lecturer)
    acts: dict[str, Callable[..., object]] = {
        "rewrite": partial(drafting.rewrite, decision=decision, title="Khác", basis="", seen=1),
        "leave_out": partial(drafting.leave_out, item=item, reason="Để sau"),
        "gather": partial(drafting.gather, decision=decision, nominations=[given.pk]),
        "strike": partial(judging.strike, item=item, reason="Chưa"),
    }
    before = state()

    if who == MAY_EDIT[edit]:
        acts[edit](by=user, at=NOW)
    else:
        with pytest.raises(NotAllowed):
            acts[edit](by=user, at=NOW)
        assert state() == before


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger", "principal", "clerk"])
def test_only_the_officer_drafts(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        drafting.draft(of=desk.round, nominations=desk.all, by=accounts(desk)[who], at=NOW)


@pytest.mark.parametrize("stage", list(DecisionStage))
def test_a_scan_is_attached_by_the_clerk_to_what_was_issued(desk: Desk, stage: DecisionStage) -> None:
    decision, paper = desk.at(stage), check(SimpleUploadedFile("qd.pdf", b"%PDF-1.7"))
    with pytest.raises(NotAllowed):
        issuing.attach(decision=decision, file=paper, by=desk.cast.officer, at=NOW)

    if stage is DecisionStage.ISSUED:
        assert issuing.attach(decision=decision, file=paper, by=desk.clerk, at=NOW).name == "qd.pdf"
    else:
        with pytest.raises(WrongStage):
            issuing.attach(decision=decision, file=paper, by=desk.clerk, at=NOW)
