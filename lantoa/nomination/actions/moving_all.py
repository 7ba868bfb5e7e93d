"""Many nominations along one arrow at once: the same arrow, rights, holds and events as for one, in a few queries."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import F, Q
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.audit.actions import record_all
from lantoa.domain.stages import MOVES, NominationStage, WrongStage, moved
from lantoa.nomination.actions.moving import STOPPED_BY_A_HOLD, insist
from lantoa.nomination.actions.refusals import OnHold
from lantoa.nomination.models import Nomination
from lantoa.nomination.queries.reading import WITH_NAMES
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Hold

AT_ONCE = 500


class Stopped(ValueError):
    """Some may not go; `problems` says why, by nomination."""

    def __init__(self, problems: Mapping[int, str]) -> None:
        super().__init__(" ".join(dict.fromkeys(problems.values())))
        self.problems = problems


def held_all(numbers: Collection[int]) -> list[Nomination]:
    """The nominations as they are now, held until the transaction ends."""
    found = Nomination.objects.select_for_update(of=("self",)).select_related(*WITH_NAMES)
    return [one for some in _parts(list(numbers)) for one in found.filter(pk__in=some).order_by("pk")]


def in_the_way(nominations: Iterable[Nomination], deed: str, by: User, day: date) -> dict[int, str]:
    """Why each of those that cannot go along the arrow now cannot; nothing for the others."""
    asked = list(nominations)
    holds = _holds(asked, day) if deed in STOPPED_BY_A_HOLD else {}
    problems = {one.pk: _problem(one, deed, by, holds) for one in asked}
    return {number: why for number, why in problems.items() if why}


def move_all(
    *, nominations: Collection[Nomination], deed: str, event: str, details: Mapping[str, Any], by: User, at: datetime
) -> None:
    """Take held nominations along one arrow, all or none; Stopped. Call it inside the transaction."""
    if problems := in_the_way(nominations, deed, by, localdate(at)):
        raise Stopped(problems)
    target = MOVES[NominationStage][deed].target.value
    for some in _parts([one.pk for one in nominations]):
        Nomination.objects.filter(pk__in=some).update(stage=target, reason="", version=F("version") + 1)
    about = [(f"nomination:{one.pk}", {"subject": one.subject.code, **details}) for one in nominations]
    record_all(deed=event, about=about, by=by, at=at)


def _problem(nomination: Nomination, deed: str, by: User, holds: Mapping[int, Hold]) -> str:
    needs = MOVES[NominationStage][deed].needs
    try:
        moved(NominationStage(nomination.stage), deed)
        if needs is not None:
            insist(by, needs, nomination)
    except (WrongStage, NotAllowed) as problem:
        return str(problem)
    hold = holds.get(nomination.subject_id)
    return str(OnHold(hold)) if hold else ""


def _holds(nominations: list[Nomination], day: date) -> dict[int, Hold]:
    """The oldest hold of each subject that waits on the day."""
    in_force = Q(until=None) | Q(until__gte=day)
    subjects = list({one.subject_id for one in nominations})
    found = [
        hold
        for some in _parts(subjects)
        for hold in Hold.objects.filter(in_force, since__lte=day, subject__in=some).order_by("-since")
    ]
    return {hold.subject_id: hold for hold in found}


def _parts(numbers: list[int]) -> list[list[int]]:
    return [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
