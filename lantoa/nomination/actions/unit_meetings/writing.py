"""What a unit's meeting puts on paper, saved as often as one likes until it is signed."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from lantoa.accounts.models import User
from lantoa.accounts.queries import actor_of
from lantoa.audit.actions import record as write_event
from lantoa.domain.authority import Case, Deed, Refused, may
from lantoa.domain.procedure import Station
from lantoa.domain.stages import RoundStage, UnitMeetingStage
from lantoa.domain.unit_meetings import Count, Notes, Seat
from lantoa.nomination.actions.unit_meetings.refusals import (
    EndsTooSoon,
    HeldAlready,
    MinutesChanged,
    NoMeetings,
    NotOfTheUnit,
    RoundNotOpen,
    UnitIsClosed,
)
from lantoa.nomination.models import Attendance, Round, UnitMeeting, UnitVote
from lantoa.nomination.queries.rounds.reading import path_of
from lantoa.nomination.queries.unit_meetings import WITH_NAMES, case_of_unit, may_be_nominated, members_on
from lantoa.register.actions.refusals import NotAllowed
from lantoa.register.models import Subject, Unit
from lantoa.register.queries.figures import in_force


@transaction.atomic
def write(*, one: Round, unit: Unit, notes: Notes, seen: int, by: User, at: datetime) -> UnitMeeting:
    """Save a draft; the list of members follows the day. RoundNotOpen, HeldAlready, MinutesChanged, NotOfTheUnit."""
    meeting = held(one=one, unit=unit, by=by, at=at)
    if meeting.stage != UnitMeetingStage.PREPARED.value:
        raise HeldAlready
    notes = _with_members(notes, unit, at)
    meeting = put(meeting, notes, seen)
    meeting.save()
    put_rows(meeting, notes)
    details = {"unit": unit.subject.code, "version": meeting.version}
    write_event(deed="unit_meeting_written", target=f"round:{one.pk}", details=details, by=by, at=at)
    return meeting


def held(*, one: Round, unit: Unit, by: User, at: datetime) -> UnitMeeting:
    """The meeting as it is now (or a new one), its round held until the end. NotAllowed, RoundNotOpen, NoMeetings."""
    answer = may(actor_of(by), Deed.NOMINATE, case_of_unit(unit))
    if isinstance(answer, Refused):
        raise NotAllowed(answer.reason)
    one = Round.objects.select_for_update(no_key=True).get(pk=one.pk)  # dossiers may be made meanwhile
    if Station.MEETING not in path_of(one).stations:
        raise NoMeetings
    if one.stage != RoundStage.OPEN.value:
        raise RoundNotOpen(one)
    if not Unit.objects.filter(in_force(localdate(at)), pk=unit.pk).exists():
        raise UnitIsClosed(unit)
    there = UnitMeeting.objects.select_related(*WITH_NAMES).filter(round=one, unit=unit).first()
    return there or UnitMeeting(round=one, unit=unit, made_by=by, made_at=at, version=0)


def put(meeting: UnitMeeting, notes: Notes, seen: int) -> UnitMeeting:
    """The notes in the meeting's columns, one version on; MinutesChanged, NotOfTheUnit, EndsTooSoon."""
    if meeting.version != seen:
        raise MinutesChanged(meeting)
    _insist_on_own(meeting.unit, notes, meeting.made_at)
    if notes.begins and notes.ends and notes.ends <= notes.begins:
        raise EndsTooSoon
    meeting.held_on, meeting.place, meeting.text = notes.held_on, notes.place, notes.text
    meeting.begins, meeting.ends = notes.begins, notes.ends
    meeting.chair_id, meeting.secretary_id = notes.chair, notes.secretary
    meeting.version = seen + 1
    return meeting


def put_rows(meeting: UnitMeeting, notes: Notes) -> None:
    """Who was there, and the votes, written anew."""
    meeting.attendances.all().delete()
    meeting.votes.all().delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person_id=seat.person, is_present=not seat.absent, reason=seat.absent)
        for seat in notes.seats
    )
    UnitVote.objects.bulk_create(UnitVote(meeting=meeting, **_columns(count)) for count in notes.counts)


def case_of_nominee(subject: Subject, unit: Unit) -> Case:
    return Case(subject.code, frozenset([unit.subject.code]))


def _columns(count: Count) -> dict[str, int | None]:
    is_whole = count.total is not None
    return {
        "subject_id": count.subject,
        "votes_for": count.votes_for if is_whole else None,
        "votes_against": count.votes_against if is_whole else None,
        "votes_blank": count.votes_blank if is_whole else None,
    }


def _with_members(notes: Notes, unit: Unit, at: datetime) -> Notes:
    """The seats of those who work in the unit on the day of the meeting, with the reasons that were typed."""
    reasons = {seat.person: seat.absent for seat in notes.seats}
    members = members_on(unit, notes.held_on or localdate(at)).values_list("pk", flat=True)
    return replace(notes, seats=tuple(Seat(pk, reasons.get(pk, "")) for pk in members))


def _insist_on_own(unit: Unit, notes: Notes, made_at: datetime) -> None:
    asked = [count.subject for count in notes.counts]
    own = Subject.objects.filter(may_be_nominated(unit, notes.held_on or localdate(made_at)), pk__in=asked)
    if strange := Subject.objects.filter(pk__in=asked).exclude(pk__in=own.values("pk")).first():
        raise NotOfTheUnit(strange, unit)
