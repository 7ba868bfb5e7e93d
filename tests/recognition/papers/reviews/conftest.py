"""The year 2025 of the plan as it is looked back on in January 2026."""

from datetime import date

import pytest

from lantoa import plans
from lantoa.domain.calendar import Window
from lantoa.recognition.queries.papers.reviews.period import Period

TODAY = date(2026, 1, 15)


@pytest.fixture
def year() -> Period:
    return Period(plans.load(), Window(2025, 2025), TODAY)


@pytest.fixture
def whole() -> Period:
    return Period(plans.load(), plans.load().period, TODAY)
