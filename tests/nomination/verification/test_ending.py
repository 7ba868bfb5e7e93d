"""Verification ends when every office has answered, or without some and with the reason; one or many in a press."""

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.records import Ledger
from lantoa.domain.stages import NominationStage, WrongStage
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.actions.verification.ending import finish, finish_many, take_up_again
from lantoa.nomination.actions.verification.refusals import NotConcluded, OwnDossier
from lantoa.nomination.models import Nomination, OfficeAnswer, VerificationEnd
from lantoa.nomination.queries.verification.desk import Asked
from lantoa.nomination.queries.verification.progress import listed
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.verification.conftest import TODAY, MakeNomination, say, say_all


def test_with_every_answer_in_it_ends_without_a_word(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say_all(nomination, speakers)
    before = Event.objects.count()

    end = finish(nomination=nomination, by=cast.officer, at=NOW)

    nomination.refresh_from_db()
    event = Event.objects.latest("id")
    assert (nomination.stage, end.is_clean, end.lacking, end.words) == ("verified", True, [], "")
    assert (Event.objects.count() - before, event.deed, event.details) == (
        1,
        "nomination_verified",
        {"subject": "CB6", "offices": [], "conclusion": ""},
    )


def test_what_lacks_is_told_and_nothing_is_written(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say(nomination, "science", speakers["science"], "cannot_say")
    before = Event.objects.count()

    with pytest.raises(NotConcluded) as refusal:
        finish(nomination=nomination, words="  ", by=cast.officer, at=NOW)

    nomination.refresh_from_db()
    assert str(refusal.value) == (
        "Hồ sơ chưa có đủ ý kiến của: Tổ chức cán bộ, Đảng uỷ, Công đoàn; có ý kiến cần giải trình "
        "(G3: chưa kết luận được). Muốn kết thúc thẩm định, hãy ghi kết luận và lý do."
    )
    assert (nomination.stage, nomination.version, VerificationEnd.objects.count(), Event.objects.count()) == (
        "sent",
        1,
        0,
        before,
    )


def test_the_officer_may_end_it_without_some_and_says_why(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say(nomination, "science", speakers["science"])

    end = finish(nomination=nomination, words="Công đoàn gửi công văn riêng số 12/CĐ", by=cast.officer, at=NOW)

    assert (end.lacking, end.is_clean, str(end)) == (
        ["personnel", "party", "union"],
        False,
        "Lê Thanh Bình 2025: Công đoàn gửi công văn riêng số 12/CĐ",
    )
    assert Event.objects.latest("id").details["offices"] == ["Tổ chức cán bộ", "Đảng uỷ", "Công đoàn"]


def test_a_doubt_needs_a_word(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    for office in ("personnel", "party", "union"):
        say(nomination, office, speakers[office])
    say(nomination, "science", speakers["science"], "not_met")

    with pytest.raises(NotConcluded, match=r"có ý kiến cần giải trình \(G3: không đạt\)"):
        finish(nomination=nomination, by=cast.officer, at=NOW)


def test_a_hold_stops_the_end_and_lets_go_by_itself(
    cast: Cast, nomination: Nomination, speakers: dict[str, User]
) -> None:
    say_all(nomination, speakers)
    row = school.hold(cast.lecturer, "10/1/2026")

    with pytest.raises(OnHold, match="Hồ sơ đang tạm dừng: Đang xác minh đơn tố cáo"):
        finish(nomination=nomination, by=cast.officer, at=NOW)

    row.until = row.since
    row.save()
    assert finish(nomination=nomination, by=cast.officer, at=NOW).is_clean


def test_many_in_one_press_each_by_itself(
    cast: Cast, make_nomination: MakeNomination, speakers: dict[str, User]
) -> None:
    ready, waiting = make_nomination(), make_nomination(subject=cast.division.subject)
    say_all(ready, speakers)

    finished = finish_many(nominations=[ready, waiting], by=cast.officer, at=NOW)

    assert (finished.done, [one for one, _why in finished.left]) == ([ready], [waiting])
    assert sorted(Nomination.objects.values_list("stage", flat=True)) == ["sent", "verified"]


def test_it_may_be_taken_up_again_and_end_again(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    say_all(nomination, speakers)
    finish(nomination=nomination, by=cast.officer, at=NOW)

    again = take_up_again(nomination=nomination, reason="Có tài liệu mới", by=cast.officer, at=NOW)
    end = VerificationEnd.objects.get()
    assert (again.stage, again.reason, end.reopened_by) == ("sent", "Có tài liệu mới", cast.officer)

    finish(nomination=nomination, by=cast.officer, at=NOW)
    assert VerificationEnd.objects.filter(reopened_at=None).count() == 1


def test_after_an_upheld_objection_it_ends_again(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    say_all(nomination, speakers)
    finish(nomination=nomination, by=cast.officer, at=NOW)
    Nomination.objects.update(stage="sent")

    finish(nomination=nomination, by=cast.officer, at=NOW)

    assert list(VerificationEnd.objects.values_list("reopened_at", flat=True)) == [NOW, None]


def test_taking_it_up_again_needs_a_reason(cast: Cast, make_nomination: MakeNomination) -> None:
    with pytest.raises(NoReason):
        take_up_again(nomination=make_nomination(NominationStage.VERIFIED), reason=" ", by=cast.officer, at=NOW)


@pytest.mark.parametrize("stage", [stage for stage in NominationStage if stage is not NominationStage.SENT])
def test_only_what_is_being_verified_ends(cast: Cast, make_nomination: MakeNomination, stage: NominationStage) -> None:
    nomination = make_nomination(stage)

    with pytest.raises(WrongStage):
        finish(nomination=nomination, words="Xong", by=cast.officer, at=NOW)

    nomination.refresh_from_db()
    assert (nomination.stage, VerificationEnd.objects.count()) == (stage.value, 0)


@pytest.mark.parametrize("stage", [stage for stage in NominationStage if stage is not NominationStage.VERIFIED])
def test_only_what_was_verified_is_taken_up_again(
    cast: Cast, make_nomination: MakeNomination, stage: NominationStage
) -> None:
    nomination = make_nomination(stage)

    with pytest.raises(WrongStage):
        take_up_again(nomination=nomination, reason="Có tài liệu mới", by=cast.officer, at=NOW)

    nomination.refresh_from_db()
    assert nomination.stage == stage.value


@pytest.mark.parametrize("who", ["head", "other_head", "deputy", "staff", "administrator", "stranger"])
def test_only_an_officer_ends_or_takes_up_again(cast: Cast, make_nomination: MakeNomination, who: str) -> None:
    user = getattr(cast, who)

    with pytest.raises(NotAllowed):
        finish(nomination=make_nomination(), words="Xong", by=user, at=NOW)
    verified = make_nomination(NominationStage.VERIFIED, subject=cast.division.subject)
    with pytest.raises(NotAllowed):
        take_up_again(nomination=verified, reason="Có tài liệu mới", by=user, at=NOW)


def test_an_office_does_not_end_it(nomination: Nomination, speakers: dict[str, User]) -> None:
    with pytest.raises(NotAllowed):
        finish(nomination=nomination, words="Xong", by=speakers["science"], at=NOW)


def test_who_sent_it_does_not_end_it(cast: Cast, make_nomination: MakeNomination) -> None:
    with pytest.raises(OwnDossier):
        finish(nomination=make_nomination(sent_by=cast.officer), words="Xong", by=cast.officer, at=NOW)


def test_a_yes_against_the_records_needs_a_word(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    school.closing(Ledger.AWARDS, 2025)
    say_all(nomination, speakers)
    assert [one.subject.code for one in listed(Asked(state="can-xem"), TODAY)] == ["CB6"]

    with pytest.raises(NotConcluded, match=r"có ý kiến cần giải trình \(SA-I1: đạt, trái với sổ\)"):
        finish(nomination=nomination, by=cast.officer, at=NOW)

    assert not finish(nomination=nomination, words="Quyết định chưa vào sổ", by=cast.officer, at=NOW).is_clean


def test_what_people_attest_is_no_contradiction(cast: Cast, nomination: Nomination, speakers: dict[str, User]) -> None:
    school.attestation(cast.lecturer, "G4", 2025, passed=False)
    say_all(nomination, speakers)

    assert OfficeAnswer.objects.get(criterion="G4").machine == "not_met"
    assert finish(nomination=nomination, by=cast.officer, at=NOW).is_clean
