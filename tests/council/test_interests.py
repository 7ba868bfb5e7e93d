"""Conflicts of interest: what the records show, what is declared, and until when."""

from typing import Any

import pytest

from lantoa.audit.models import Event
from lantoa.council.actions import body, interests
from lantoa.council.actions.refusals import DeclaredAlready, FoundByRecords, NotSitting, NotYours, VotedOn
from lantoa.council.models import CouncilMember, Interest, MeetingCase
from lantoa.council.queries.interests import found, on_file
from lantoa.discovery.actions.refusals import NoReason
from lantoa.domain.ballot import Mode
from lantoa.domain.council import CouncilTerm
from tests import cast as people
from tests.cast import NOW, Cast
from tests.council.chamber import Chamber, cleared, opened
from tests.council.sessions import Session, called, going, open_it, roll, with_agenda


@pytest.fixture
def session(cast: Cast) -> Session:
    return with_agenda(called(cast))


def ties(session: Session) -> list[tuple[str, str, str]]:
    cases = list(session.meeting.cases.select_related("nomination__subject"))
    return [
        (one.case.nomination.subject.code, one.member.person.subject.code, one.source.value)
        for one in found(session.meeting, cases)
    ]


def test_strangers_have_none(session: Session) -> None:
    assert ties(session) == []


def test_a_member_who_is_the_nominee_has_one(cast: Cast) -> None:
    session = called(cast, nominees=0)
    session.nominations.append(cleared(cast, session.members[4].person, cast.officer))
    with_agenda(session)

    assert ties(session) == [("HD4", "HD4", "self")]


def test_a_member_who_heads_the_unit_that_nominates_has_one(cast: Cast, session: Session) -> None:
    people.post(session.members[3].person, cast.division, "Trưởng bộ môn", is_head=True)

    assert ties(session) == [("DC0", "HD3", "unit_head"), ("DC1", "HD3", "unit_head")]


def test_whoever_headed_it_until_the_day_before_has_none(cast: Cast, session: Session) -> None:
    people.post(session.members[3].person, cast.division, "Trưởng bộ môn", is_head=True, until="14/1/2026")

    assert ties(session) == []


def test_a_member_who_works_in_the_unit_considered_has_one_and_so_has_its_head(cast: Cast) -> None:
    session = called(cast, nominees=0)
    people.post(session.members[3].person, cast.division)
    people.post(session.members[5].person, cast.division, "Trưởng bộ môn", is_head=True)
    nomination = cleared(cast, people.person("DC9", "Ai Đó", cast.division), cast.officer)
    nomination.subject = cast.division.subject
    nomination.save()
    session.nominations.append(nomination)
    with_agenda(session)

    assert ties(session) == [("BM", "HD3", "own_unit"), ("BM", "HD5", "unit_head")]


def test_a_colleague_of_the_same_unit_has_none(cast: Cast, session: Session) -> None:
    people.post(session.members[3].person, cast.division)

    assert ties(session) == []


def test_a_relation_declared_once_is_found_until_it_is_withdrawn(session: Session) -> None:
    subject = session.nominations[0].subject
    relation = body.declare(subject=subject, kind="family", note="chị ruột", by=session.users[6], at=NOW)
    (one,) = found(session.meeting, session.cases)
    before = (one.source.value, one.note)

    body.withdraw(relation=relation, by=session.users[6], at=NOW)

    assert (before, ties(session)) == (("relation", "người thân trong gia đình: chị ruột"), [])


def test_before_the_opening_the_pack_shows_what_would_be_found(cast: Cast, session: Session) -> None:
    people.post(session.members[3].person, cast.division, "Trưởng bộ môn", is_head=True)

    shown = on_file(session.meeting, session.cases)

    assert [[one.source for one in ones] for ones in shown.values()] == [["unit_head"], ["unit_head"]]
    assert Interest.objects.count() == 0


def test_what_was_declared_is_not_found_a_second_time(cast: Cast, session: Session) -> None:
    people.post(session.members[3].person, cast.division, "Trưởng bộ môn", is_head=True)
    interests.declare(case=session.cases[0], member=session.members[3], note="Quản lý", by=session.users[3], at=NOW)
    roll(session)

    open_it(session)

    assert sorted(Interest.objects.values_list("source", flat=True)) == ["declared", "unit_head"]


def test_a_member_declares_and_takes_back_for_oneself(cast: Cast) -> None:
    session = going(cast)
    given: dict[str, Any] = {"case": session.cases[0], "by": session.users[4], "at": NOW}

    one = interests.declare(member=session.members[4], note="Cùng đề tài", **given)
    with pytest.raises(DeclaredAlready):
        interests.declare(member=session.members[4], note="Cùng đề tài", **given)
    interests.take_back(interest=one, by=session.users[4], at=NOW)

    assert (Interest.objects.count(), Event.objects.latest("id").deed) == (0, "interest_taken_back")


def test_a_declaration_says_what_it_is_about(cast: Cast) -> None:
    session = going(cast)

    with pytest.raises(NoReason):
        interests.declare(case=session.cases[0], member=session.members[4], note=" ", by=session.users[4], at=NOW)


def test_a_member_declares_for_nobody_else_but_the_officer_may_note_it(cast: Cast) -> None:
    session = going(cast)
    given: dict[str, Any] = {"case": session.cases[0], "member": session.members[4], "note": "Cùng đề tài", "at": NOW}

    with pytest.raises(NotYours):
        interests.declare(by=session.users[5], **given)
    interests.declare(by=session.officer, **given)

    assert Interest.objects.get().noted_by == session.officer


def test_who_does_not_sit_declares_nothing(cast: Cast) -> None:
    session = going(cast)
    other = going_elsewhere(cast, session)

    with pytest.raises(NotSitting):
        interests.declare(case=session.cases[0], member=other, note="Quen", by=session.officer, at=NOW)


def going_elsewhere(cast: Cast, session: Session) -> CouncilMember:
    """A seat of another Council."""
    council = body.establish(
        term=CouncilTerm("Hội đồng khác", "9/QĐ", session.council.since, session.council.since), by=cast.officer, at=NOW
    )
    return body.appoint(
        council=council, person=cast.lecturer, seat="member", since=council.since, decision="9", by=cast.officer, at=NOW
    )


def test_what_the_records_show_is_not_taken_back(cast: Cast, session: Session) -> None:
    people.post(session.members[3].person, cast.division, "Trưởng bộ môn", is_head=True)
    roll(session)
    open_it(session)
    one = Interest.objects.select_related("case__meeting", "member").first()
    assert one is not None

    with pytest.raises(FoundByRecords):
        interests.take_back(interest=one, by=session.users[3], at=NOW)


def test_nothing_is_declared_once_ballots_are_out(chamber: Chamber) -> None:
    opened(chamber, Mode.HANDS, chamber.cases[:1])
    given: dict[str, Any] = {"member": chamber.members[4], "note": "Quen", "by": chamber.users[4], "at": NOW}

    with pytest.raises(VotedOn):
        interests.declare(case=chamber.cases[0], **given)
    interests.declare(case=chamber.cases[1], **given)

    assert Interest.objects.get().case == MeetingCase.objects.get(pk=chamber.cases[1].pk)
