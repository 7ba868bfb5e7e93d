"""What tests of credentials begin with: an issued decision, the product's own address, keys of its own."""

from pathlib import Path

import pytest
from pytest_django import Settings

from lantoa.domain.stages import DecisionStage
from lantoa.recognition.models import Decision
from tests.cast import Cast
from tests.recognition.decisions.deciding import Desk, desk_of

HOME = "https://thi-dua.songlam.example"


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> str:
    settings.HOME_ADDRESS, settings.DATA = HOME, tmp_path
    return HOME


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)


@pytest.fixture
def issued(desk: Desk) -> Decision:
    return desk.at(DecisionStage.ISSUED)
