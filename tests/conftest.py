"""What every test may ask for."""

import pytest

from tests.cast import Cast, assemble

pytest_plugins = ["tests.strict"]


@pytest.fixture
def cast(db: None) -> Cast:
    """The people of the small school, in the database."""
    return assemble()
