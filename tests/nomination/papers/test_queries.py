"""Reading what papers can be made of costs as many queries for three nominees as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.domain.stages import RoundStage
from lantoa.nomination.queries.papers import nominee_list, reports, verification_sheet
from lantoa.papers.sources import Source
from tests.cast import Cast
from tests.nomination.rounds import nomination_in, round_at


@pytest.mark.parametrize("source", [nominee_list.SOURCE, reports.INDIVIDUAL, verification_sheet.SOURCE])
def test_more_nominees_cost_no_more_queries(cast: Cast, source: Source) -> None:
    one = round_at(RoundStage.OPEN, cast)
    nomination_in(one, cast, stage="sent")
    first = _queries(source, cast.officer, one.pk)
    for user in (cast.staff, cast.deputy):
        assert user.person is not None
        nomination_in(one, cast, stage="sent", subject=user.person.subject)

    assert _queries(source, cast.officer, one.pk) == first


def _queries(source: Source, user: User, round_id: int) -> int:
    actor = actor_of(user)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        list(source.things(actor, round_id))
    return len(seen)
