"""A year of the small school: one who is there, one a step away, one who is not, and books that are closed."""

import pytest

from lantoa.domain.records import Ledger
from tests import cast as school
from tests.cast import Cast

YEAR = 2024


@pytest.fixture
def year(cast: Cast) -> int:
    """2024: the head has everything, the lecturer lacks only the attestation of G4, the others have nothing."""
    for ledger in Ledger:
        school.closing(ledger, YEAR)
    for who in (cast.head.person, cast.lecturer):
        assert who
        school.rating(who, YEAR)
        school.award(who, YEAR)
        for criterion in ("G1", "G3", "G4", "SA-I2"):
            if (who, criterion) != (cast.lecturer, "G4"):
                school.attestation(who, criterion, YEAR)
    school.award(cast.faculty, YEAR, "TTLĐXS")
    return YEAR
