"""Two at once about one round or meeting: one of them is told, nothing is lost and nothing is there twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from lantoa.audit.models import Event
from lantoa.domain.stages import RoundStage, WrongStage
from lantoa.nomination.actions.rounds import running
from lantoa.nomination.actions.unit_meetings import signing, writing
from lantoa.nomination.actions.unit_meetings.refusals import MinutesChanged
from lantoa.nomination.models import UnitMeeting
from tests.cast import NOW, Cast, assemble
from tests.nomination.rounds import notes, round_at, round_in


@pytest.fixture
def stage(transactional_db: None) -> Cast:
    return assemble()


def both(act: Callable[[], object]) -> list[str]:
    """What two threads get that do the same at the same time: the name of a refusal, or nothing."""
    start = Barrier(2)

    def one_of_them() -> str:
        start.wait(timeout=20)
        try:
            act()
        except (WrongStage, MinutesChanged) as refusal:
            return type(refusal).__name__
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        return sorted(future.result(timeout=60) for future in [pool.submit(one_of_them) for _ in range(2)])


def test_a_round_is_opened_once(stage: Cast) -> None:
    one = round_in(stage)

    answers = both(lambda: running.open_round(one=one, by=stage.officer, at=NOW))

    assert (answers, Event.objects.filter(deed="round_opened").count()) == (["", "WrongStage"], 1)


def test_two_first_drafts_of_a_meeting_are_one_meeting(stage: Cast) -> None:
    one, told = round_at(RoundStage.OPEN, stage), notes(stage)

    answers = both(lambda: writing.write(one=one, unit=stage.faculty, notes=told, seen=0, by=stage.officer, at=NOW))

    assert (answers, UnitMeeting.objects.count()) == (["", "MinutesChanged"], 1)


def test_minutes_are_signed_once(stage: Cast) -> None:
    one, told = round_at(RoundStage.OPEN, stage), notes(stage)

    answers = both(lambda: signing.hold(one=one, unit=stage.faculty, notes=told, seen=0, by=stage.officer, at=NOW))

    assert (answers, Event.objects.filter(deed="unit_meeting_held").count()) == (["", "WrongStage"], 1)
