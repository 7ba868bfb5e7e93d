"""What cannot be written into a plan, each with its sentence; who is told; what stays private."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from pytest_django import Settings

from lantoa.audit.models import Event
from lantoa.discovery.models import Prospect
from lantoa.domain.authority import Role
from lantoa.domain.quarters import Quarter
from lantoa.domain.stages import ShortcomingStage
from lantoa.nurture.actions.work import encouragement, measures, notes, reviews, shortcomings, support
from lantoa.nurture.actions.work.refusals import (
    BeforeThePlan,
    ChangedMeanwhile,
    DueBeforeStart,
    NoReason,
    NothingWritten,
    NotOfThisPlan,
    NotYetHappened,
    OthersWork,
    OwnerLeft,
    QuarterAhead,
    ReviewedAlready,
    SaidAlready,
    WorkRefused,
    WrongAmount,
)
from lantoa.nurture.models import Goal, Measure, MentorNote, NurturePlan, Shortcoming, Support
from lantoa.papers.attachments import check
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Post
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nurture.working import DUE, TODAY, encouraged, everything, given, measure, met, shortcoming, task, told

LATER = NOW + timedelta(days=30)


@pytest.fixture
def person(cast: Cast) -> Any:
    """The account of the lecturer."""
    return school.account("binh", Role.STAFF, of=cast.lecturer)


# Measures


@pytest.mark.parametrize(
    ("changed", "refusal", "sentence"),
    [
        ({"text": "  "}, NothingWritten, "Hãy ghi nội dung"),
        ({"due": TODAY - timedelta(days=1)}, DueBeforeStart, "Hạn phải từ ngày bắt đầu trở đi"),
        ({"text": "  dự giờ ĐỒNG NGHIỆP, mỗi tháng hai tiết."}, SaidAlready, "đã có trong kế hoạch"),
    ],
)
def test_a_measure_that_makes_no_sense_is_not_written(
    changed: dict[str, Any], refusal: type[WorkRefused], sentence: str, cast: Cast, plan: NurturePlan
) -> None:
    measure(plan, cast)
    before = everything()

    with pytest.raises(refusal, match=sentence):
        measures.add(plan=plan, task=task(cast.lecturer, **changed), by=cast.head, at=NOW)
    assert everything() == before


def test_a_measure_is_not_given_to_who_left(cast: Cast, plan: NurturePlan) -> None:
    Post.objects.filter(person=cast.lecturer).update(until="2025-12-31")
    before = everything()

    with pytest.raises(OwnerLeft, match="Lê Thanh Bình hiện không còn công tác"):
        measures.add(plan=plan, task=task(cast.lecturer), by=cast.head, at=NOW)
    assert everything() == before


def test_a_measure_of_who_left_since_may_still_be_edited_and_given_to_another(cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast)
    Post.objects.filter(person=cast.lecturer).update(until="2025-12-31")

    later = task(cast.lecturer, due=DUE + timedelta(days=9))
    edited = measures.edit(measure=made, task=later, version=1, by=cast.head, at=NOW)
    assert cast.staff.person
    moved = measures.edit(measure=made, task=task(cast.staff.person), version=2, by=cast.head, at=NOW)

    assert (edited.due, moved.owner, moved.version) == (DUE + timedelta(days=9), cast.staff.person, 3)


def test_a_measure_is_for_a_goal_of_its_own_plan(cast: Cast, plan: NurturePlan) -> None:
    Prospect.objects.update(stage="chosen")
    NurturePlan.objects.update(stage="not_yet", ended_by=cast.head, ended_at=NOW, lessons="x")
    other = NurturePlan.objects.get()
    foreign = Goal.objects.get()
    other.pk, other.stage, other.ended_by, other.ended_at = None, "active", None, None
    other.save()

    with pytest.raises(NotOfThisPlan):
        measures.add(plan=other, task=task(cast.lecturer, goal=foreign), by=cast.head, at=NOW)


def test_a_measure_edited_meanwhile_is_not_written_over(cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast)
    measures.edit(measure=made, task=task(cast.lecturer, "Bản của người khác"), version=1, by=cast.officer, at=NOW)
    before = everything()

    with pytest.raises(ChangedMeanwhile):
        measures.edit(measure=made, task=task(cast.lecturer, "Bản của tôi"), version=1, by=cast.head, at=NOW)
    assert everything() == before


def test_a_measure_outside_the_dates_of_the_plan_is_allowed(cast: Cast, plan: NurturePlan) -> None:
    assert measure(plan, cast, due=date(2027, 3, 1)).due == date(2027, 3, 1)


def test_the_person_gives_work_to_nobody_else(cast: Cast, plan: NurturePlan, person: Any) -> None:
    assert cast.staff.person
    with pytest.raises(OthersWork, match="Bạn thêm được việc do chính bạn làm"):
        measures.add(plan=plan, task=task(cast.staff.person), by=person, at=NOW)

    measures.add(plan=plan, task=task(cast.lecturer), by=person, at=NOW)
    assert Measure.objects.get().owner == cast.lecturer


def test_its_owner_finishes_a_measure_without_seeing_the_plan(cast: Cast, plan: NurturePlan) -> None:
    assert cast.deputy.person
    made = measure(plan, cast, owner=cast.deputy.person)

    measures.finish(measure=made, note="Đã hướng dẫn hai buổi", by=cast.deputy, at=LATER)

    done = Measure.objects.get()
    assert (done.stage, done.ended_by, done.ended_at, done.note) == (
        "done",
        cast.deputy,
        LATER,
        "Đã hướng dẫn hai buổi",
    )


def test_the_owner_hears_of_a_measure_and_the_mentor_and_the_head_that_it_is_done(
    cast: Cast, plan: NurturePlan
) -> None:
    assert cast.deputy.person
    made = measure(plan, cast, owner=cast.deputy.person)
    measures.finish(measure=made, by=cast.deputy, at=NOW)

    what = "«Dự giờ đồng nghiệp mỗi tháng hai tiết»"
    done = f"Đã làm xong biện pháp {what} trong kế hoạch bồi dưỡng Lê Thanh Bình."
    assert told(cast.deputy) == [f"Bạn được giao {what} trong kế hoạch bồi dưỡng Lê Thanh Bình, hạn 30/06/2026."]
    assert (told(cast.staff), told(cast.head)) == ([done], [done])


def test_dropping_says_why_and_taking_up_again_forgets_it(cast: Cast, plan: NurturePlan) -> None:
    made = measure(plan, cast)
    with pytest.raises(NoReason):
        measures.drop(measure=made, reason=" ", by=cast.head, at=NOW)
    measures.drop(measure=made, reason="Trùng lịch thi", by=cast.head, at=NOW)
    again = measures.reopen(measure=made, by=cast.head, at=NOW)

    assert (again.stage, again.note, again.ended_by, again.ended_at) == ("planned", "", None, None)


def test_what_was_dropped_may_be_added_anew(cast: Cast, plan: NurturePlan) -> None:
    measures.drop(measure=measure(plan, cast), reason="Ghi nhầm", by=cast.head, at=NOW)

    measure(plan, cast)

    assert sorted(Measure.objects.values_list("stage", flat=True)) == ["dropped", "planned"]


# Support and encouragement


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"amount": None}, "Hãy ghi số tiền, tính bằng đồng."),
        ({"amount": 0}, "Số tiền phải lớn hơn 0."),
        ({"amount": -5}, "Số tiền phải lớn hơn 0."),
        ({"amount": 10**20}, "Số tiền quá lớn"),
        ({"kind": "time"}, "Chỉ kinh phí mới ghi số tiền."),
    ],
)
def test_money_that_cannot_be_is_not_written(
    changed: dict[str, Any], sentence: str, cast: Cast, plan: NurturePlan
) -> None:
    before = everything()

    with pytest.raises(WrongAmount, match=sentence):
        given(plan, cast, **changed)
    assert everything() == before


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [({"text": ""}, NothingWritten), ({"given_on": TODAY + timedelta(days=1)}, NotYetHappened), ({}, SaidAlready)],
)
@pytest.mark.parametrize("give", [given, encouraged])
def test_what_is_given_has_words_a_day_that_was_and_is_written_once(
    give: Any, changed: dict[str, Any], refusal: type[WorkRefused], cast: Cast, plan: NurturePlan
) -> None:
    give(plan, cast)
    before = everything()

    with pytest.raises(refusal):
        give(plan, cast, **changed)
    assert everything() == before


def test_what_was_given_by_mistake_is_taken_out_and_the_log_keeps_it(cast: Cast, plan: NurturePlan) -> None:
    made = given(plan, cast, amount=50_000_000)
    with pytest.raises(NoReason):
        support.withdraw(support=made, reason="", by=cast.head, at=NOW)

    support.withdraw(support=made, reason="Thừa một số 0", by=cast.head, at=NOW)

    kept = Event.objects.order_by("pk").last()
    assert kept
    assert (Support.objects.count(), kept.deed, kept.details["amount"], kept.details["reason"]) == (
        0,
        "support_withdrawn",
        50_000_000,
        "Thừa một số 0",
    )


def test_encouragement_by_mistake_is_taken_out(cast: Cast, plan: NurturePlan) -> None:
    made = encouraged(plan, cast)

    encouragement.withdraw(encouragement=made, reason="Ghi nhầm người", by=cast.head, at=NOW)

    assert plan.encouragements.count() == 0


def test_the_person_hears_of_praise_at_once(cast: Cast, plan: NurturePlan, person: Any) -> None:
    encouraged(plan, cast)

    assert told(person) == ["Lê Thanh Bình được động viên (biểu dương): Biểu dương trước khoa"]


# Shortcomings


def test_a_shortcoming_has_words_and_a_remedy_and_is_noted_once(cast: Cast, plan: NurturePlan) -> None:
    shortcoming(plan, cast)
    before = everything()

    for text, remedy, refusal in [
        (" ", "x", NothingWritten),
        ("x", " ", NothingWritten),
        ("ÍT tham gia phong trào!", "x", SaidAlready),
    ]:
        with pytest.raises(refusal):
            shortcomings.note(plan=plan, text=text, remedy=remedy, due=DUE, by=cast.head, at=NOW)
    assert everything() == before


def test_one_that_came_back_after_it_was_confirmed_may_be_noted_again(cast: Cast, plan: NurturePlan) -> None:
    shortcoming(plan, cast, ShortcomingStage.CONFIRMED)

    shortcoming(plan, cast)

    assert Shortcoming.objects.count() == 2


def test_a_shortcoming_edited_meanwhile_is_not_written_over(cast: Cast, plan: NurturePlan) -> None:
    made = shortcoming(plan, cast)

    with pytest.raises(ChangedMeanwhile):
        shortcomings.edit(shortcoming=made, text="x", remedy="y", due=DUE, version=7, by=cast.head, at=NOW)


def test_the_person_remedies_with_evidence_and_the_head_is_told(
    cast: Cast, plan: NurturePlan, person: Any, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    made = shortcoming(plan, cast)
    with pytest.raises(NothingWritten):
        shortcomings.remedy(shortcoming=made, evidence=" ", by=person, at=NOW)
    paper = check(SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7"))

    done = shortcomings.remedy(shortcoming=made, evidence="Biên bản đính kèm", file=paper, by=person, at=LATER)

    assert (done.stage, done.remedied_by, done.remedied_at, done.file_name) == (
        "remedied",
        person,
        LATER,
        "bien-ban.pdf",
    )
    assert (tmp_path / done.file_path).read_bytes() == b"%PDF-1.7"
    assert told(cast.head) == [
        (
            "binh đã khắc phục «Ít tham gia phong trào» trong kế hoạch bồi dưỡng Lê Thanh Bình. "
            "Hãy xem minh chứng rồi xác nhận."
        )
    ]


@pytest.mark.django_db(transaction=True)
def test_a_newer_file_takes_the_place_of_the_older_one(plan: NurturePlan, settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    head, officer = plan.made_by, school.account("ha", Role.OFFICER)
    made = shortcomings.note(plan=plan, text="x", remedy="y", due=DUE, by=head, at=NOW)
    for content in (b"%PDF-1", b"%PDF-2"):
        paper = check(SimpleUploadedFile("a.pdf", content))
        shortcomings.remedy(shortcoming=made, evidence="Kèm tệp", file=paper, by=officer, at=NOW)
        shortcomings.reopen(shortcoming=made, reason="Chưa đủ", by=head, at=NOW)

    assert [file.read_bytes() for file in tmp_path.glob("attachments/*/*")] == [b"%PDF-2"]


def test_who_remedied_does_not_confirm(cast: Cast, plan: NurturePlan) -> None:
    made = shortcoming(plan, cast)
    shortcomings.remedy(shortcoming=made, evidence="Tự làm", by=cast.head, at=NOW)
    before = everything()

    with pytest.raises(NotAllowed, match="không tự xác nhận"):
        shortcomings.confirm(shortcoming=made, by=cast.head, at=NOW)
    assert everything() == before

    shortcomings.confirm(shortcoming=made, by=cast.officer, at=NOW)
    assert Shortcoming.objects.get().confirmed_by == cast.officer


def test_neither_mentor_nor_person_confirms_or_sends_back(cast: Cast, plan: NurturePlan, person: Any) -> None:
    made = shortcoming(plan, cast, ShortcomingStage.REMEDIED)

    for user in (cast.staff, person, cast.other_head):
        with pytest.raises(NotAllowed):
            shortcomings.confirm(shortcoming=made, by=user, at=NOW)
        with pytest.raises(NotAllowed):
            shortcomings.reopen(shortcoming=made, reason="x", by=user, at=NOW)


def test_sent_back_it_is_open_with_the_reason_and_the_person_is_told(
    cast: Cast, plan: NurturePlan, person: Any
) -> None:
    made = shortcoming(plan, cast, ShortcomingStage.CONFIRMED)
    with pytest.raises(NoReason):
        shortcomings.reopen(shortcoming=made, reason=" ", by=cast.head, at=NOW)

    back = shortcomings.reopen(shortcoming=made, reason="Mới làm một lần", by=cast.head, at=NOW)

    assert (back.stage, back.return_reason, back.remedied_by, back.confirmed_by, back.evidence) == (
        "open",
        "Mới làm một lần",
        None,
        None,
        "Biên bản chi đoàn 3/2026",
    )
    assert told(person)[-1] == (
        "«Ít tham gia phong trào» trong kế hoạch bồi dưỡng Lê Thanh Bình cần khắc phục thêm: Mới làm một lần"
    )


def test_the_heads_hear_of_a_units_own_shortcoming(cast: Cast, plan: NurturePlan) -> None:
    Prospect.objects.update(subject=cast.division.subject)

    shortcomings.note(plan=plan, text="Sinh hoạt chuyên môn ít", remedy="x", due=DUE, by=cast.officer, at=NOW)

    assert len(told(cast.head)) == 1


# Meetings


def test_what_was_said_is_never_in_the_log(cast: Cast, plan: NurturePlan) -> None:
    for is_private in (True, False):
        met(plan, cast.staff, "Điều riêng tư" if is_private else "Điều chung", is_private=is_private)

    assert [event.details for event in Event.objects.filter(deed="meeting_noted").order_by("pk")] == [
        {"subject": "CB6", "on": "2026-01-15", "private": True},
        {"subject": "CB6", "on": "2026-01-15", "private": False},
    ]


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [({"text": " "}, NothingWritten), ({"met_on": TODAY + timedelta(days=1)}, NotYetHappened), ({}, SaidAlready)],
)
def test_a_meeting_has_words_a_day_that_was_and_is_written_once(
    changed: dict[str, Any], refusal: type[WorkRefused], cast: Cast, plan: NurturePlan
) -> None:
    met(plan, cast.staff)
    before = everything()

    with pytest.raises(refusal):
        met(plan, cast.staff, **changed)
    assert everything() == before


def test_only_its_writer_takes_a_note_back(cast: Cast, plan: NurturePlan) -> None:
    made = met(plan, cast.staff)
    for user in (cast.head, cast.officer):
        with pytest.raises(NotAllowed, match="Chỉ người viết"):
            notes.withdraw(note=made, by=user, at=NOW)

    NurturePlan.objects.update(stage="waiting")
    notes.withdraw(note=made, by=cast.staff, at=NOW)

    assert MentorNote.objects.count() == 0


def test_a_meeting_and_a_review_count_as_looking_at_the_prospect(cast: Cast, plan: NurturePlan, person: Any) -> None:
    notes.note(plan=plan, text="Tự ghi", met_on=TODAY, by=person, at=LATER)
    alone = Prospect.objects.get().looked_at
    notes.note(plan=plan, text="Cùng ghi", met_on=TODAY, by=cast.staff, at=LATER)

    assert (alone, Prospect.objects.get().looked_at) == (NOW, LATER)


# Reviews


@pytest.mark.parametrize(
    ("quarter", "refusal", "sentence"),
    [
        (Quarter(2026, 2), QuarterAhead, "Quý 2/2026 chưa bắt đầu; đánh giá được từ ngày 01/04/2026."),
        (Quarter(2025, 4), BeforeThePlan, "Quý 4/2025 kết thúc trước khi kế hoạch bắt đầu."),
        (Quarter(2026, 1), ReviewedAlready, "Quý 1/2026 đã được khoa đánh giá ngày 15/01/2026."),
    ],
)
def test_a_quarter_is_reviewed_once_when_it_has_begun(
    quarter: Quarter, refusal: type[WorkRefused], sentence: str, cast: Cast, plan: NurturePlan
) -> None:
    reviews.review(plan=plan, quarter=Quarter(2026, 1), text="Đúng hướng", by=cast.head, at=NOW)
    before = everything()

    with pytest.raises(refusal, match=sentence):
        reviews.review(plan=plan, quarter=quarter, text="x", by=cast.staff, at=NOW)
    assert everything() == before


def test_a_review_without_words_is_none(cast: Cast, plan: NurturePlan) -> None:
    with pytest.raises(NothingWritten):
        reviews.review(plan=plan, quarter=Quarter(2026, 1), text=" ", by=cast.head, at=NOW)


@pytest.mark.django_db(transaction=True)
def test_of_several_who_review_a_quarter_at_once_one_has_written_it(plan: NurturePlan) -> None:
    head, events = plan.made_by, Event.objects.count()

    def write(number: int) -> bool:
        try:
            reviews.review(plan=plan, quarter=Quarter(2026, 1), text=f"Bản {number}", by=head, at=NOW)
        except ReviewedAlready:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        written = list(workers.map(write, range(8)))

    assert (sorted(written), Event.objects.count()) == ([False] * 7 + [True], events + 1)
