"""A posting from its preparation to its end, and what becomes of its candidates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Role
from lantoa.domain.stages import MOVES, NominationStage, PostingStage, WrongStage
from lantoa.nomination.actions.posting import listing, running
from lantoa.nomination.actions.posting.handling import take_up
from lantoa.nomination.actions.posting.refusals import (
    CannotPost,
    HeldByObjections,
    NobodyListed,
    NotLonger,
    NotYet,
    PostingChanged,
    StillRunning,
    TooShort,
)
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.models import Nomination, PostedCandidate, Posting
from lantoa.nomination.queries.posting.candidates import posted
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.posting.made import (
    AFTER,
    ENDS,
    STARTS,
    candidate_of,
    objection,
    opened,
    plan,
    posting_at,
    prepared,
    round_of,
    settle,
    stages_of,
    verified,
)

LATER = ENDS + timedelta(days=4)
WRITING: dict[str, Callable[[Posting, Cast], object]] = {
    "change": lambda one, cast: listing.change(posting=one, plan=plan(), seen=one.version, by=cast.officer, at=NOW),
    "add_verified": lambda one, cast: listing.add_verified(posting=one, by=cast.officer, at=NOW),
    "leave_out": lambda one, cast: listing.leave_out(candidate=candidate_of(one), by=cast.officer, at=NOW),
    "discard": lambda one, cast: listing.discard(posting=one, by=cast.officer, at=NOW),
}
WORDING: dict[str, Callable[[Posting, Cast], object]] = {
    "word": lambda one, cast: listing.word(candidate=candidate_of(one), words="Giảng hay", by=cast.officer, at=NOW),
    "extend": lambda one, cast: running.extend(posting=one, ends=LATER, reason="Bão", by=cast.officer, at=NOW),
}
RUNNING: dict[str, Callable[[Posting, Cast], object]] = {
    "open": lambda one, cast: running.open_(posting=one, by=cast.officer, at=NOW),
    "end": lambda one, cast: running.end(posting=one, by=cast.officer, at=AFTER),
}


def test_everybody_verified_is_listed_with_what_the_book_says_for_them(cast: Cast) -> None:
    school.award(cast.lecturer, 2024, "CSTĐCS")
    school.award(cast.lecturer, 2024, "LĐTT")
    school.award(cast.lecturer, 2025, "LĐTT")
    school.award(cast.lecturer, 2026, "CSTĐCS")
    school.initiative(cast.lecturer, 2025, "Ngân hàng đề")
    verified(cast)
    unit = verified(cast, cast.division)

    made = listing.prepare(round=unit.round or round_of(by=cast.officer), plan=plan(), by=cast.officer, at=NOW)

    listed = made.candidates.order_by("nomination__subject__kind").values_list("nomination__subject__code", "words")
    assert dict(listed) == {
        "CB6": "LĐTT (2025, 2024); CSTĐCS (2024); sáng kiến «Ngân hàng đề»",
        "BM": "Được đề nghị xét Trường hằng năm",
    }
    assert (made.stage, made.starts, made.ends) == ("prepared", STARTS, ENDS)


def test_a_list_of_nobody_is_not_made(cast: Cast) -> None:
    with pytest.raises(NobodyListed):
        listing.prepare(round=round_of(by=cast.officer), plan=plan(), by=cast.officer, at=NOW)

    assert Posting.objects.count() == 0


def test_holidays_and_weekends_do_not_count_as_days_of_the_list(cast: Cast) -> None:
    verified(cast)
    before_tet = date(2026, 2, 12)

    with pytest.raises(TooShort, match=r"ít nhất 5 ngày làm việc .* đến hết ngày 26/02/2026"):
        listing.prepare(
            round=Nomination.objects.get().round or round_of(by=cast.officer),
            plan=plan(starts=before_tet, ends=before_tet + timedelta(days=13)),
            by=cast.officer,
            at=NOW,
        )


def test_opening_posts_everybody_and_tells_them(cast: Cast) -> None:
    school.account("binh", of=cast.lecturer)
    posting = opened(cast)

    assert (posting.stage, posting.opened_by, posting.starts) == ("open", cast.officer, date(2026, 1, 15))
    assert stages_of(list(Nomination.objects.all())) == ["posted"]
    assert sorted(Notice.objects.values_list("user__username", flat=True)) == ["binh", "khoa"]
    assert [one.deed for one in Event.objects.order_by("id")] == [
        "posting_prepared",
        "nomination_posted",
        "posting_opened",
    ]


def test_before_its_first_day_a_list_is_not_opened(cast: Cast) -> None:
    posting = prepared(cast)

    with pytest.raises(NotYet, match="từ ngày 15/01/2026"):
        running.open_(posting=posting, by=cast.officer, at=NOW - timedelta(days=1))


def test_opened_late_it_still_needs_all_its_working_days(cast: Cast) -> None:
    posting = prepared(cast)

    with pytest.raises(TooShort, match="đến hết ngày 23/01/2026"):
        running.open_(posting=posting, by=cast.officer, at=NOW + timedelta(days=1))


def test_all_who_stand_in_the_way_are_named_and_nobody_is_posted(cast: Cast) -> None:
    held, gone, fine = verified(cast), verified(cast, cast.division), verified(cast, cast.faculty)
    posting = prepared(cast)
    school.hold(cast.lecturer, "1/1/2026")
    Nomination.objects.filter(pk=gone.pk).update(stage="withdrawn", reason="Rút")
    events = Event.objects.count()

    with pytest.raises(CannotPost) as refusal:
        running.open_(posting=posting, by=cast.officer, at=NOW)

    assert sorted(name for name, _why in refusal.value.problems) == ["Bộ môn Luật Dân sự", "Lê Thanh Bình"]
    assert stages_of([held, gone, fine]) == ["verified", "withdrawn", "verified"]
    assert Event.objects.count() == events


def test_an_emptied_list_is_not_opened(cast: Cast) -> None:
    posting = prepared(cast)
    listing.leave_out(candidate=candidate_of(posting), by=cast.officer, at=NOW)

    with pytest.raises(NobodyListed):
        running.open_(posting=posting, by=cast.officer, at=NOW)


def test_who_was_left_out_or_verified_later_is_added_with_one_press(cast: Cast) -> None:
    posting = prepared(cast)
    listing.leave_out(candidate=candidate_of(posting), by=cast.officer, at=NOW)
    verified(cast, cast.division)

    assert listing.add_verified(posting=posting, by=cast.officer, at=NOW) == 2
    assert listing.add_verified(posting=posting, by=cast.officer, at=NOW) == 0


def test_two_who_write_the_days_do_not_overwrite_each_other(cast: Cast) -> None:
    posting = prepared(cast)
    listing.change(posting=posting, plan=plan("public", note="Bản một"), seen=1, by=cast.officer, at=NOW)

    with pytest.raises(PostingChanged) as conflict:
        listing.change(posting=posting, plan=plan(note="Bản hai"), seen=1, by=cast.officer, at=NOW)

    assert (conflict.value.posting.note, conflict.value.posting.version) == ("Bản một", 2)


def test_a_list_is_up_to_the_end_of_its_last_day(cast: Cast) -> None:
    posting = opened(cast)

    with pytest.raises(StillRunning, match="đến hết ngày 22/01/2026"):
        running.end(posting=posting, by=cast.officer, at=AFTER - timedelta(days=1))


def test_at_the_end_those_without_objection_or_hold_go_on(cast: Cast) -> None:
    objected, on_hold, free, left = (
        verified(cast),
        verified(cast, cast.division),
        verified(cast, cast.faculty),
        verified(cast, cast.office),
    )
    posting = opened(cast)
    objection(PostedCandidate.objects.get(nomination=objected), cast.deputy)
    school.hold(cast.division, "16/1/2026")
    Nomination.objects.filter(pk=left.pk).update(stage="withdrawn", reason="Rút")

    went_on = running.end(posting=posting, by=cast.officer, at=AFTER)

    assert went_on == 1
    assert stages_of([objected, on_hold, free, left]) == ["posted", "posted", "cleared", "withdrawn"]
    assert Event.objects.latest("id").details == {"count": 1, "waiting": 2}


def test_a_case_posted_again_waits_for_the_end_of_the_later_list(cast: Cast) -> None:
    nomination = verified(cast)
    first = opened(cast)
    Nomination.objects.update(stage="verified")
    second = listing.prepare(round=first.round, plan=plan(ends=LATER), by=cast.officer, at=NOW)
    running.open_(posting=second, by=cast.officer, at=NOW)

    went_on = running.end(posting=first, by=cast.officer, at=AFTER)

    assert (went_on, stages_of([nomination])) == (0, ["posted"])
    assert [one.posting for one in posted(is_inside=True, day=STARTS)] == [second]


def test_a_case_goes_on_once_its_hold_has_ended(cast: Cast) -> None:
    nomination = verified(cast)
    posting = opened(cast)
    hold = school.hold(cast.lecturer, "16/1/2026")
    running.end(posting=posting, by=cast.officer, at=AFTER)

    with pytest.raises(OnHold):
        running.clear(nomination=nomination, by=cast.officer, at=AFTER)
    hold.delete()
    running.clear(nomination=nomination, by=cast.officer, at=AFTER)

    assert stages_of([nomination]) == ["cleared"]


def test_a_case_with_an_open_objection_is_not_cleared_by_hand(cast: Cast) -> None:
    nomination = verified(cast)
    posting = opened(cast)
    objection(candidate_of(posting), cast.deputy)
    running.end(posting=posting, by=cast.officer, at=AFTER)

    with pytest.raises(HeldByObjections, match="còn 1 ý kiến phản ánh"):
        running.clear(nomination=nomination, by=cast.officer, at=AFTER)


def test_a_case_that_is_still_posted_is_not_cleared_by_hand(cast: Cast) -> None:
    nomination = verified(cast)
    opened(cast)

    with pytest.raises(StillRunning):
        running.clear(nomination=nomination, by=cast.officer, at=NOW)


@pytest.mark.parametrize("stage", PostingStage)
@pytest.mark.parametrize("deed", RUNNING)
def test_each_deed_is_for_its_stages_only(cast: Cast, stage: PostingStage, deed: str) -> None:
    posting = posting_at(stage, cast)
    events = Event.objects.count()

    if stage in MOVES[PostingStage][deed].sources:
        RUNNING[deed](posting, cast)
        assert Posting.objects.get().stage == MOVES[PostingStage][deed].target.value
    else:
        with pytest.raises(WrongStage):
            RUNNING[deed](posting, cast)
        assert (Posting.objects.get().stage, Event.objects.count()) == (stage.value, events)


@pytest.mark.parametrize("stage", [PostingStage.OPEN, PostingStage.ENDED])
@pytest.mark.parametrize("deed", WRITING)
def test_what_has_been_opened_is_not_written_any_more(cast: Cast, stage: PostingStage, deed: str) -> None:
    posting = posting_at(stage, cast)
    events = Event.objects.count()

    with pytest.raises(WrongStage, match="Chỉ sửa danh sách công khai được khi đang ở bước «đang chuẩn bị»"):
        WRITING[deed](posting, cast)

    assert (PostedCandidate.objects.count(), Event.objects.count()) == (1, events)


@pytest.mark.parametrize("stage", [one for one in NominationStage if one is not NominationStage.POSTED])
def test_only_what_is_posted_is_cleared(cast: Cast, stage: NominationStage) -> None:
    nomination = verified(cast)
    Nomination.objects.filter(pk=nomination.pk).update(stage=stage.value, reason="Có lý do")

    with pytest.raises(WrongStage):
        running.clear(nomination=nomination, by=cast.officer, at=NOW)


@pytest.mark.parametrize("role", [one for one in Role if one not in (Role.OFFICER, Role.HEAD)])
def test_only_an_officer_posts(cast: Cast, role: Role) -> None:
    posting = prepared(cast)
    office = "science" if role is Role.SPECIALIST else ""
    other = User.objects.create_user("khac")
    RoleGrant.objects.create(user=other, role=role.value, office=office)
    events = Event.objects.count()

    for deed in (WRITING | WORDING | RUNNING).values():
        with pytest.raises(NotAllowed):
            deed(posting, replace(cast, officer=other))
        with pytest.raises(NotAllowed):
            deed(posting, replace(cast, officer=cast.head))

    assert (Posting.objects.get().version, Event.objects.count()) == (1, events)


@pytest.mark.parametrize(
    ("deed", "stages"),
    [("word", [PostingStage.PREPARED, PostingStage.OPEN]), ("extend", [PostingStage.OPEN])],
)
@pytest.mark.parametrize("stage", PostingStage)
def test_a_list_that_is_up_is_put_right_and_left_up_longer(
    cast: Cast, stage: PostingStage, deed: str, stages: list[PostingStage]
) -> None:
    posting = posting_at(stage, cast)
    events = Event.objects.count()

    if stage in stages:
        WORDING[deed](posting, cast)
    else:
        with pytest.raises(WrongStage):
            WORDING[deed](posting, cast)

    assert Event.objects.count() == events + (stage in stages)


@pytest.mark.parametrize(("ends", "reason", "refusal"), [(ENDS, "Bão", NotLonger), (LATER, " ", NoReason)])
def test_longer_is_later_and_says_why(cast: Cast, ends: date, reason: str, refusal: type[Exception]) -> None:
    posting = opened(cast)

    with pytest.raises(refusal):
        running.extend(posting=posting, ends=ends, reason=reason, by=cast.officer, at=NOW)

    assert Posting.objects.get().ends == ENDS


def test_what_stood_there_before_is_kept_in_the_log(cast: Cast) -> None:
    posting = opened(cast)
    before = candidate_of(posting).words

    WORDING["word"](posting, cast)

    assert Event.objects.latest("id").details == {"subject": "CB6", "before": before, "after": "Giảng hay"}


def test_a_settled_objection_lets_the_case_go_on_when_the_list_has_ended(cast: Cast) -> None:
    nomination = verified(cast)
    posting = opened(cast)
    made = objection(candidate_of(posting), cast.deputy)
    running.end(posting=posting, by=cast.officer, at=AFTER)

    settle(take_up(objection=made, by=cast.officer, at=AFTER), cast.officer, at=AFTER)

    assert stages_of([nomination]) == ["cleared"]
