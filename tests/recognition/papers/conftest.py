"""What tests of the papers of decisions begin with."""

from datetime import date

import pytest

from lantoa.papers.models import Letterhead
from tests.cast import NOW, Cast
from tests.recognition.decisions.deciding import Desk, desk_of


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return desk_of(cast)


@pytest.fixture(autouse=True)
def letterhead(cast: Cast) -> Letterhead:
    return Letterhead.objects.create(
        since=date(2025, 1, 1),
        parent="Bộ Tư pháp",
        issuer="Trường Cao đẳng Luật Sông Lam",
        abbreviation="CĐL",
        place="Bình An",
        office="TCHC",
        signer="Lê Văn Minh",
        made_by=cast.officer,
        made_at=NOW,
    )
