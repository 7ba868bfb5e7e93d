"""The agenda of a meeting that is being prepared: nominations put on it, taken off, put in order."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from lantoa.accounts.models import User
from lantoa.council.actions.holding import held, insist, write_event
from lantoa.council.actions.refusals import NotBeforeTheCouncil, NothingChosen, NotPreparing, OnAnotherAgenda
from lantoa.council.models import Meeting, MeetingCase
from lantoa.council.queries.agenda import BEFORE_THE_COUNCIL
from lantoa.domain.authority import Deed
from lantoa.domain.stages import MeetingStage
from lantoa.nomination.models import Nomination


@transaction.atomic
def put_on(*, meeting: Meeting, nominations: Sequence[int], by: User, at: datetime) -> list[MeetingCase]:
    """All or none, in one press. NothingChosen, NotBeforeTheCouncil, OnAnotherAgenda, NotPreparing."""
    meeting = _prepared(meeting, by)
    chosen = list(
        Nomination.objects.select_for_update(of=("self",))
        .filter(pk__in=nominations)
        .select_related("subject")
        .order_by("subject__kind", "subject__sort_key")
    )
    if not chosen:
        raise NothingChosen
    for one in chosen:
        if one.stage not in BEFORE_THE_COUNCIL or one.edition != meeting.edition:
            raise NotBeforeTheCouncil(one)
    busy = MeetingCase.objects.filter(nomination__in=chosen, outcome="").select_related(
        "meeting", "nomination__subject"
    )
    if elsewhere := busy.first():
        raise OnAnotherAgenda(elsewhere.meeting, elsewhere.nomination)
    last = meeting.cases.aggregate(last=Max("order"))["last"] or 0
    made = MeetingCase.objects.bulk_create(
        [MeetingCase(meeting=meeting, nomination=one, order=last + place) for place, one in enumerate(chosen, 1)]
    )
    write_event(
        deed="cases_put_on_agenda",
        meeting=meeting,
        details={"cases": [one.subject.code for one in chosen]},
        by=by,
        at=at,
    )
    return made


@transaction.atomic
def take_off(*, case: MeetingCase, by: User, at: datetime) -> None:
    meeting = _prepared(case.meeting, by)
    case = MeetingCase.objects.select_related("nomination__subject").get(pk=case.pk)
    write_event(
        deed="case_taken_off_agenda", meeting=meeting, details={"subject": case.nomination.subject.code}, by=by, at=at
    )
    case.delete()


@transaction.atomic
def move_up(*, case: MeetingCase, by: User, at: datetime) -> MeetingCase:
    """Before the one that stands before it; the first one stays where it is."""
    meeting = _prepared(case.meeting, by)
    cases = list(meeting.cases.select_related("nomination__subject"))
    place = next(number for number, one in enumerate(cases) if one.pk == case.pk)
    if place:
        cases[place - 1 : place + 1] = reversed(cases[place - 1 : place + 1])
    for number, one in enumerate(cases, 1):
        one.order = number
    MeetingCase.objects.bulk_update(cases, ["order"])
    write_event(deed="case_moved_up", meeting=meeting, details={"subject": case.nomination.subject.code}, by=by, at=at)
    return case


def _prepared(meeting: Meeting, by: User) -> Meeting:
    insist(by, Deed.RUN_MEETING)
    meeting = held(meeting)
    if meeting.stage != MeetingStage.PREPARED.value:
        raise NotPreparing
    return meeting
