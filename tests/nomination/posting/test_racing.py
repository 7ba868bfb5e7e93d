"""Two at the same moment: one wins, the other is told, and nothing is lost or done twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.domain.stages import ObjectionStage, WrongStage
from lantoa.nomination.actions.posting import running
from lantoa.nomination.actions.posting.handling import take_up
from lantoa.nomination.actions.posting.refusals import SentAlready
from lantoa.nomination.models import Nomination, Objection, ObjectorIdentity
from lantoa.nomination.queries.posting.waiting import open_objections
from tests.cast import NOW, Cast, assemble
from tests.nomination.posting.made import AFTER, candidate_of, objection, objection_at, opened, prepared, settle

Act = Callable[[], object]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast in a database that several connections see."""
    return assemble()


def together(*acts: Act) -> list[object]:
    """What each gave back, or the refusal it met, all begun at once."""
    gate = Barrier(len(acts))

    def run(act: Act) -> object:
        gate.wait()
        try:
            return act()
        except ValueError as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def anew(user: User) -> User:
    return User.objects.get(pk=user.pk)


def test_a_list_is_opened_once(cast: Cast) -> None:
    posting = prepared(cast)

    answers = together(*[lambda: running.open_(posting=posting, by=anew(cast.officer), at=NOW)] * 2)

    assert [answer for answer in answers if answer is WrongStage] == [WrongStage]
    assert Event.objects.filter(deed="posting_opened").count() == 1


def test_an_objection_is_settled_once(cast: Cast) -> None:
    made = objection_at(ObjectionStage.IN_HAND, cast)

    answers = together(*[lambda: settle(made, anew(cast.officer))] * 2)

    assert [answer for answer in answers if answer is WrongStage] == [WrongStage]
    assert Event.objects.filter(deed="objection_settled").count() == 1


def test_an_objection_is_taken_up_once(cast: Cast) -> None:
    made = objection_at(ObjectionStage.RECEIVED, cast)

    answers = together(*[lambda: take_up(objection=made, by=anew(cast.officer), at=NOW)] * 2)

    assert [answer for answer in answers if answer is WrongStage] == [WrongStage]


def test_the_form_pressed_twice_at_once_is_one_objection(cast: Cast) -> None:
    candidate = candidate_of(opened(cast))

    answers = together(*[lambda: objection(candidate, anew(cast.deputy), code="PAHAILAN00")] * 2)

    assert [answer for answer in answers if answer is SentAlready] == [SentAlready]
    assert (Objection.objects.count(), ObjectorIdentity.objects.count()) == (1, 1)


def test_what_comes_in_with_the_end_of_the_list_holds_the_case_or_is_refused(cast: Cast) -> None:
    posting = opened(cast)
    candidate = candidate_of(posting)

    together(
        lambda: objection(candidate, anew(cast.deputy)),
        lambda: running.end(posting=posting, by=anew(cast.officer), at=AFTER),
    )

    nomination = Nomination.objects.get()
    waits = bool(open_objections([nomination.pk]))
    assert nomination.stage == ("posted" if waits else "cleared")
