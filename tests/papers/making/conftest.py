"""Every test of this folder makes papers from the desk's own source."""

from collections.abc import Iterator

import pytest
from pytest_django import Settings

from lantoa.nomination.models import Round
from lantoa.papers.sources import sources
from tests.cast import Cast
from tests.papers.making.desk import OCCASIONS, SOURCES, keep_template, make_round


@pytest.fixture(autouse=True)
def _own_source(settings: Settings) -> Iterator[None]:
    settings.PAPER_SOURCES = SOURCES
    settings.PAPER_OCCASIONS = OCCASIONS
    sources.cache_clear()
    yield
    sources.cache_clear()


@pytest.fixture
def round_(cast: Cast) -> Round:
    """A round, and the template of the reports in it."""
    keep_template(cast.officer)
    return make_round(cast.officer)
