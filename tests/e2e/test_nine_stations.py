"""Two persons and one unit of the demonstration school through all nine stations, in the roles of many people."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import now

from lantoa.accounts.actions import grant_role, open_account
from lantoa.accounts.models import User
from lantoa.demo.actions import fill
from lantoa.demo.opening import open_accounts, open_others
from lantoa.demo.rounds import seat_the_council
from lantoa.domain.authority import Role
from lantoa.register.models import Person
from tests.e2e.conftest import Accessible, OpenPage, SignIn
from tests.e2e.stations import deliberating, nominating, recognising
from tests.e2e.stations.walking import LECTURER, NOMINEE, Walk, user


@pytest.fixture
def school(db: None) -> None:
    """The demonstration school with its Council; one of its lecturers has an account too."""
    fill(at=now())
    open_accounts(at=now())
    open_others(at=now())
    seat_the_council(user(Role.OFFICER), now())
    person = Person.objects.get(subject__name=LECTURER)
    open_account(username=NOMINEE, full_name=LECTURER, person_id=person.pk, by=None, at=now())
    grant_role(user=User.objects.get(username=NOMINEE), role=Role.STAFF, by=None, at=now())


@pytest.mark.usefixtures("school")
def test_two_persons_and_one_unit_pass_all_nine_stations(
    open_page: OpenPage, sign_in: SignIn, accessible: Accessible
) -> None:
    walk = Walk(open_page(), sign_in, accessible)

    nominating.open_a_round(walk)
    nominating.nominate(walk)
    nominating.meet(walk)
    nominating.consent_and_send(walk)
    nominating.verify(walk)
    nominating.post(walk)
    nominating.object_(walk)
    with time_machine.travel(now() + timedelta(days=21)):
        nominating.end_the_posting(walk)
        deliberating.call_the_council(walk)
        deliberating.vote(walk)
        deliberating.conclude(walk)
        recognising.decide(walk)
        recognising.propose(walk)
        recognising.submit(walk)
        recognising.answer(walk)
        recognising.complain(walk)
