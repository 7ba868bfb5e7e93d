"""A member declares an interest in a case, and may take it back until the case is voted on."""

from datetime import datetime

from django.db import transaction

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.council.actions.holding import held, insist, write_event
from lantoa.council.actions.refusals import (
    DeclaredAlready,
    FoundByRecords,
    NotGoingOn,
    NotSitting,
    NotYours,
    VotedOn,
)
from lantoa.council.models import CouncilMember, Interest, MeetingCase
from lantoa.council.queries.body import day_of, on
from lantoa.council.queries.polled import is_polled
from lantoa.discovery.actions.refusals import written
from lantoa.domain.authority import Deed, may
from lantoa.domain.stages import MeetingStage


@transaction.atomic
def declare(*, case: MeetingCase, member: CouncilMember, note: str, by: User, at: datetime) -> Interest:
    """For oneself, or noted for a member by who runs the meeting. NoReason, DeclaredAlready, VotedOn, NotSitting."""
    case = _open_case(case)
    _insist_on_own(member, by)
    if not CouncilMember.objects.filter(on(day_of(case.meeting)), council=case.meeting.council, pk=member.pk).exists():
        raise NotSitting
    if Interest.objects.filter(case=case, member=member).exists():
        raise DeclaredAlready
    made = Interest.objects.create(
        case=case, member=member, source=Interest.Source.DECLARED, note=written(note), noted_by=by, noted_at=at
    )
    _record("interest_declared", made, by, at)
    return made


@transaction.atomic
def take_back(*, interest: Interest, by: User, at: datetime) -> None:
    """Only what was declared. FoundByRecords, VotedOn."""
    _open_case(interest.case)
    _insist_on_own(interest.member, by)
    if interest.source != Interest.Source.DECLARED:
        raise FoundByRecords
    _record("interest_taken_back", interest, by, at)
    interest.delete()


def _open_case(case: MeetingCase) -> MeetingCase:
    meeting = held(case.meeting)
    if meeting.stage not in (MeetingStage.PREPARED.value, MeetingStage.OPEN.value):
        raise NotGoingOn
    case = MeetingCase.objects.select_related("nomination__subject").get(pk=case.pk)
    if case.outcome or is_polled(case):
        raise VotedOn
    case.meeting = meeting
    return case


def _insist_on_own(member: CouncilMember, by: User) -> None:
    if by.person_id is not None and member.person_id == by.person_id:
        insist(by, Deed.VOTE)
    elif not may(actor_of(by), Deed.RUN_MEETING):
        raise NotYours


def _record(deed: str, interest: Interest, by: User, at: datetime) -> None:
    facts = {"subject": interest.case.nomination.subject.code, "person": interest.member.person.subject.code}
    write_event(deed=deed, meeting=interest.case.meeting, details=facts, by=by, at=at)
