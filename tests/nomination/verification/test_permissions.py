"""Who may do what in verification, role by role; and two at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from lantoa.accounts.models import RoleGrant, User
from lantoa.audit.models import Event
from lantoa.domain.authority import Role
from lantoa.domain.stages import NominationStage, WrongStage
from lantoa.nomination.actions.verification.answering import answer
from lantoa.nomination.actions.verification.ending import finish, take_up_again
from lantoa.nomination.actions.verification.holding import lift, put
from lantoa.nomination.actions.verification.refusals import AnsweredMeanwhile, NotOfThisOffice
from lantoa.nomination.actions.verification.returning import send_back
from lantoa.nomination.models import Nomination, OfficeAnswer
from lantoa.nomination.queries.verification.said import Flag, Opinion
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as school
from tests.cast import NOW, Cast
from tests.nomination.verification.conftest import TODAY, MakeNomination, specialist

N = NominationStage
OPINION = [Opinion("G3", "met", "Quyết định số 5")]
RETURN: dict[str, Any] = {"flags": [Flag("report")], "text": "Sửa", "due_on": TODAY}


def answers(nomination: Nomination, by: User) -> None:
    answer(nomination=nomination, office="science", said=OPINION, by=by, at=NOW)


def sends_back(nomination: Nomination, by: User) -> None:
    send_back(nomination=nomination, office="science", **RETURN, by=by, at=NOW)


def sends_back_for_all(nomination: Nomination, by: User) -> None:
    send_back(nomination=nomination, office="", **RETURN, by=by, at=NOW)


def puts_a_hold(nomination: Nomination, by: User) -> None:
    put(nomination=nomination, reason="Đang thanh tra", by=by, at=NOW)


def lifts_a_hold(nomination: Nomination, by: User) -> None:
    lift(nomination=nomination, hold=school.hold(nomination.subject, "1/1/2026"), by=by, at=NOW)


def finishes(nomination: Nomination, by: User) -> None:
    finish(nomination=nomination, words="Đã đủ căn cứ", by=by, at=NOW)


def takes_up_again(nomination: Nomination, by: User) -> None:
    take_up_again(nomination=nomination, reason="Có tài liệu mới", by=by, at=NOW)


MAY: dict[Callable[[Nomination, User], None], set[Role]] = {
    answers: {Role.SPECIALIST},
    sends_back: {Role.SPECIALIST},
    sends_back_for_all: {Role.OFFICER},
    puts_a_hold: {Role.OFFICER, Role.SPECIALIST},
    lifts_a_hold: {Role.OFFICER},  # a specialist lifts the own one
    finishes: {Role.OFFICER},
    takes_up_again: {Role.OFFICER},
}


@pytest.mark.parametrize("deed", MAY)
@pytest.mark.parametrize("role", Role)
def test_every_deed_belongs_to_its_roles(
    cast: Cast, make_nomination: MakeNomination, deed: Callable[[Nomination, User], None], role: Role
) -> None:
    """The head here heads the nominated person's own unit."""
    user = school.account("ai")
    given: dict[str, Any] = {"unit": cast.division} if role is Role.HEAD else {}
    office = "science" if role is Role.SPECIALIST else ""
    RoleGrant.objects.create(user=user, role=role.value, office=office, **given)
    nomination = make_nomination(N.VERIFIED if deed is takes_up_again else N.SENT)
    before = Event.objects.count()

    if role in MAY[deed]:
        deed(nomination, user)
        assert Event.objects.count() == before + 1
    else:
        with pytest.raises((NotAllowed, PermissionError, NotOfThisOffice)):
            deed(nomination, user)
        assert Event.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_of_two_of_one_office_at_once_one_is_told_what_the_other_said(make_nomination: MakeNomination) -> None:
    nomination = make_nomination()
    speakers = [specialist(f"khoahoc{number}", "science") for number in range(4)]

    def say(user: User) -> bool:
        said = [Opinion("G3", "met", f"Theo {user.username}")]
        try:
            answer(nomination=nomination, office="science", said=said, by=user, at=NOW)
        except AnsweredMeanwhile:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        written = list(workers.map(say, speakers))

    assert (sorted(written), OfficeAnswer.objects.filter(stands=True).count()) == ([False, False, False, True], 1)


@pytest.mark.django_db(transaction=True)
def test_a_return_and_an_end_at_once_are_one_of_the_two(cast: Cast, make_nomination: MakeNomination) -> None:
    nomination = make_nomination()

    def do(deed: Callable[[Nomination, User], None]) -> bool:
        try:
            deed(nomination, cast.officer)
        except WrongStage:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as workers:
        done = list(workers.map(do, [sends_back_for_all, finishes]))

    nomination.refresh_from_db()
    assert (sorted(done), nomination.version) == ([False, True], 2)
