"""What tests of the Council's papers begin with."""

import pytest

from lantoa.papers.models import Letterhead
from tests.cast import Cast
from tests.council.papers.sitting import Sitting, letterhead, voted


@pytest.fixture(autouse=True)
def headed(cast: Cast) -> Letterhead:
    return letterhead(cast)


@pytest.fixture
def sitting(cast: Cast) -> Sitting:
    """Over, with its minutes drafted."""
    made = voted(cast)
    made.end()
    return made
