"""The standing body: seats with their dates and decisions, one chair, nothing changed behind a meeting's back."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from lantoa.audit.models import Event
from lantoa.council.actions import body
from lantoa.council.actions.refusals import (
    ChairTaken,
    DeclaredAlready,
    EndsBeforeItBegins,
    NoRecord,
    OutsideTerm,
    RelatedToOneself,
    SatMeanwhile,
    SeatEnded,
    SitsAlready,
)
from lantoa.council.models import Council, CouncilMember, Relation
from lantoa.council.queries.body import current, sitting
from lantoa.domain.authority import Role
from lantoa.domain.council import CouncilTerm
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Person
from tests import cast as people
from tests.cast import NOW, Cast
from tests.council.sessions import DAY, called, established, going, holder

START = date(2025, 1, 2)


def seated(cast: Cast, council: Council, who: Person, seat: str = "member", since: date = START) -> CouncilMember:
    return body.appoint(
        council=council, person=who, seat=seat, since=since, decision="15/QĐ-TSL", by=cast.officer, at=NOW
    )


def names(council: Council, day: date) -> list[str]:
    return [one.person.subject.name for one in sitting(council, day)]


def test_who_sits_on_a_day_is_said_in_the_order_of_the_seats(cast: Cast) -> None:
    council = established(cast)
    for code, name, seat in [("H1", "Vũ An", "member"), ("H2", "Lý Bình", "chair"), ("H3", "Hồ Chi", "secretary")]:
        seated(cast, council, people.person(code, name), seat)

    assert names(council, DAY) == ["Lý Bình", "Hồ Chi", "Vũ An"]


def test_a_seat_lasts_from_its_first_to_its_last_day(cast: Cast) -> None:
    council = established(cast)
    member = seated(cast, council, cast.lecturer, since=date(2025, 3, 1))

    body.dismiss(member=member, last_day=date(2025, 9, 30), decision="90/QĐ-TSL", by=cast.officer, at=NOW)

    days = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 9, 30), date(2025, 10, 1)]
    assert [len(names(council, day)) for day in days] == [0, 1, 1, 0]


def test_the_council_of_a_day_is_the_one_established_last(cast: Cast) -> None:
    first, second = established(cast), established(cast, date(2026, 1, 1))

    assert [current(day) for day in (date(2024, 1, 1), date(2025, 6, 1), DAY)] == [None, first, second]


@pytest.mark.parametrize("since", [date(2024, 12, 31), date(2030, 1, 1)])
def test_a_seat_lasts_no_longer_than_its_council(cast: Cast, since: date) -> None:
    term = CouncilTerm("Hội đồng", "1/QĐ", START, START, date(2029, 12, 31))
    council = body.establish(term=term, by=cast.officer, at=NOW)

    with pytest.raises(OutsideTerm):
        seated(cast, council, cast.lecturer, since=since)


def test_nobody_sits_twice(cast: Cast) -> None:
    council = established(cast)
    seated(cast, council, cast.lecturer)

    with pytest.raises(SitsAlready, match="Lê Thanh Bình đang là Uỷ viên từ 02/01/2025"):
        seated(cast, council, cast.lecturer, "deputy", date(2025, 5, 1))


def test_there_is_one_chair(cast: Cast) -> None:
    council = established(cast)
    chair = seated(cast, council, cast.lecturer, "chair")
    other = people.person("H2", "Lý Bình")

    with pytest.raises(ChairTaken, match="Lê Thanh Bình"):
        seated(cast, council, other, "chair")
    body.dismiss(member=chair, last_day=date(2025, 5, 31), decision="", by=cast.officer, at=NOW)
    seated(cast, council, other, "chair", date(2025, 6, 1))

    assert names(council, DAY) == ["Lý Bình"]


def test_the_database_knows_one_chair_too(cast: Cast) -> None:
    council = established(cast)
    seated(cast, council, cast.lecturer, "chair")

    with pytest.raises(IntegrityError), transaction.atomic():
        CouncilMember.objects.create(
            council=council, person=people.person("H2", "Lý Bình"), seat="chair", since=START, decision="2", made_at=NOW
        )


def test_a_seat_ends_once_and_not_before_it_began(cast: Cast) -> None:
    member = seated(cast, established(cast), cast.lecturer)

    with pytest.raises(EndsBeforeItBegins):
        body.dismiss(member=member, last_day=START - timedelta(days=1), decision="", by=cast.officer, at=NOW)
    body.dismiss(member=member, last_day=START, decision="", by=cast.officer, at=NOW)
    with pytest.raises(SeatEnded):
        body.dismiss(member=member, last_day=DAY, decision="", by=cast.officer, at=NOW)


def test_who_sat_in_a_meeting_is_not_changed_afterwards(cast: Cast) -> None:
    session = going(cast)
    before = Event.objects.count()

    with pytest.raises(SatMeanwhile, match="15/01/2026"):
        seated(cast, session.council, cast.lecturer, since=DAY)
    with pytest.raises(SatMeanwhile):
        body.dismiss(member=session.members[5], last_day=DAY - timedelta(days=1), decision="", by=cast.officer, at=NOW)

    assert (Event.objects.count(), session.council.members.count()) == (before, 7)


def test_a_change_from_the_day_after_a_meeting_is_taken(cast: Cast) -> None:
    session = going(cast)

    body.dismiss(member=session.members[5], last_day=DAY, decision="16/QĐ", by=cast.officer, at=NOW)
    seated(cast, session.council, cast.lecturer, since=DAY + timedelta(days=1))

    assert len(names(session.council, DAY + timedelta(days=1))) == 7


def test_every_change_is_one_event(cast: Cast) -> None:
    member = seated(cast, established(cast), cast.lecturer)
    body.dismiss(member=member, last_day=DAY, decision="16/QĐ", by=cast.officer, at=NOW)

    found = Event.objects.order_by("-id")[:3]
    assert [(one.deed, one.details.get("person")) for one in found] == [
        ("council_member_left", "CB6"),
        ("council_member_appointed", "CB6"),
        ("council_established", None),
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.HEAD])
def test_only_the_officer_writes_who_sits(cast: Cast, role: Role) -> None:
    council, user = established(cast), holder(role)
    before = Event.objects.count()
    allowed = role is Role.OFFICER

    try:
        body.appoint(
            council=council, person=cast.lecturer, seat="member", since=START, decision="15/QĐ", by=user, at=NOW
        )
    except NotAllowed:
        assert (allowed, Event.objects.count()) == (False, before)
    else:
        assert (allowed, Event.objects.count()) == (True, before + 1)


def test_a_relation_is_declared_once_and_withdrawn_by_who_declared_it(cast: Cast) -> None:
    session = called(cast)
    user, subject = session.users[3], cast.lecturer.subject

    relation = body.declare(subject=subject, kind="family", note="anh ruột", by=user, at=NOW)
    with pytest.raises(DeclaredAlready):
        body.declare(subject=subject, kind="work", note="", by=user, at=NOW)
    with pytest.raises(Relation.DoesNotExist):
        body.withdraw(relation=relation, by=session.users[4], at=NOW)
    body.withdraw(relation=relation, by=user, at=NOW)
    body.declare(subject=subject, kind="work", note="", by=user, at=NOW)

    assert Relation.objects.filter(withdrawn_at=None).get().kind == "work"


def test_nobody_declares_oneself_and_nobody_without_a_record_declares(cast: Cast) -> None:
    session = called(cast)
    nobody = people.account("khongten", Role.MEMBER)

    with pytest.raises(RelatedToOneself):
        body.declare(subject=session.members[3].person.subject, kind="family", note="", by=session.users[3], at=NOW)
    with pytest.raises(NoRecord):
        body.declare(subject=cast.lecturer.subject, kind="family", note="", by=nobody, at=NOW)


def test_only_members_declare(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        body.declare(subject=cast.lecturer.subject, kind="family", note="", by=cast.staff, at=NOW)
