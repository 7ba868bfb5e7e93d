"""Sending a dossier: frozen for good, refused with a sentence, and nothing lost when it is refused."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lantoa import plans
from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import MOVES, NominationStage, RoundStage, WrongStage
from lantoa.nomination.actions.refusals import (
    AfterTheDeadline,
    ChangedMeanwhile,
    HasEnded,
    NomineeHasLeft,
    NomineeHasMoved,
    NoReport,
    NoRound,
    NotMet,
    NotMetAtMeeting,
    NotYetOpen,
    NowhereToMove,
    OnHold,
    ReusedWithoutReason,
    UnitIsGone,
)
from lantoa.nomination.actions.sending import _send, move_to_unit, resend, send, withdraw
from lantoa.nomination.actions.writing import write
from lantoa.nomination.models import CorrectionRequest, Nomination, Round, Sending, UnitVote, UsedInitiative
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Post, Unit
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.nomination.drafts import at_stage, draft_in, ready_draft, returned
from tests.nomination.rounds import DAYS, nomination_in, round_at

LATE = datetime(2026, 1, 25, 17, 0, tzinfo=UTC)  # midnight at the school: the last day of sending is over
IN_TIME = LATE - timedelta(minutes=1)
DEEDS = ("send", "resend", "withdraw")


def act(deed: str, nomination: Nomination, by: User) -> Nomination:
    if deed == "withdraw":
        return withdraw(nomination=nomination, reason="Xin rút", by=by, at=NOW)
    return {"send": send, "resend": resend}[deed](nomination=nomination, by=by, at=NOW)


def as_it_stands(nomination: Nomination) -> dict[str, Any]:
    return dict(Nomination.objects.filter(pk=nomination.pk).values().get())


def test_what_is_sent_is_frozen_with_facts_and_the_plans_version(cast: Cast) -> None:
    school.award(cast.lecturer, 2025, decision="12/QĐ-TR")
    nomination = ready_draft(cast)

    send(nomination=nomination, by=cast.head, at=NOW)

    kept = Sending.objects.get()
    of_title = next(one for one in kept.verdict["findings"] if one["criterion"] == "SA-I1")
    assert (kept.number, kept.text, kept.by, kept.plan_version) == (
        1,
        "Đã đổi mới cách dạy.",
        cast.head,
        plans.fingerprint(nomination.edition),
    )
    assert (of_title["verdict"], of_title["rows"]) == ("met", ["CSTĐCS, năm 2025, QĐ 12/QĐ-TR"])


def test_the_dossier_says_who_sent_it_when_into_which_round(cast: Cast) -> None:
    nomination = send(nomination=ready_draft(cast), by=cast.head, at=NOW)

    event = Event.objects.order_by("-id")[0]
    assert (nomination.stage, nomination.sent_by, nomination.sent_at, nomination.version) == ("sent", cast.head, NOW, 2)
    assert (event.deed, event.details) == (
        "nomination_sent",
        {"subject": "CB6", "round": "Đợt xét năm 2025", "version": 1, "verdict": "unknown"},
    )


def test_what_is_written_into_the_book_later_does_not_touch_what_was_sent(cast: Cast) -> None:
    nomination = send(nomination=ready_draft(cast), by=cast.head, at=NOW)
    before = nomination.verdict

    school.attestation(cast.lecturer, "G4", 2025, passed=False)

    nomination.refresh_from_db()
    assert (nomination.verdict, Sending.objects.get().verdict) == (before, before)


def test_a_draft_made_before_its_round_goes_into_the_round_that_is_open(cast: Cast) -> None:
    nomination = ready_draft(cast)
    Nomination.objects.update(round=None)

    sent = send(nomination=nomination, by=cast.head, at=NOW)

    assert sent.round == Round.objects.get()


@pytest.mark.parametrize("stage", NominationStage)
@pytest.mark.parametrize("deed", DEEDS)
def test_at_every_stage_the_deeds_of_the_unit_work_or_leave_nothing_behind(
    cast: Cast, stage: NominationStage, deed: str
) -> None:
    nomination = at_stage(stage, cast)
    before, events = as_it_stands(nomination), Event.objects.count()
    move = MOVES[NominationStage][deed]

    if stage in move.sources:
        assert act(deed, nomination, cast.head).stage == move.target.value
        assert Event.objects.count() == events + 1
        return
    with pytest.raises(WrongStage, match="hiện đang ở bước"):
        act(deed, nomination, cast.head)
    assert (as_it_stands(nomination), Event.objects.count()) == (before, events)


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ["other_head", "deputy", "staff", "administrator", "stranger"])
def test_the_own_head_and_the_officer_send_and_nobody_else(cast: Cast, who: str, deed: str) -> None:
    nomination = at_stage(NominationStage.RETURNED if deed == "resend" else NominationStage.DRAFT, cast)
    before = as_it_stands(nomination)

    with pytest.raises(NotAllowed):
        act(deed, nomination, getattr(cast, who))

    assert as_it_stands(nomination) == before
    assert act(deed, nomination, cast.officer).version == 2


def test_nobody_sends_the_own_dossier(cast: Cast) -> None:
    assert cast.head.person
    nomination = ready_draft(cast)
    Nomination.objects.update(subject=cast.head.person.subject)

    with pytest.raises(NotAllowed, match="Không ai tự đề cử mình"):
        send(nomination=nomination, by=cast.head, at=NOW)


def test_sent_twice_is_refused_and_frozen_once(cast: Cast) -> None:
    nomination = ready_draft(cast)
    send(nomination=nomination, by=cast.head, at=NOW)

    with pytest.raises(WrongStage, match="hiện đang ở bước «đang thẩm định»"):
        send(nomination=nomination, by=cast.head, at=NOW)

    assert Sending.objects.count() == 1


def test_a_dossier_that_changes_while_it_is_checked_is_looked_at_again(cast: Cast) -> None:
    nomination = ready_draft(cast)
    checked = Nomination.objects.select_related("subject", "unit__subject", "round").get()
    write(nomination=nomination, text="Bản mới", seen=1, by=cast.officer, at=NOW)
    assert checked.round

    with pytest.raises(ChangedMeanwhile):
        _send(checked, checked.round, {"verdict": "met"}, [], by=cast.head, at=NOW)

    assert Sending.objects.count() == 0


def test_on_the_last_day_until_midnight_it_goes_through(cast: Cast) -> None:
    assert send(nomination=ready_draft(cast), by=cast.head, at=IN_TIME).stage == "sent"


def test_after_the_deadline_it_stays_a_draft_and_says_so(cast: Cast) -> None:
    nomination = ready_draft(cast)
    before = as_it_stands(nomination)

    with pytest.raises(AfterTheDeadline, match=r"hết hạn gửi .* \(25/01/2026\)\. Hồ sơ được giữ nguyên là bản nháp"):
        send(nomination=nomination, by=cast.head, at=LATE)

    assert as_it_stands(nomination) == before


def test_before_the_round_takes_dossiers_it_says_from_when(cast: Cast) -> None:
    nomination = ready_draft(cast)
    Round.objects.update(open_on=date(2026, 1, 20))

    with pytest.raises(NotYetOpen, match="từ 20/01/2026"):
        send(nomination=nomination, by=cast.head, at=NOW)


@pytest.mark.parametrize("stage", [RoundStage.DRAFT, RoundStage.CLOSED, RoundStage.CANCELLED])
def test_without_an_open_round_nothing_is_sent(cast: Cast, stage: RoundStage) -> None:
    nomination = draft_in(round_at(stage, cast), cast)

    with pytest.raises(NoRound, match="Điển hình tiên tiến của Trường hằng năm, năm 2025"):
        send(nomination=nomination, by=cast.head, at=NOW)


def test_the_unit_meets_first(cast: Cast) -> None:
    nomination = draft_in(round_at(RoundStage.OPEN, cast), cast)

    with pytest.raises(NotMetAtMeeting, match="Đơn vị chưa họp bình xét"):
        send(nomination=nomination, by=cast.head, at=NOW)


def test_a_nominee_whom_the_unit_voted_down_stays_at_home(cast: Cast) -> None:
    nomination = ready_draft(cast)
    UnitVote.objects.update(votes_for=0, votes_against=3)

    with pytest.raises(NotMetAtMeeting, match="không đạt đủ phiếu"):
        send(nomination=nomination, by=cast.head, at=NOW)


def test_a_dossier_without_a_report_is_not_sent(cast: Cast) -> None:
    with pytest.raises(NoReport):
        send(nomination=ready_draft(cast, text="  "), by=cast.head, at=NOW)


def test_what_the_records_deny_is_not_sent(cast: Cast) -> None:
    nomination = ready_draft(cast)
    school.attestation(cast.lecturer, "G1", 2025, passed=False)

    with pytest.raises(NotMet, match="điều kiện G1 không đạt"):
        send(nomination=nomination, by=cast.head, at=NOW)


def test_a_hold_of_today_stops_the_sending_and_lifts_by_itself(cast: Cast) -> None:
    nomination = ready_draft(cast)
    hold = school.hold(cast.lecturer, "10/1/2026")

    with pytest.raises(OnHold, match=r"tạm dừng: Đang xác minh đơn tố cáo \(từ 10/01/2026\)"):
        send(nomination=nomination, by=cast.head, at=NOW)

    hold.until = date(2026, 1, 14)
    hold.save()
    assert send(nomination=nomination, by=cast.head, at=NOW).stage == "sent"


def test_an_initiative_used_elsewhere_needs_a_word(cast: Cast) -> None:
    nomination = ready_draft(cast)
    other = nomination_in(nomination.round or round_at(RoundStage.OPEN, cast), cast, subject=cast.faculty.subject)
    used: dict[str, Any] = {"name": "Ngân hàng câu hỏi", "year": 2025, "key": "ngan hang cau hoi"}
    UsedInitiative.objects.create(nomination=other, **used)
    mine = UsedInitiative.objects.create(nomination=nomination, **used)

    with pytest.raises(ReusedWithoutReason, match="«Ngân hàng câu hỏi»"):
        send(nomination=nomination, by=cast.head, at=NOW)

    mine.reason = "Đồng tác giả, mỗi người một phần"
    mine.save()
    assert send(nomination=nomination, by=cast.head, at=NOW).stage == "sent"


def test_when_the_unit_was_abolished_the_dossier_follows_to_the_unit_above(cast: Cast) -> None:
    nomination = ready_draft(cast)
    Unit.objects.filter(pk=cast.division.pk).update(until=date(2026, 1, 10))

    with pytest.raises(UnitIsGone, match="Bộ môn Luật Dân sự không còn hoạt động"):
        send(nomination=nomination, by=cast.head, at=NOW)

    moved = move_to_unit(nomination=nomination, by=cast.head, at=NOW)
    assert moved.unit == cast.faculty
    assert send(nomination=moved, by=cast.head, at=NOW).stage == "sent"


def test_a_nominee_who_was_transferred_is_sent_by_the_new_unit(cast: Cast) -> None:
    nomination = ready_draft(cast)
    Post.objects.filter(person=cast.lecturer).update(until=date(2026, 1, 10))
    school.post(cast.lecturer, cast.office, since="11/1/2026")

    with pytest.raises(NomineeHasMoved, match="nay công tác tại Phòng Đào tạo"):
        send(nomination=nomination, by=cast.head, at=NOW)

    moved = move_to_unit(nomination=nomination, by=cast.other_head, at=NOW)
    assert moved.unit == cast.office
    with pytest.raises(NotAllowed):
        send(nomination=moved, by=cast.head, at=NOW)


def test_who_has_left_is_neither_sent_nor_moved(cast: Cast) -> None:
    nomination = ready_draft(cast)
    Post.objects.filter(person=cast.lecturer).update(until=date(2026, 1, 10))

    for deed in (send, move_to_unit):
        with pytest.raises(NomineeHasLeft, match="không còn công tác"):
            deed(nomination=nomination, by=cast.head, at=NOW)


@pytest.mark.parametrize("who", ["other_head", "staff", "administrator"])
def test_moving_is_for_who_nominates_in_the_old_or_the_new_unit(cast: Cast, who: str) -> None:
    nomination = ready_draft(cast)
    Unit.objects.filter(pk=cast.division.pk).update(until=date(2026, 1, 10))

    with pytest.raises(NotAllowed):
        move_to_unit(nomination=nomination, by=getattr(cast, who), at=NOW)


def test_a_dossier_at_home_is_not_moved_and_one_that_was_sent_neither(cast: Cast) -> None:
    nomination = ready_draft(cast)
    with pytest.raises(NowhereToMove, match="Bộ môn Luật Dân sự"):
        move_to_unit(nomination=nomination, by=cast.head, at=NOW)

    send(nomination=nomination, by=cast.head, at=NOW)
    with pytest.raises(HasEnded):
        move_to_unit(nomination=nomination, by=cast.head, at=NOW)


def test_a_corrected_dossier_comes_back_to_who_asked_and_keeps_its_verdict(cast: Cast) -> None:
    nomination = returned(cast, "report")
    before = nomination.verdict

    resend(nomination=nomination, by=cast.head, at=NOW)

    nomination.refresh_from_db()
    assert (nomination.stage, nomination.verdict, Sending.objects.get().number) == ("sent", before, 1)
    assert CorrectionRequest.objects.get().came_back_by == cast.head


def test_withdrawing_says_why_and_frees_the_place(cast: Cast) -> None:
    nomination = ready_draft(cast)

    with pytest.raises(NoReason):
        withdraw(nomination=nomination, reason="  ", by=cast.head, at=NOW)
    withdraw(nomination=nomination, reason="Xin rút", by=cast.head, at=NOW)

    assert nomination.round
    assert nomination_in(nomination.round, cast).stage == "draft"


def test_the_pages_press_sends_and_says_that_it_is_kept(cast: Cast) -> None:
    nomination = ready_draft(cast)
    Round.objects.update(open_on=None, send_by=None, **dict.fromkeys(set(DAYS) - {"open_on", "send_by"}))
    head = signed_in(cast.head)

    answers = [head.post(f"/de-cu/{nomination.pk}/gui/") for _again in range(2)]

    assert [answer.status_code for answer in answers] == [302, 409]
    assert "Đang thẩm định" in answers[1].content.decode()


@pytest.mark.parametrize(
    ("address", "sent", "status"),
    [
        ("gui/", {}, 409),  # the last day of sending has gone by
        ("gui-lai/", {}, 409),
        ("rut/", {"words": ""}, 422),
        ("rut/", {"words": "Xin rút"}, 302),
        ("chuyen-don-vi/", {}, 422),
    ],
)
def test_the_other_presses_answer_with_a_sentence(cast: Cast, address: str, sent: dict[str, str], status: int) -> None:
    nomination = ready_draft(cast)

    assert signed_in(cast.head).post(f"/de-cu/{nomination.pk}/{address}", sent).status_code == status


def test_several_are_sent_from_the_list_and_who_stays_behind_says_why(cast: Cast) -> None:
    nomination = ready_draft(cast)
    assert nomination.round
    without_a_vote = draft_in(nomination.round, cast, subject=cast.division.subject)
    Round.objects.update(open_on=None, send_by=None, **dict.fromkeys(set(DAYS) - {"open_on", "send_by"}))
    marked = {"chon": [str(nomination.pk), str(without_a_vote.pk), "x"], "tro-lai": "?buoc=draft"}

    answer = signed_in(cast.head).post("/de-cu/gui/", marked, follow=True)

    assert [stage for (stage,) in Nomination.objects.order_by("pk").values_list("stage")] == ["sent", "draft"]
    assert [str(message).split(",")[0] for message in answer.context["messages"]] == [
        "Bộ môn Luật Dân sự: Đơn vị chưa họp bình xét",
        "Đã gửi 1 hồ sơ.",
    ]


def test_nothing_marked_on_the_list_is_said(cast: Cast) -> None:
    answer = signed_in(cast.head).post("/de-cu/gui/", {"tro-lai": "//evil.example"}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == ["Hãy đánh dấu ít nhất một bản nháp để gửi."]


@pytest.mark.parametrize(("who", "boxes"), [("head", 1), ("staff", 0)])
def test_who_may_send_a_draft_has_a_box_for_it(cast: Cast, who: str, boxes: int) -> None:
    assert cast.staff.person
    ready_draft(cast, subject=cast.staff.person.subject)

    page = signed_in(getattr(cast, who)).get("/de-cu/").content.decode()

    assert ("Nguyễn Văn An" in page, page.count('name="chon"')) == (True, boxes)
