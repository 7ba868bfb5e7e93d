"""Corrections, revocations, restorations: decisions about decisions, and nothing of the trace is lost."""

import pytest

from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.stages import DecisionStage
from lantoa.nomination.models import Nomination
from lantoa.recognition.actions.decisions.changing import (
    Written,
    draft_correction,
    draft_restoration,
    draft_revocation,
)
from lantoa.recognition.actions.decisions.refusals import (
    ListedAlready,
    MinisterDecides,
    NobodyToRecognise,
    NoSuchGround,
    NothingCorrected,
    NotIssued,
    NotStanding,
    SeveralDecisions,
)
from lantoa.recognition.models import Decision, DecisionItem
from lantoa.recognition.queries.decisions.written import written_now
from lantoa.register.actions import rows
from lantoa.register.actions.refusals import NotAllowed, RowRefused, StillNeeded
from lantoa.register.models import Recognition
from lantoa.register.queries.records import book_of
from tests import cast as school
from tests.cast import NOW, Cast, signed_in
from tests.recognition.decisions.deciding import Desk, line

GROUND, REASON = "false-achievements", "Kết luận thanh tra số 5/KL"


@pytest.fixture
def issued(desk: Desk) -> Decision:
    return desk.at(DecisionStage.ISSUED)


def revoke(desk: Desk, *of: Recognition) -> Decision:
    rows = of or (desk.recognition(desk.lecturer),)
    return draft_revocation(recognitions=rows, ground=GROUND, reason=REASON, by=desk.cast.officer, at=NOW)


def restore(desk: Desk) -> Decision:
    rows = [desk.recognition(desk.lecturer)]
    return draft_restoration(recognitions=rows, reason="Kết luận đã bị huỷ", by=desk.cast.officer, at=NOW)


def correct(desk: Desk, decision: Decision, name: str = "Lê Thanh Bình", unit: str = "Bộ môn Luật Dân sự") -> Decision:
    lines = {line(decision, desk.lecturer).pk: Written(name, unit)}
    return draft_correction(decision=decision, lines=lines, reason="Ghi nhầm tên", by=desk.cast.officer, at=NOW)


def counting(desk: Desk) -> int:
    return len(book_of(desk.lecturer.subject).recognitions)


@pytest.mark.usefixtures("issued")
def test_a_revocation_takes_effect_with_its_own_number_and_not_before(desk: Desk) -> None:
    draft = revoke(desk)
    assert (counting(desk), desk.recognition(desk.lecturer).revoked) == (1, False)

    made = desk.at(DecisionStage.ISSUED, draft)

    desk.lecturer.refresh_from_db()
    assert (made.reference, counting(desk), desk.lecturer.stage) == ("02/QĐ-ĐHTT", 0, "revoked")
    assert desk.lecturer.reason == (
        "Kê khai gian dối thành tích (Luật 06/2022/QH15 Điều 93 khoản 2): Kết luận thanh tra số 5/KL"
    )


def test_what_a_revocation_says_names_the_decision_and_its_ground(desk: Desk, issued: Decision) -> None:
    made = revoke(desk)

    assert (made.about, made.ground, made.round) == (issued, GROUND, desk.round)
    assert made.title == "Về việc thu hồi công nhận theo Quyết định số 01/QĐ-ĐHTT ngày 15/01/2026"


def test_a_revocation_leaves_the_others_of_the_decision_alone(desk: Desk, issued: Decision) -> None:
    desk.at(DecisionStage.ISSUED, revoke(desk))

    desk.division.refresh_from_db()
    assert (desk.division.stage, desk.recognition(desk.division).revoked) == ("recognised", False)
    assert issued.items.filter(state="listed").count() == 2


@pytest.mark.usefixtures("issued")
def test_a_restoration_lets_it_count_again_and_the_trace_has_all_three(desk: Desk) -> None:
    desk.at(DecisionStage.ISSUED, revoke(desk))

    made = desk.at(DecisionStage.ISSUED, restore(desk))

    desk.lecturer.refresh_from_db()
    assert (made.reference, counting(desk), desk.lecturer.stage) == ("03/QĐ-ĐHTT", 1, "recognised")
    kinds = DecisionItem.objects.filter(subject=desk.lecturer.subject).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["recognise", "revoke", "restore"]
    deeds = Event.objects.filter(target=f"nomination:{desk.lecturer.pk}").order_by("id").values_list("deed", flat=True)
    assert list(deeds) == ["nomination_recognised", "nomination_revoked", "nomination_restored"]


@pytest.mark.usefixtures("issued")
def test_what_was_revoked_is_not_revoked_again_and_what_stands_is_not_restored(desk: Desk) -> None:
    with pytest.raises(NotStanding):
        restore(desk)
    desk.at(DecisionStage.ISSUED, revoke(desk))
    with pytest.raises(NotStanding):
        revoke(desk)


@pytest.mark.usefixtures("issued")
def test_two_revocations_of_the_same_do_not_run_side_by_side(desk: Desk) -> None:
    first = revoke(desk)

    with pytest.raises(ListedAlready):
        revoke(desk)
    desk.drop(first)
    assert revoke(desk).stage == "draft"


@pytest.mark.usefixtures("issued")
def test_a_revocation_stands_on_a_ground_of_the_law_and_a_reason(desk: Desk) -> None:
    given = {"recognitions": [desk.recognition(desk.lecturer)], "by": desk.cast.officer, "at": NOW}

    with pytest.raises(NoSuchGround):
        draft_revocation(ground="khong-co", reason=REASON, **given)  # type: ignore[arg-type]
    with pytest.raises(NoReason):
        draft_revocation(ground=GROUND, reason=" ", **given)  # type: ignore[arg-type]


def test_recognitions_of_two_decisions_take_two(desk: Desk) -> None:
    for one in (desk.lecturer, desk.division):
        desk.at(DecisionStage.ISSUED, desk.draft(one))

    with pytest.raises(SeveralDecisions):
        revoke(desk, desk.recognition(desk.lecturer), desk.recognition(desk.division))


def test_a_recognition_made_before_the_product_is_revoked_too(desk: Desk, cast: Cast) -> None:
    old = school.recognition(cast.deputy.person or cast.lecturer, "school-annual", 2023, decision="88/QĐ-TR")

    made = desk.at(DecisionStage.ISSUED, revoke(desk, old))

    old.refresh_from_db()
    assert (made.about, made.title) == (None, "Về việc thu hồi công nhận theo Quyết định 88/QĐ-TR")
    assert old.revoked


def test_the_ministers_recognition_is_the_ministers_to_revoke(desk: Desk, cast: Cast) -> None:
    sector = school.recognition(cast.lecturer, "sector-annual", 2023)

    with pytest.raises(MinisterDecides):
        revoke(desk, sector)


def test_nobody_ticked_nobody_revoked(desk: Desk, issued: Decision) -> None:
    with pytest.raises(NobodyToRecognise):
        draft_revocation(recognitions=[], ground=GROUND, reason=REASON, by=desk.cast.officer, at=NOW)


@pytest.mark.parametrize("who", ["head", "staff", "administrator", "stranger"])
def test_only_the_officer_drafts_them(desk: Desk, issued: Decision, who: str) -> None:
    rows, user = [desk.recognition(desk.lecturer)], getattr(desk.cast, who)

    with pytest.raises(NotAllowed):
        draft_revocation(recognitions=rows, ground=GROUND, reason=REASON, by=user, at=NOW)
    with pytest.raises(NotAllowed):
        draft_restoration(recognitions=rows, reason=REASON, by=user, at=NOW)
    with pytest.raises(NotAllowed):
        draft_correction(decision=issued, lines={}, reason=REASON, by=user, at=NOW)


def test_a_correction_is_a_decision_of_its_own_and_the_first_text_stays(desk: Desk, issued: Decision) -> None:
    made = desk.at(DecisionStage.ISSUED, correct(desk, issued, "Lê Thanh  Bình ", "Bộ môn Luật Kinh tế"))

    original = line(issued, desk.lecturer)
    assert (made.reference, made.title) == (
        "02/QĐ-ĐHTT",
        "Về việc đính chính Quyết định số 01/QĐ-ĐHTT ngày 15/01/2026",
    )
    assert original.unit_name == "Bộ môn Luật Dân sự"
    assert written_now([original]) == {original.pk: ("Lê Thanh Bình", "Bộ môn Luật Kinh tế")}


def test_a_correction_counts_once_issued_and_the_last_one_counts(desk: Desk, issued: Decision) -> None:
    original = line(issued, desk.lecturer)
    first = correct(desk, issued, "Lê Thanh Bìng")
    assert written_now([original])[original.pk][0] == "Lê Thanh Bình"

    desk.at(DecisionStage.ISSUED, first)
    desk.at(DecisionStage.ISSUED, correct(desk, issued, "Lê Thanh Bình"))

    assert written_now([original])[original.pk][0] == "Lê Thanh Bình"


def test_a_correction_that_changes_nothing_is_none(desk: Desk, issued: Decision) -> None:
    with pytest.raises(NothingCorrected):
        correct(desk, issued)


@pytest.mark.parametrize("stage", [one for one in DecisionStage if one is not DecisionStage.ISSUED])
def test_only_what_was_issued_is_corrected(desk: Desk, stage: DecisionStage) -> None:
    decision = desk.at(stage)

    with pytest.raises(NotIssued):
        correct(desk, decision, "Tên Khác")


@pytest.mark.usefixtures("issued")
def test_the_record_book_does_not_let_go_of_what_a_decision_wrote(desk: Desk) -> None:
    row = desk.recognition(desk.lecturer)
    [record] = book_of(desk.lecturer.subject).recognitions

    with pytest.raises(StillNeeded):
        rows.delete(row=row, by=desk.cast.officer, at=NOW)
    with pytest.raises(RowRefused, match="đính chính hoặc thu hồi"):
        rows.change(row=row, record=record, by=desk.cast.officer, at=NOW)


def test_from_the_page_of_a_decision_its_changes_are_drafted(desk: Desk, issued: Decision) -> None:
    officer, item = signed_in(desk.cast.officer), line(issued, desk.lecturer)

    revoked = officer.post(
        f"/quyet-dinh/{issued.pk}/thu-hoi/", {"dong": item.pk, "ground": GROUND, "reason": REASON}, follow=True
    )
    corrected = officer.post(
        f"/quyet-dinh/{issued.pk}/dinh-chinh/",
        {f"ten_{item.pk}": "Lê Thanh Bằng", f"don_vi_{item.pk}": item.unit_name, "reason": "Ghi nhầm"},
        follow=True,
    )

    assert "Kê khai gian dối thành tích" in revoked.content.decode()
    assert "Lê Thanh Bằng" in corrected.content.decode()
    assert set(issued.changed_by.values_list("kind", flat=True)) == {"revoke", "correct"}


def test_a_revoked_one_is_restored_from_the_page_and_both_are_linked(desk: Desk, issued: Decision) -> None:
    desk.at(DecisionStage.ISSUED, revoke(desk))
    officer, item = signed_in(desk.cast.officer), line(issued, desk.lecturer)

    page = officer.get(f"/quyet-dinh/{issued.pk}/").content.decode()
    answer = officer.post(
        f"/quyet-dinh/{issued.pk}/khoi-phuc/", {"dong": item.pk, "reason": "Kết luận bị huỷ"}, follow=True
    )

    assert "đã thu hồi" in page
    assert "Thu hồi 02/QĐ-ĐHTT" in page
    assert "Về việc khôi phục công nhận" in answer.content.decode()


@pytest.mark.parametrize("what", ["thu-hoi", "khoi-phuc", "dinh-chinh"])
def test_a_change_without_a_reason_is_refused_with_the_page(desk: Desk, issued: Decision, what: str) -> None:
    answer = signed_in(desk.cast.officer).post(f"/quyet-dinh/{issued.pk}/{what}/", {"reason": ""})

    assert answer.status_code == 422
    assert Decision.objects.count() == 1


def test_the_way_of_a_revocation_is_the_way_of_any_decision(desk: Desk, issued: Decision) -> None:
    draft = revoke(desk)

    back = desk.send_back(desk.present(draft))

    assert back.stage == "sent_back"
    assert Nomination.objects.filter(stage="recognised").count() == 2
