"""Every page is opened on the first day of the lists."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from tests.cast import NOW


@pytest.fixture
def first_day() -> Iterator[None]:
    """Nine in the morning of the first day, for as long as the test runs."""
    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        yield
