"""The rounds whose papers somebody may look at."""

from lantoa.accounts.queries import actor_of
from lantoa.domain.stages import RoundStage
from lantoa.nomination.queries.papers.occasions import occasions
from tests.cast import Cast
from tests.nomination.rounds import AIM, SECTOR, round_at


def test_who_runs_rounds_sees_also_those_in_preparation(cast: Cast) -> None:
    first = round_at(RoundStage.OPEN, cast, aim=AIM)
    second = round_at(RoundStage.DRAFT, cast, aim=SECTOR)

    found = {user.username: [one.id for one in occasions(actor_of(user))] for user in (cast.officer, cast.head)}

    assert found == {"hanh": [second.pk, first.pk], "khoa": [first.pk]}


def test_who_sees_no_papers_sees_no_rounds_of_papers(cast: Cast) -> None:
    round_at(RoundStage.OPEN, cast)

    assert occasions(actor_of(cast.staff)) == []
