"""An objection: sent, given to one officer with a clock, verified, settled; and what it does to the case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.authority import Role
from lantoa.domain.stages import MOVES, NominationStage, ObjectionStage, WrongStage
from lantoa.nomination.actions.posting import handling, objecting, running
from lantoa.nomination.actions.posting.handling import Conclusion
from lantoa.nomination.actions.posting.objecting import Saying
from lantoa.nomination.actions.posting.refusals import (
    AboutOneself,
    CannotHandle,
    InOtherHands,
    NoLongerOpen,
    OwnObjection,
    SentAlready,
)
from lantoa.nomination.models import Nomination, Objection
from lantoa.nomination.queries.objecting import outcomes_of
from lantoa.notice.models import Notice
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Hold
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.posting.made import (
    AFTER,
    FINDINGS,
    SUMMARY,
    candidate_of,
    objection,
    objection_at,
    opened,
    second_officer,
    settle,
    stages_of,
    verified,
)

DEEDS: dict[str, Callable[[Objection, Cast], object]] = {
    "take_up": lambda one, cast: handling.take_up(objection=one, by=cast.officer, at=NOW),
    "hand_over": lambda one, cast: handling.hand_over(objection=one, to=second_officer(), by=cast.officer, at=NOW),
    "settle": lambda one, cast: settle(one, cast.officer),
}


def test_an_objection_has_an_officer_and_a_clock_at_once(cast: Cast) -> None:
    made = objection(candidate_of(opened(cast)), cast.deputy)

    assert (made.stage, made.officer, made.due) == ("received", cast.officer, date(2026, 1, 22))
    assert list(Notice.objects.filter(user=cast.officer).values_list("text", flat=True)) == [
        f"Có ý kiến phản ánh mã {made.code} chờ bạn xác minh, hạn kết luận 22/01/2026."
    ]


def test_the_officer_with_the_fewest_gets_it_but_never_the_objector(cast: Cast) -> None:
    other = second_officer()
    posting = opened(cast)

    officers = [objection(candidate_of(posting), cast.deputy).officer for _turn in range(2)]
    of_an_officer = objection(candidate_of(posting), other).officer

    assert officers == [cast.officer, other]
    assert of_an_officer == cast.officer


def test_who_made_the_nomination_looks_into_it_only_when_nobody_else_can(cast: Cast) -> None:
    nomination = verified(cast)
    Nomination.objects.filter(pk=nomination.pk).update(made_by=cast.officer)
    posting = opened(cast)

    alone = objection(candidate_of(posting), cast.deputy).officer
    other = second_officer()

    assert (alone, objection(candidate_of(posting), cast.deputy).officer) == (cast.officer, other)


def test_the_only_officer_cannot_look_into_what_they_sent(cast: Cast) -> None:
    made = objection(candidate_of(opened(cast)), cast.officer)

    assert made.officer is None
    with pytest.raises(OwnObjection):
        handling.take_up(objection=made, by=cast.officer, at=NOW)


def test_the_same_form_twice_is_one_objection(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    made = objection(candidate, cast.deputy)
    events = Event.objects.count()

    with pytest.raises(SentAlready, match=f"mã {made.code}"):
        objecting.object_(code=made.code, candidate=candidate, saying=Saying("Lần nữa"), by=cast.deputy, at=NOW)

    assert (Objection.objects.count(), Event.objects.count()) == (1, events)


def test_what_is_wrong_in_ones_own_dossier_is_no_objection(cast: Cast) -> None:
    himself = school.account("binh", Role.STAFF, of=cast.lecturer)

    with pytest.raises(AboutOneself, match="mục góp ý"):
        objection(candidate_of(opened(cast)), himself)


@pytest.mark.parametrize("role", [None, *Role])
def test_whoever_has_a_role_may_object(cast: Cast, role: Role | None) -> None:
    candidate = candidate_of(opened(cast))
    somebody = User.objects.create_user("ai")
    if role is not None:
        unit = cast.office if role is Role.HEAD else None
        office = "science" if role is Role.SPECIALIST else ""
        RoleGrant.objects.create(user=somebody, role=role.value, unit=unit, office=office)

    if role is None:
        with pytest.raises(NotAllowed):
            objection(candidate, somebody)
    else:
        objection(candidate, somebody)

    assert Objection.objects.count() == (role is not None)


@pytest.mark.parametrize("days", [-1, 8])
def test_before_the_first_and_after_the_last_day_nothing_is_taken_in(cast: Cast, days: int) -> None:
    candidate = candidate_of(opened(cast))

    with pytest.raises(NoLongerOpen):
        objection(candidate, cast.deputy, at=NOW + timedelta(days=days))


def test_a_case_that_left_the_list_is_not_objected_to(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))
    Nomination.objects.update(stage="withdrawn", reason="Rút")

    with pytest.raises(NoLongerOpen):
        objection(candidate, cast.deputy)


def test_from_outside_only_public_lists_are_objected_to(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))

    with pytest.raises(NoLongerOpen):
        objection(candidate, None)


@pytest.mark.parametrize("stage", ObjectionStage)
@pytest.mark.parametrize("deed", DEEDS)
def test_each_deed_is_for_its_stages_only(cast: Cast, stage: ObjectionStage, deed: str) -> None:
    made = objection_at(stage, cast)
    events = Event.objects.count()

    if stage in MOVES[ObjectionStage][deed].sources:
        DEEDS[deed](made, cast)
        assert Objection.objects.get().stage == MOVES[ObjectionStage][deed].target.value
    else:
        with pytest.raises(WrongStage):
            DEEDS[deed](made, cast)
        assert (Objection.objects.get().stage, Event.objects.count()) == (stage.value, events)


@pytest.mark.parametrize("role", [one for one in Role if one not in (Role.OFFICER, Role.HEAD)])
def test_only_officers_look_into_objections(cast: Cast, role: Role) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)
    other = User.objects.create_user("khac")
    RoleGrant.objects.create(user=other, role=role.value, office="science" if role is Role.SPECIALIST else "")
    events = Event.objects.count()

    for user in (other, cast.head):
        for deed in DEEDS.values():
            with pytest.raises(NotAllowed):
                deed(made, replace(cast, officer=user))

    assert (Objection.objects.get().stage, Event.objects.count()) == ("received", events)


def test_an_officer_does_not_look_into_what_is_said_about_oneself(cast: Cast) -> None:
    himself = school.account("binh", Role.OFFICER, of=cast.lecturer)
    made = objection_at(ObjectionStage.RECEIVED, cast)

    with pytest.raises(NotAllowed, match="về chính bạn"):
        handling.take_up(objection=made, by=himself, at=NOW)


@pytest.mark.parametrize("deed", ["take_up", "hand_over"])
def test_another_officer_keeps_out_as_long_as_the_one_can_do_it(cast: Cast, deed: str) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)
    third = school.account("ba", Role.OFFICER)

    with pytest.raises(InOtherHands, match=f"do {cast.officer} xác minh"):
        DEEDS[deed](made, replace(cast, officer=third))


def test_another_officer_does_not_settle_it(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    with pytest.raises(InOtherHands):
        settle(made, second_officer())


def test_when_the_officer_has_left_another_takes_it_up(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)
    other = second_officer()
    RoleGrant.objects.filter(user=cast.officer, role="officer").delete()

    taken = handling.take_up(objection=made, by=other, at=NOW)

    assert (taken.officer, taken.stage) == (other, "in_hand")


def test_it_is_handed_to_officers_only_and_never_to_the_objector(cast: Cast) -> None:
    other = second_officer()
    made = objection(candidate_of(opened(cast)), other)

    for to in (other, cast.head):
        with pytest.raises(CannotHandle):
            handling.hand_over(objection=made, to=to, by=cast.officer, at=NOW)


def test_every_day_objections_of_those_who_left_go_to_another_officer(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    other = second_officer()
    staying = handling.fall_back(at=NOW)
    User.objects.filter(pk=cast.officer.pk).update(is_active=False)

    moved = handling.fall_back(at=NOW)

    now = Objection.objects.get(pk=made.pk)
    assert (staying, moved, now.officer, now.stage) == (0, 1, other, "received")


def test_a_dismissed_objection_leaves_a_case_on_its_list(cast: Cast) -> None:
    objection_at(ObjectionStage.SETTLED, cast)

    assert stages_of(list(Nomination.objects.all())) == ["posted"]


def test_an_upheld_objection_sends_the_case_back_to_verification(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast, "verify_again")

    nomination = Nomination.objects.get()
    assert (nomination.stage, nomination.reason) == ("sent", f"Phản ánh mã {made.code} đúng: {FINDINGS}")


def test_an_upheld_objection_may_withdraw_the_case(cast: Cast) -> None:
    objection_at(ObjectionStage.SETTLED, cast, "withdraw")

    assert stages_of(list(Nomination.objects.all())) == ["withdrawn"]


def test_an_upheld_objection_may_hold_the_case_until_the_hold_ends_in_the_book(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast, "hold")
    posting = made.candidate.posting

    cleared = running.end(posting=posting, by=cast.officer, at=AFTER)

    hold = Hold.objects.get()
    assert (cleared, hold.subject, hold.since, hold.until) == (0, cast.lecturer.subject, date(2026, 1, 15), None)
    assert stages_of(list(Nomination.objects.all())) == ["posted"]


def test_two_objections_hold_the_case_until_both_are_settled(cast: Cast) -> None:
    nomination = verified(cast)
    posting = opened(cast)
    both = [objection(candidate_of(posting), by) for by in (cast.deputy, cast.head)]
    running.end(posting=posting, by=cast.officer, at=AFTER)

    settle(handling.take_up(objection=both[0], by=cast.officer, at=AFTER), cast.officer, at=AFTER)
    between = stages_of([nomination])
    settle(handling.take_up(objection=both[1], by=cast.officer, at=AFTER), cast.officer, at=AFTER)

    assert (between, stages_of([nomination])) == (["posted"], ["cleared"])


@pytest.mark.parametrize("stage", [NominationStage.WITHDRAWN, NominationStage.SENT])
def test_a_case_that_left_meanwhile_stays_where_it_is(cast: Cast, stage: NominationStage) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    Nomination.objects.update(stage=stage.value, reason="Rút")

    settle(made, cast.officer, "verify_again")

    assert stages_of(list(Nomination.objects.all())) == [stage.value]


@pytest.mark.parametrize("missing", ["summary", "findings"])
def test_a_conclusion_says_what_was_objected_and_found(cast: Cast, missing: str) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)
    said = replace(Conclusion("dismissed", SUMMARY, FINDINGS), **{missing: " "})

    with pytest.raises(NoReason):
        handling.settle(objection=made, conclusion=said, by=cast.officer, at=NOW)

    assert Objection.objects.get().stage == "in_hand"


def test_the_council_reads_what_was_found_and_how_it_ended(cast: Cast) -> None:
    made = objection_at(ObjectionStage.SETTLED, cast)
    nomination = made.candidate.nomination_id

    read = outcomes_of([nomination])[nomination]

    assert [(one.words, one.summary, one.findings, one.is_open) for one in read] == [
        ("phản ánh không đúng", SUMMARY, FINDINGS, False)
    ]
