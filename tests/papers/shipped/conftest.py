"""The demonstration school, whose papers are looked at."""

from collections.abc import Iterator

import pytest
import time_machine
from django.utils import timezone

from lantoa.accounts.models import User
from lantoa.command.demo import run
from lantoa.demo.opening import open_accounts
from lantoa.domain.authority import Role
from lantoa.papers.models import Letterhead
from tests.demo.test_actions import AT


@pytest.fixture
def officer(db: None) -> Iterator[User]:
    """The emulation officer of that school, on the day that all of it is told for."""
    with time_machine.travel(AT, tick=False):
        run(accounts=False)
        _letterhead()
        yield dict(zip(Role, open_accounts(at=timezone.now()), strict=True))[Role.OFFICER]


def _letterhead() -> None:
    Letterhead.objects.create(
        since=AT.date().replace(year=2020),
        parent="Bộ Tư pháp",
        issuer="Trường Cao đẳng Luật Sông Lam",
        abbreviation="CĐLSL",
        place="Bình An",
        office="TCHC",
        signer="Trần Thị Bưởi",
        made_at=timezone.now(),
    )
