"""The door for those without an account: five an hour from an address, whoever counts."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from lantoa.discovery.actions.tips.door import PLACES, forget, is_full, pass_through
from lantoa.discovery.actions.tips.refusals import TooMany
from lantoa.discovery.models import Place
from tests.cast import NOW

HERE, THERE = "203.0.113.7", "203.0.113.8"


def fill(address: str = HERE) -> None:
    for _each in range(PLACES):
        pass_through(address=address, at=NOW)


@pytest.mark.django_db
def test_five_pass_and_the_sixth_waits() -> None:
    fill()

    assert is_full(address=HERE, at=NOW)
    with pytest.raises(TooMany, match="hãy đợi một giờ"):
        pass_through(address=HERE, at=NOW)


@pytest.mark.django_db
def test_another_address_is_another_matter() -> None:
    fill()

    assert not is_full(address=THERE, at=NOW)


@pytest.mark.django_db
def test_after_an_hour_there_is_room_again_in_the_same_places() -> None:
    fill()

    pass_through(address=HERE, at=NOW + timedelta(hours=1))

    assert Place.objects.count() == PLACES


@pytest.mark.django_db
def test_a_household_has_one_address_however_many_it_makes_up() -> None:
    fill("2001:db8:1:2::1")

    assert is_full(address="2001:db8:1:2:ffff::9", at=NOW)
    assert not is_full(address="2001:db8:1:3::1", at=NOW)


@pytest.mark.django_db
def test_no_address_is_kept_and_what_is_kept_goes_after_a_day() -> None:
    pass_through(address=HERE, at=NOW)

    assert HERE not in str(list(Place.objects.values()))
    assert forget(at=NOW + timedelta(hours=23)) == 0
    assert forget(at=NOW + timedelta(days=1)) == 1


@pytest.mark.django_db(transaction=True)
def test_several_workers_together_let_five_pass() -> None:
    def knock(_number: int) -> bool:
        try:
            pass_through(address=HERE, at=NOW)
        except TooMany:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as workers:
        passed = list(workers.map(knock, range(24)))

    assert (sum(passed), Place.objects.count()) == (PLACES, PLACES)
