"""Lists of the record book."""

import pytest

from lantoa.register.queries.lists import LISTINGS
from tests.cast import Cast, signed_in

SLUGS = [listing.slug for listing in LISTINGS]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_officer_sees_every_list(cast: Cast, slug: str) -> None:
    answer = signed_in(cast.officer).get(f"/so/{slug}/")

    assert answer.status_code == 200
