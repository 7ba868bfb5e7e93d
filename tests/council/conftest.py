"""What the tests of the Council's polls may ask for."""

import pytest

from tests.cast import Cast
from tests.council.chamber import Chamber, seat


@pytest.fixture
def chamber(cast: Cast) -> Chamber:
    """Nine members, all there; two cases."""
    return seat(cast)
