"""How long a unit has to correct a dossier that was sent back: the edition says so, or whoever asks."""

import pytest

from lantoa import plans
from lantoa.domain.procedure import Procedure, read_procedure
from lantoa.domain.reading import BadFile, parse
from tests.domain.test_procedure import GOOD, TIERS

CORRECTIONS = """
[corrections]
working_days = 3
source = "Quy chế"
"""


def read(text: str) -> Procedure:
    return read_procedure(parse(text, "thu.toml"), TIERS, ["G1", "G3"])


def test_the_days_are_read_with_their_source() -> None:
    procedure = read(CORRECTIONS + GOOD)

    assert (procedure.correction_days, procedure.correction_source) == (3, "Quy chế")


def test_an_edition_may_leave_the_day_to_who_asks() -> None:
    procedure = read(GOOD)

    assert (procedure.correction_days, procedure.correction_source) == (None, "")


@pytest.mark.parametrize(
    ("written", "instead", "key"),
    [
        ("working_days = 3", "working_days = 0", "corrections.working_days"),
        ('source = "Quy chế"', 'source = "Quy chế"\ndays = 3', "corrections.days"),
    ],
)
def test_what_cannot_be_read_is_named(written: str, instead: str, key: str) -> None:
    with pytest.raises(BadFile, match=key):
        read(CORRECTIONS.replace(written, instead) + GOOD)


@pytest.mark.parametrize("code", plans.codes())
def test_the_shipped_editions_say_who_set_it(code: str) -> None:
    procedure = plans.load(code).procedure

    assert (procedure.correction_days, procedure.correction_source[:23]) == (5, "Do Hội đồng Thi đua - K")
