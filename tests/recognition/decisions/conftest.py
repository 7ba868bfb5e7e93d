"""What tests of decisions begin with."""

import pytest

from tests.cast import Cast
from tests.recognition.decisions.deciding import Desk, desk_of


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)
