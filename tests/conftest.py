"""What every test may ask for."""

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from lantoa.audit import guard
from lantoa.council import guard as minutes_guard
from tests.cast import Cast, assemble

pytest_plugins = ["tests.strict"]

# Shared machines are slow at times: a property is judged by what it says, not by how long it took.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """What was kept of another test's school is forgotten."""
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    """The people of the small school, in the database."""
    return assemble()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> list[str]:
    """Take down the guards of the event log and the minutes, and name the triggers that stood on the former.

    Tests with transactions of their own empty every table afterwards, which the guard refuses;
    the tests that are about it put it up again.
    """
    with django_db_blocker.unblock():
        found = guard.standing(connection)
        guard.take_down(connection)
        minutes_guard.take_down(connection)
    return found
