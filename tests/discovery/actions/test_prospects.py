"""A prospect is found, chosen by its unit, looked at, set aside; one living prospect a subject."""

from collections.abc import Callable
from typing import Any

import pytest

from lantoa.audit.models import Event
from lantoa.discovery.actions import prospects
from lantoa.discovery.actions.refusals import AlreadyProspect, Ended, LeftAlready, NoReason, NotKept
from lantoa.discovery.models import Prospect, Signal
from lantoa.domain.stages import MOVES, ProspectStage, WrongStage, moved
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Post
from tests.cast import NOW, Cast

PAIRS = [(one, deed) for one in ProspectStage for deed in MOVES[ProspectStage]]


@pytest.fixture
def prospect(cast: Cast) -> Prospect:
    return prospects.find(subject=cast.lecturer.subject, grounds="Họp bộ môn 05/01/2026", by=cast.head, at=NOW)


def signal_of(cast: Cast, stage: str) -> Signal:
    judged: dict[str, Any] = {} if stage == "new" else {"judged_by": cast.head, "judged_at": NOW, "reason": "vì"}
    subject = cast.lecturer.subject
    return Signal.objects.create(subject=subject, rule="rising", year=2024, found_at=NOW, stage=stage, **judged)


def do(prospect: Prospect, deed: str, cast: Cast) -> Prospect:
    if deed == "choose":
        return prospects.choose(prospect=prospect, decision="Biên bản họp số 3", by=cast.head, at=NOW)
    if deed == "set_aside":
        return prospects.set_aside(prospect=prospect, reason="Chuyển việc khác", by=cast.head, at=NOW)
    return prospects.move(prospect=prospect, deed=deed, by=cast.head, at=NOW)


@pytest.mark.parametrize(("before", "deed"), PAIRS)
def test_every_stage_of_a_prospect_against_every_deed(
    cast: Cast, prospect: Prospect, before: ProspectStage, deed: str
) -> None:
    Prospect.objects.update(stage=before.value, chosen_by=cast.head, chosen_at=NOW, reason="trước")
    events = Event.objects.count()

    if before in MOVES[ProspectStage][deed].sources:
        do(prospect, deed, cast)
        assert Prospect.objects.get().stage == moved(before, deed)
        assert Event.objects.count() == events + 1
    else:
        with pytest.raises(WrongStage):
            do(prospect, deed, cast)
        assert (Prospect.objects.get().stage, Event.objects.count()) == (before.value, events)


def test_found_at_the_units_meeting_it_stands_where_its_person_works(cast: Cast, prospect: Prospect) -> None:
    assert (prospect.origin, prospect.unit, prospect.stage, prospect.looked_at) == (
        "meeting",
        cast.division,
        "found",
        NOW,
    )


def test_a_kept_signal_gives_its_day_of_merit(cast: Cast) -> None:
    signal = signal_of(cast, "kept")
    Signal.objects.update(merit_day="2024-12-31")
    signal.refresh_from_db()

    found = prospects.find(subject=cast.lecturer.subject, grounds="Từ sổ", signal=signal, by=cast.head, at=NOW)

    assert (found.origin, str(found.merit_day), found.signal) == ("signal", "2024-12-31", signal)


@pytest.mark.parametrize("stage", ["new", "dismissed"])
def test_a_signal_that_was_not_kept_is_no_ground(cast: Cast, stage: str) -> None:
    signal = signal_of(cast, stage)

    with pytest.raises(NotKept):
        prospects.find(subject=cast.lecturer.subject, grounds="Từ sổ", signal=signal, by=cast.head, at=NOW)


def test_a_unit_may_be_a_prospect(cast: Cast) -> None:
    found = prospects.find(subject=cast.division.subject, grounds="Họp khoa", by=cast.head, at=NOW)

    assert found.unit == cast.division


def test_the_whole_school_is_none(cast: Cast) -> None:
    with pytest.raises(LeftAlready):
        prospects.find(subject=cast.school.subject, grounds="Họp", by=cast.officer, at=NOW)


def test_there_is_one_living_prospect_a_subject(cast: Cast, prospect: Prospect) -> None:
    with pytest.raises(AlreadyProspect, match="Lê Thanh Bình đang được theo dõi"):
        prospects.find(subject=cast.lecturer.subject, grounds="Họp lần hai", by=cast.officer, at=NOW)

    assert Prospect.objects.count() == 1


def test_after_it_was_set_aside_another_life_may_begin(cast: Cast, prospect: Prospect) -> None:
    prospects.set_aside(prospect=prospect, reason="Chưa phù hợp", by=cast.head, at=NOW)

    prospects.find(subject=cast.lecturer.subject, grounds="Họp năm sau", by=cast.head, at=NOW)

    assert sorted(Prospect.objects.values_list("stage", flat=True)) == ["found", "set_aside"]


def test_the_old_life_is_not_taken_up_beside_a_new_one(cast: Cast, prospect: Prospect) -> None:
    prospects.set_aside(prospect=prospect, reason="Chưa phù hợp", by=cast.head, at=NOW)
    prospects.find(subject=cast.lecturer.subject, grounds="Họp năm sau", by=cast.head, at=NOW)

    with pytest.raises(AlreadyProspect):
        prospects.choose(prospect=prospect, decision="Biên bản", by=cast.head, at=NOW)


def test_who_left_is_not_found(cast: Cast) -> None:
    Post.objects.filter(person=cast.lecturer).update(until="2025-06-30")

    with pytest.raises(LeftAlready, match="hiện không còn công tác"):
        prospects.find(subject=cast.lecturer.subject, grounds="Họp", by=cast.head, at=NOW)


def test_who_left_after_being_found_is_not_chosen_but_can_be_set_aside(cast: Cast, prospect: Prospect) -> None:
    Post.objects.filter(person=cast.lecturer).update(until="2025-06-30")

    with pytest.raises(LeftAlready):
        prospects.choose(prospect=prospect, decision="Biên bản", by=cast.head, at=NOW)
    prospects.set_aside(prospect=prospect, reason="Đã chuyển công tác", by=cast.head, at=NOW)

    assert Prospect.objects.get().stage == "set_aside"


def test_the_head_of_another_unit_finds_and_chooses_nobody_here(cast: Cast, prospect: Prospect) -> None:
    with pytest.raises(NotAllowed):
        prospects.find(subject=cast.division.subject, grounds="Họp", by=cast.other_head, at=NOW)
    with pytest.raises(NotAllowed):
        prospects.choose(prospect=prospect, decision="Họp", by=cast.other_head, at=NOW)


def test_nobody_chooses_oneself(cast: Cast) -> None:
    assert cast.head.person
    with pytest.raises(NotAllowed, match="Không ai tự chọn mình"):
        prospects.find(subject=cast.head.person.subject, grounds="Họp", by=cast.head, at=NOW)


@pytest.mark.parametrize("deed", ["find", "choose", "set_aside", "review"])
def test_every_deed_says_why(cast: Cast, prospect: Prospect, deed: str) -> None:
    deeds: dict[str, Callable[[], Prospect]] = {
        "find": lambda: prospects.find(subject=cast.division.subject, grounds=" ", by=cast.head, at=NOW),
        "choose": lambda: prospects.choose(prospect=prospect, decision="", by=cast.head, at=NOW),
        "set_aside": lambda: prospects.set_aside(prospect=prospect, reason="\n", by=cast.head, at=NOW),
        "review": lambda: prospects.review(prospect=prospect, note="", by=cast.head, at=NOW),
    }

    with pytest.raises(NoReason):
        deeds[deed]()


def test_choosing_twice_is_refused_with_the_stage(cast: Cast, prospect: Prospect) -> None:
    do(prospect, "choose", cast)

    with pytest.raises(WrongStage, match="hiện đang ở bước «nhân tố mới»"):
        do(prospect, "choose", cast)


def test_a_review_moves_the_day_on_which_it_was_looked_at(cast: Cast, prospect: Prospect) -> None:
    Prospect.objects.update(looked_at="2025-01-01T00:00:00Z")

    prospects.review(prospect=prospect, note="Đã dự giờ", by=cast.head, at=NOW)

    assert Prospect.objects.get().looked_at == NOW
    assert Event.objects.order_by("-id")[0].details == {"subject": "CB6", "note": "Đã dự giờ"}


def test_what_has_ended_is_not_reviewed(cast: Cast, prospect: Prospect) -> None:
    do(prospect, "set_aside", cast)

    with pytest.raises(Ended):
        prospects.review(prospect=prospect, note="Xem lại", by=cast.head, at=NOW)
