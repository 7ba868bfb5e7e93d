"""At the same moment: ballots and the count, two counts, two ballots of one member; nothing is lost, nothing twice."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections

from lantoa.council.actions.polls import counting
from lantoa.council.actions.polls.concluding import conclude
from lantoa.council.actions.polls.refusals import ConcludedAlready
from lantoa.council.models import MeetingCase, Poll, SealedBallot
from lantoa.domain.ballot import Count, Mode
from lantoa.domain.stages import WrongStage
from lantoa.nomination.models import Nomination
from tests.cast import NOW, assemble
from tests.council.chamber import Chamber, F, opened, seat, totals, vote

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(tasks: list[Callable[[], Any]]) -> list[Any]:
    """What each gave back, or the refusal it met; each on a connection of its own."""
    start, answers = Barrier(len(tasks)), [None] * len(tasks)

    def run(place: int, task: Callable[[], Any]) -> None:
        try:
            start.wait(timeout=30)
            answers[place] = task()
        except ValueError as refusal:
            answers[place] = refusal  # type: ignore[call-overload]
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(place, task)) for place, task in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def session() -> tuple[Chamber, Poll, list[str]]:
    chamber = seat(assemble())
    poll, keys = opened(chamber)
    return chamber, poll, keys


def test_a_ballot_that_races_the_count_is_counted_or_refused_and_never_lost() -> None:
    chamber, poll, keys = session()
    early = [vote(poll, user, F, F) for user in chamber.users[:4]]

    def close() -> Poll:
        return counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)

    answers = at_once([*(lambda user=user: vote(poll, user, F, F) for user in chamber.users[4:]), close])

    poll.refresh_from_db()
    taken = [answer for answer in answers[:-1] if isinstance(answer, str)]
    refused = [answer for answer in answers[:-1] if isinstance(answer, WrongStage)]
    assert (len(taken) + len(refused), poll.receipts) == (5, sorted([*early, *taken]))
    assert (totals(poll)[1], SealedBallot.objects.count()) == ((4 + len(taken), 0, 0, 0), 0)


def test_two_tellers_who_count_at_once_count_once() -> None:
    chamber, poll, keys = session()
    for user in chamber.users:
        vote(poll, user, F, F)

    answers = at_once(
        [
            lambda teller=teller: counting.open_ballots(poll=poll, keys=keys, by=teller, at=NOW)  # type: ignore[misc]
            for teller in chamber.tellers
        ]
    )

    assert sorted(type(answer).__name__ for answer in answers) == ["Poll", "WrongStage"]
    assert totals(poll)[1] == (9, 0, 0, 0)


def test_two_ballots_of_one_member_at_once_are_two_versions_and_one_vote() -> None:
    chamber, poll, keys = session()

    receipts = at_once([lambda: vote(poll, chamber.users[0], F, F)] * 2)

    assert sorted(SealedBallot.objects.values_list("version", flat=True)) == [1, 2]
    counted = counting.open_ballots(poll=poll, keys=keys, by=chamber.tellers[0], at=NOW)
    assert (totals(poll)[1], counted.receipts[0] in receipts) == ((1, 0, 0, 0), True)


def test_a_case_concluded_by_two_at_once_is_concluded_once() -> None:
    chamber = seat(assemble(), nominees=1)
    poll, _none = opened(chamber, Mode.HANDS)
    counting.count_hands(poll=poll, counts={poll.cases.get().pk: Count(9)}, by=chamber.officer, at=NOW)
    [case] = chamber.cases

    def write(user: Any) -> MeetingCase:
        return conclude(case=case, outcome=MeetingCase.Outcome.RECOMMEND, by=user, at=NOW)

    answers = at_once([lambda: write(chamber.officer), lambda: write(chamber.users[0])])

    assert sorted(type(answer).__name__ for answer in answers) == [ConcludedAlready.__name__, MeetingCase.__name__]
    assert Nomination.objects.get().version == 2
