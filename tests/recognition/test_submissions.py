"""A submission to the Ministry: proposed for, written, packed, sent, returned, accepted, answered in full or partly."""

from datetime import date
from typing import Any

import pytest

from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import PERMISSIONS, Deed, Role
from lantoa.domain.ministry import Answer, Verdict
from lantoa.domain.stages import MOVES, SubmissionStage, WrongStage, moved
from lantoa.nomination.models import Nomination
from lantoa.recognition.actions.submissions import packing, proposing, sending, writing
from lantoa.recognition.actions.submissions.refusals import (
    AnswerIncomplete,
    CannotBeProposed,
    ChangedMeanwhile,
    DecidedBeforeSent,
    NobodyChosen,
    NotForTheMinistry,
    NothingToSubmit,
    NotInTheSubmission,
    NotReady,
    NotRecognisedBelow,
    ProposedAlready,
    RoundIsNotOpen,
)
from lantoa.recognition.models import Submission
from lantoa.recognition.parcel.shelf import place_of
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Recognition
from tests import cast as school
from tests.cast import NOW, Cast
from tests.recognition.going_up import (
    TODAY,
    WORDING,
    at_stage,
    deed,
    drafted,
    grant,
    partial_answer,
    proposed,
    ready,
    recognised_below,
    recommended,
    sector_round,
)

S = SubmissionStage
SAME_STAGE = {
    "write": (S.DRAFT, S.RETURNED),
    "take_out": (S.DRAFT, S.RETURNED),
    "begin": (S.DRAFT, S.RETURNED),
    "discard": (S.DRAFT,),
}
NEEDS = {name: move.needs for name, move in MOVES[S].items()} | dict.fromkeys(SAME_STAGE, Deed.SUBMIT)
NOMINATION_AT = {S.DRAFT: "recommended", S.RETURNED: "recommended", S.ANSWERED: "recognised"}


@pytest.mark.parametrize("stage", list(S))
@pytest.mark.parametrize("name", [*MOVES[S], *SAME_STAGE])
def test_every_stage_of_a_submission_against_every_deed(cast: Cast, stage: SubmissionStage, name: str) -> None:
    submission = at_stage(cast, stage)
    before, version = Event.objects.count(), submission.version
    if name == "send" and stage is S.RETURNED:
        packing.pack(submission=submission, by=cast.officer, at=NOW)

    if name in SAME_STAGE and stage in SAME_STAGE[name]:
        deed(name, submission, by=cast.officer)
    elif name not in SAME_STAGE and stage in MOVES[S][name].sources:
        deed(name, submission, by=cast.officer)
        now = Submission.objects.get()
        assert (now.stage, now.version) == (moved(stage, name), version + 1)
        assert set(Nomination.objects.values_list("stage", flat=True)) == {NOMINATION_AT.get(S(now.stage), "submitted")}
    else:
        with pytest.raises(WrongStage):
            deed(name, submission, by=cast.officer)
        now = Submission.objects.get()
        assert (now.stage, now.version, Event.objects.count()) == (stage.value, version, before)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", NEEDS)
def test_a_submission_is_for_those_of_the_table_and_nobody_else(cast: Cast, role: Role, name: str) -> None:
    stage = S(next(iter(MOVES[S][name].sources))) if name in MOVES[S] else S.DRAFT
    submission = at_stage(cast, stage)
    user = grant(cast, role)
    before = Event.objects.count()

    if role in PERMISSIONS[NEEDS[name] or Deed.SUBMIT]:
        deed(name, submission, by=user)
    else:
        with pytest.raises(NotAllowed):
            deed(name, submission, by=user)
        assert (Submission.objects.get().stage, Event.objects.count()) == (stage.value, before)


def test_who_was_recognised_below_goes_straight_to_the_council_with_the_report_and_the_verdict(cast: Cast) -> None:
    recognised_below(cast)
    below = Nomination.objects.create(
        subject=cast.lecturer.subject,
        round=sector_round(cast, tier="school-annual", name="Cấp trường"),
        edition="nganh-tu-phap-2021-2025",
        tier="school-annual",
        year=2025,
        unit=cast.division,
        verdict={},
        text="Báo cáo đã được Hội đồng xét",
        stage="recognised",
        made_by=cast.head,
        made_at=NOW,
        written_by=cast.head,
        written_at=NOW,
        sent_by=cast.head,
        sent_at=NOW,
    )

    made = proposed(cast, sector_round(cast))

    of_lecturer = next(one for one in made if one.subject_id == cast.lecturer.pk)
    assert [one.stage for one in made] == ["cleared", "cleared"]
    assert (of_lecturer.text, of_lecturer.unit, of_lecturer.verdict["tier"]) == (
        below.text,
        cast.division,
        "sector-annual",
    )
    assert Event.objects.filter(deed="nomination_proposed").count() == 2


def test_only_who_was_recognised_below_in_that_year_is_proposed(cast: Cast) -> None:
    recognised_below(cast)
    Recognition.objects.filter(subject=cast.faculty.pk).update(revoked=True)
    round_ = sector_round(cast)

    for subject in (cast.faculty.pk, cast.division.pk):
        with pytest.raises(NotRecognisedBelow):
            proposing.propose(round_=round_, subjects=[cast.lecturer.pk, subject], by=cast.officer, at=NOW)

    assert Nomination.objects.count() == 0


def test_nobody_is_proposed_twice_and_nobody_on_hold(cast: Cast) -> None:
    recognised_below(cast)
    round_ = sector_round(cast)
    proposing.propose(round_=round_, subjects=[cast.faculty.pk], by=cast.officer, at=NOW)
    school.hold(cast.lecturer, "1/12/2025")

    with pytest.raises(ProposedAlready, match="Khoa Luật đã được đề nghị"):
        proposing.propose(round_=round_, subjects=[cast.faculty.pk], by=cast.officer, at=NOW)
    with pytest.raises(CannotBeProposed, match="Lê Thanh Bình: Đang tạm hoãn"):
        proposing.propose(round_=round_, subjects=[cast.lecturer.pk], by=cast.officer, at=NOW)

    assert Nomination.objects.count() == 1


def test_nobody_proposes_oneself(cast: Cast) -> None:
    assert cast.officer.person
    school.recognition(cast.officer.person, "school-annual", 2025)

    with pytest.raises(NotAllowed, match="Không ai tự đề cử mình"):
        proposing.propose(round_=sector_round(cast), subjects=[cast.officer.person.pk], by=cast.officer, at=NOW)


@pytest.mark.parametrize("role", list(Role))
def test_proposals_and_submissions_are_begun_by_those_of_the_table(cast: Cast, role: Role) -> None:
    recognised_below(cast)
    round_, user = sector_round(cast), grant(cast, role)

    if role in PERMISSIONS[Deed.RUN_ROUND]:
        made = proposing.propose(round_=round_, subjects=[cast.lecturer.pk], by=user, at=NOW)
        recommended(cast, made)
        assert writing.draft(round_=round_, by=user, at=NOW).made_by == user
    else:
        with pytest.raises(NotAllowed):
            proposing.propose(round_=round_, subjects=[cast.lecturer.pk], by=user, at=NOW)
        with pytest.raises(NotAllowed):
            writing.draft(round_=round_, by=user, at=NOW)
        assert Nomination.objects.count() == 0


@pytest.mark.parametrize(
    ("columns", "refusal"),
    [({"tier": "school-annual"}, NotForTheMinistry), ({"stage": "closed"}, RoundIsNotOpen), ({}, NobodyChosen)],
)
def test_a_round_that_cannot_take_proposals_says_why(
    cast: Cast, columns: dict[str, Any], refusal: type[Exception]
) -> None:
    subjects = [cast.lecturer.pk] if columns else []

    with pytest.raises(refusal):
        proposing.propose(round_=sector_round(cast, **columns), subjects=subjects, by=cast.officer, at=NOW)


def test_a_draft_takes_all_that_the_council_recommends_and_is_worded_from_the_plan(cast: Cast) -> None:
    submission = drafted(cast)

    assert [(item.place, item.name, item.unit) for item in submission.items.all()] == [
        (1, "Lê Thanh Bình", "Bộ môn Luật Dân sự"),
        (2, "Khoa Luật", "Trường Cao đẳng Luật Sông Lam"),
    ]
    assert (submission.sender, submission.sender_code) == ("Trường Cao đẳng Luật Sông Lam", "SL")
    assert "Trường Cao đẳng Luật Sông Lam kính trình Bộ trưởng xem xét" in submission.text


def test_nothing_is_submitted_twice_nor_before_the_council_recommends(cast: Cast) -> None:
    submission = drafted(cast)
    assert submission.round

    with pytest.raises(NothingToSubmit):
        writing.draft(round_=submission.round, by=cast.officer, at=NOW)
    with pytest.raises(NotForTheMinistry):
        writing.draft(round_=sector_round(cast, tier="school-annual"), by=cast.officer, at=NOW)


def test_what_is_taken_out_can_be_put_back_in(cast: Cast) -> None:
    submission = drafted(cast)
    item = submission.items.get(code="CB6")

    writing.take_out(submission=submission, item=item.pk, by=cast.officer, at=NOW)
    writing.put_in(submission=submission, nominations=[item.nomination_id or 0], by=cast.officer, at=NOW)

    assert [(one.place, one.code) for one in submission.items.all()] == [(2, "KL"), (3, "CB6")]


def test_what_is_elsewhere_is_neither_put_in_nor_taken_out(cast: Cast) -> None:
    submission = drafted(cast)
    inside = submission.items.get(code="CB6").nomination_id or 0

    with pytest.raises(NotInTheSubmission):
        writing.put_in(submission=submission, nominations=[inside], by=cast.officer, at=NOW)
    with pytest.raises(NotInTheSubmission):
        writing.take_out(submission=submission, item=0, by=cast.officer, at=NOW)


def test_two_on_one_submission_do_not_overwrite_each_other(cast: Cast) -> None:
    submission = drafted(cast)
    writing.write(submission=submission, wording=WORDING, seen=submission.version, by=cast.officer, at=NOW)

    with pytest.raises(ChangedMeanwhile) as conflict:
        writing.write(submission=submission, wording=WORDING, seen=submission.version, by=cast.officer, at=NOW)

    assert conflict.value.submission.text == "Kính trình Bộ trưởng."


def test_a_change_after_packing_asks_for_a_new_package(cast: Cast) -> None:
    submission = ready(cast)
    writing.write(submission=submission, wording=WORDING, seen=submission.version, by=cast.officer, at=NOW)

    with pytest.raises(NotReady, match="chưa đóng gói hồ sơ theo nội dung hiện nay"):
        sending.send(submission=submission, by=cast.officer, at=NOW)

    assert set(Nomination.objects.values_list("stage", flat=True)) == {"recommended"}


def test_a_bare_draft_says_all_that_is_missing(cast: Cast) -> None:
    submission = drafted(cast, signed=False)

    with pytest.raises(NotReady) as missing:
        sending.send(submission=submission, by=cast.officer, at=NOW)

    assert missing.value.lacks == [
        "chưa ghi số và ngày tờ trình",
        "chưa có biên bản Hội đồng đã ký về Lê Thanh Bình, Khoa Luật",
        "chưa đóng gói hồ sơ theo nội dung hiện nay",
    ]


def test_a_package_that_was_lost_is_made_again_before_sending(cast: Cast) -> None:
    submission = ready(cast)
    place_of(submission.package_sha256).unlink()

    with pytest.raises(NotReady):
        sending.send(submission=submission, by=cast.officer, at=NOW)
    again = packing.pack(submission=submission, by=cast.officer, at=NOW)
    sending.send(submission=again, by=cast.officer, at=NOW)

    assert again.package_sha256 == submission.package_sha256


def test_a_hold_stops_the_sending_of_the_whole_and_leaves_nothing_behind(cast: Cast) -> None:
    submission = ready(cast)
    school.hold(cast.lecturer, "14/1/2026")

    with pytest.raises(ValueError, match="đang tạm dừng"):
        sending.send(submission=submission, by=cast.officer, at=NOW)

    assert (Submission.objects.get().stage, set(Nomination.objects.values_list("stage", flat=True))) == (
        "draft",
        {"recommended"},
    )


def test_who_is_no_longer_recognised_below_does_not_go_up(cast: Cast) -> None:
    submission = ready(cast)
    Recognition.objects.filter(subject=cast.faculty.pk).update(revoked=True)

    with pytest.raises(NotReady, match="công nhận ở bậc dưới không còn hiệu lực: Khoa Luật"):
        sending.send(submission=submission, by=cast.officer, at=NOW)


def test_a_full_answer_puts_all_recognitions_on_file_with_the_number_of_the_decision(cast: Cast) -> None:
    at_stage(cast, S.ANSWERED)

    rows = Recognition.objects.filter(tier="sector-annual").order_by("subject__code")
    assert [(row.subject.code, row.year, row.decision, row.decided) for row in rows] == [
        ("CB6", 2025, "88/QĐ-BTP", TODAY),
        ("KL", 2025, "88/QĐ-BTP", TODAY),
    ]


def test_a_partial_answer_recognises_some_and_says_why_not_the_others(cast: Cast) -> None:
    submission = at_stage(cast, S.ACCEPTED)

    sending.answer(submission=submission, answer=partial_answer(submission), by=cast.officer, at=NOW)

    assert [(one.code, one.outcome, one.reason) for one in submission.items.all()] == [
        ("CB6", "recognised", ""),
        ("KL", "not_recognised", "Chưa nổi bật trong ngành"),
    ]
    assert set(Nomination.objects.values_list("subject__code", "stage", "reason")) == {
        ("CB6", "recognised", ""),
        ("KL", "not_recognised", "Chưa nổi bật trong ngành"),
    }
    assert Recognition.objects.filter(tier="sector-annual").count() == 1


def test_a_recognition_already_typed_in_is_not_written_twice(cast: Cast) -> None:
    submission = at_stage(cast, S.ACCEPTED)
    typed = school.recognition(cast.lecturer, "sector-annual", 2025, decision="88/QĐ-BTP")

    deed("answer", submission, by=cast.officer)

    assert Recognition.objects.filter(tier="sector-annual", subject=cast.lecturer.pk).get() == typed
    assert submission.items.get(code="CB6").recognition == typed


def test_an_answer_says_something_of_everybody(cast: Cast) -> None:
    submission = at_stage(cast, S.ACCEPTED)
    item = submission.items.get(code="KL")
    answer = Answer("88/QĐ-BTP", TODAY, {item.pk: Verdict(is_recognised=False, reason=" ")})

    with pytest.raises(AnswerIncomplete, match="Lê Thanh Bình, Khoa Luật"):
        sending.answer(submission=submission, answer=answer, by=cast.officer, at=NOW)

    assert (Submission.objects.get().stage, Recognition.objects.filter(tier="sector-annual").count()) == ("accepted", 0)


@pytest.mark.parametrize("day", [date(2026, 1, 13), date(2026, 1, 16)])
def test_the_minister_decides_after_the_submission_and_not_tomorrow(cast: Cast, day: date) -> None:
    submission = at_stage(cast, S.ACCEPTED)
    answer = Answer("88/QĐ-BTP", day, partial_answer(submission).verdicts)

    with pytest.raises(DecidedBeforeSent):
        sending.answer(submission=submission, answer=answer, by=cast.officer, at=NOW)


@pytest.mark.parametrize("day", [date(2026, 1, 14), date(2026, 1, 16)])
def test_it_is_accepted_between_sending_and_today(cast: Cast, day: date) -> None:
    submission = at_stage(cast, S.SENT)

    with pytest.raises(DecidedBeforeSent):
        sending.accept(submission=submission, day=day, by=cast.officer, at=NOW)


def test_returned_it_goes_up_again_with_its_reason_kept(cast: Cast) -> None:
    submission = at_stage(cast, S.RETURNED)

    packing.pack(submission=submission, by=cast.officer, at=NOW)
    sending.send(submission=submission, by=cast.officer, at=NOW)

    now = Submission.objects.get()
    assert (now.stage, now.note, set(Nomination.objects.values_list("stage", flat=True))) == (
        "sent",
        "Thiếu minh chứng",
        {"submitted"},
    )


def test_a_return_without_a_reason_is_none(cast: Cast) -> None:
    submission = at_stage(cast, S.SENT)

    with pytest.raises(NoReason):
        sending.take_back(submission=submission, reason=" ", by=cast.officer, at=NOW)


def test_a_second_recommendation_goes_into_a_submission_of_its_own(cast: Cast) -> None:
    submission = at_stage(cast, S.SENT)
    assert submission.round
    school.recognition(cast.division, "school-annual", 2025)
    more = proposing.propose(round_=submission.round, subjects=[cast.division.pk], by=cast.officer, at=NOW)
    recommended(cast, more)

    second = writing.draft(round_=submission.round, by=cast.officer, at=NOW)

    assert [item.code for item in second.items.all()] == ["BM"]
