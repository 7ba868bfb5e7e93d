"""Rounds and unit meetings: every deed against every role, cell by cell."""

from collections.abc import Callable
from typing import Any

import pytest

from lantoa.accounts.models import User
from lantoa.audit.models import Event
from lantoa.domain.authority import Role
from lantoa.domain.stages import RoundStage, UnitMeetingStage
from lantoa.nomination.actions.rounds import making, running
from lantoa.nomination.actions.unit_meetings import signing, writing
from lantoa.nomination.models import Round, UnitMeeting
from lantoa.register.actions.refusals import NotAllowed
from tests import cast as people
from tests.cast import NOW, Cast
from tests.nomination.rounds import LATER, SECTOR, TERMS, meeting_at, notes, round_at

ROUND: dict[str, tuple[RoundStage, Callable[[Round, User], Any]]] = {
    "draft": (RoundStage.DRAFT, lambda _one, by: making.draft(aim=SECTOR, terms=TERMS, by=by, at=NOW)),
    "change": (RoundStage.DRAFT, lambda one, by: making.change(one=one, terms=TERMS, seen=1, by=by, at=NOW)),
    "open": (RoundStage.DRAFT, lambda one, by: running.open_round(one=one, by=by, at=NOW)),
    "close": (RoundStage.OPEN, lambda one, by: running.close(one=one, by=by, at=NOW)),
    "reopen": (RoundStage.CLOSED, lambda one, by: running.reopen(one=one, reason="Còn sót", by=by, at=NOW)),
    "cancel": (RoundStage.OPEN, lambda one, by: running.cancel(one=one, reason="Thôi", by=by, at=NOW)),
    "urge": (RoundStage.OPEN, lambda one, by: running.urge(one=one, by=by, at=LATER)),
}
MEETING: dict[str, tuple[UnitMeetingStage, Callable[[UnitMeeting, Cast, User], Any]]] = {
    "write": (
        UnitMeetingStage.PREPARED,
        lambda made, cast, by: writing.write(
            one=made.round, unit=made.unit, notes=notes(cast), seen=made.version, by=by, at=NOW
        ),
    ),
    "hold": (
        UnitMeetingStage.PREPARED,
        lambda made, cast, by: signing.hold(
            one=made.round, unit=made.unit, notes=notes(cast), seen=made.version, by=by, at=NOW
        ),
    ),
    "nobody": (
        UnitMeetingStage.PREPARED,
        lambda made, _cast, by: signing.say_nobody(one=made.round, unit=made.unit, reason="Chưa ai", by=by, at=NOW),
    ),
    "reopen": (
        UnitMeetingStage.HELD,
        lambda made, _cast, by: signing.reopen(one=made.round, unit=made.unit, reason="Ghi nhầm", by=by, at=NOW),
    ),
}


def holder(role: Role, cast: Cast) -> User:
    """An account with that role alone; a head of the faculty; a specialist of an office."""
    if role is Role.HEAD:
        return people.account("vai", heads=[cast.faculty])
    user = people.account("vai") if role is Role.SPECIALIST else people.account("vai", role)
    if role is Role.SPECIALIST:
        user.grants.create(role=role.value, office="science")
    return user


def answer(act: Callable[[], Any]) -> str:
    events = Event.objects.count()
    try:
        act()
    except NotAllowed:
        return "refused" if Event.objects.count() == events else "refused, but something was written"
    return "done"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", ROUND)
def test_rounds_are_run_by_officers(deed: str, role: Role, cast: Cast) -> None:
    stage, act = ROUND[deed]
    one, by = round_at(stage, cast), holder(role, cast)

    assert answer(lambda: act(one, by)) == ("done" if role is Role.OFFICER else "refused")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("deed", MEETING)
def test_a_units_meeting_is_its_heads_and_the_officers(deed: str, role: Role, cast: Cast) -> None:
    stage, act = MEETING[deed]
    made, by = meeting_at(stage, cast), holder(role, cast)

    assert answer(lambda: act(made, cast, by)) == ("done" if role in (Role.OFFICER, Role.HEAD) else "refused")
